using LeadStudio.Core.Common;

namespace LeadStudio.Core.Learning.Evaluation;

/// <summary>How a population stability index is usually read.</summary>
public enum StabilityReading
{
    /// <summary>Below 0.1: no change worth a look.</summary>
    Stable,

    /// <summary>From 0.1 to below 0.25: look at what changed.</summary>
    Shifting,

    /// <summary>0.25 or more: the model sees other rows than it was made for; train it again.</summary>
    Shifted,
}

/// <summary>What kind of values a bin has.</summary>
public enum StabilityBinKind
{
    /// <summary>Numbers above the lower edge, up to and with the upper one.</summary>
    Range,

    /// <summary>One category.</summary>
    Category,

    /// <summary>All categories that the reference does not have.</summary>
    NewCategories,

    /// <summary>No value.</summary>
    Missing,
}

/// <summary>One bin of both populations.</summary>
/// <param name="Kind">What kind of values it has.</param>
/// <param name="Lower">The lower edge of a range, outside it, or minus infinity; the code of a category; else NaN.</param>
/// <param name="Upper">The upper edge of a range, inside it, or infinity; the code of a category; else NaN.</param>
/// <param name="ReferenceShare">The share of the reference, 0 to 1, as counted.</param>
/// <param name="CurrentShare">The share of the current rows, 0 to 1, as counted.</param>
/// <param name="Contribution">What it adds to the index, 0 or more.</param>
public readonly record struct StabilityBin(
    StabilityBinKind Kind, double Lower, double Upper, double ReferenceShare, double CurrentShare, double Contribution);

/// <summary>The population stability index: how far the values of now are from those that a model was made with.</summary>
/// <remarks>
/// The sum over bins of (current - reference) · ln(current / reference), of shares: the two relative entropies together. A bin that is empty on one
/// side counts there as half a row, so that the index stays finite; a bin that is empty on both sides adds nothing. Sources: N. Siddiqi, Credit
/// Risk Scorecards (2006), chapter 9 (with the usual reading); H. Jeffreys, Proc. R. Soc. Lond. A 186 (1946) 453-461 (the divergence).
/// </remarks>
/// <param name="Index">The index, 0 (alike) or more.</param>
/// <param name="Bins">The bins: ranges or categories ascending, then new categories, then missing.</param>
public sealed record PopulationStability(double Index, ValueList<StabilityBin> Bins)
{
    /// <summary>Gets the usual reading of the index.</summary>
    public StabilityReading Reading => Index switch
    {
        < 0.1 => StabilityReading.Stable,
        < 0.25 => StabilityReading.Shifting,
        _ => StabilityReading.Shifted,
    };

    /// <summary>Compares counts.</summary>
    internal static PopulationStability Of(
        IReadOnlyList<(StabilityBinKind Kind, double Lower, double Upper)> bins, ReadOnlySpan<long> reference, ReadOnlySpan<long> current)
    {
        var (allOfReference, allOfCurrent) = (Sum(reference), Sum(current));
        var compared = new StabilityBin[bins.Count];
        var index = 0.0;
        for (var bin = 0; bin < compared.Length; bin++)
        {
            var contribution = 0.0;
            if (reference[bin] + current[bin] > 0)
            {
                var (before, now) = (Math.Max(reference[bin], 0.5) / allOfReference, Math.Max(current[bin], 0.5) / allOfCurrent);
                contribution = (now - before) * Math.Log(now / before);
            }

            index += contribution;
            var (kind, lower, upper) = bins[bin];
            compared[bin] = new StabilityBin(kind, lower, upper, reference[bin] / allOfReference, current[bin] / allOfCurrent, contribution);
        }

        return new PopulationStability(index, new ValueList<StabilityBin>(compared));
    }

    private static double Sum(ReadOnlySpan<long> counts)
    {
        var sum = 0L;
        foreach (var count in counts)
        {
            sum += count;
        }

        return sum;
    }
}
