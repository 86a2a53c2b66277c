using LeadStudio.Core.Common;

namespace LeadStudio.Core.Learning.Evaluation;

/// <summary>How rows are put together to compare what was predicted with what came true.</summary>
public enum ReliabilityBins
{
    /// <summary>Bins of the same width; a probability on an edge belongs to the lower one.</summary>
    EqualWidth,

    /// <summary>Bins of the same number of rows (by weight), where ties allow it: rows with the same probability stay together.</summary>
    EqualFrequency,
}

/// <summary>The rows of one bin.</summary>
/// <param name="MeanProbability">The mean of what was predicted, 0 to 1.</param>
/// <param name="PositiveRate">The share of positives, 0 to 1: what came true.</param>
/// <param name="Weight">The weight of the rows, above 0.</param>
public readonly record struct ReliabilityBin(double MeanProbability, double PositiveRate, double Weight);

/// <summary>Whether probabilities mean what they say: of the rows with 0.3, three in ten should be positive.</summary>
/// <remarks>
/// The expected calibration error is the mean over the bins, by weight, of the distance between mean probability and rate of positives.
/// Sources: M. P. Naeini, G. F. Cooper and M. Hauskrecht, AAAI 2015, 2901-2907 (equal width); K. Nguyen and B. O'Connor, EMNLP 2015,
/// 1587-1598 (equal frequency, which no bin with few rows can upset).
/// </remarks>
/// <param name="Bins">The bins that have rows, lowest probabilities first.</param>
/// <param name="ExpectedError">The expected calibration error, 0 (calibrated) to 1.</param>
/// <param name="MaximumError">The distance in the worst bin, 0 to 1.</param>
public sealed record ReliabilityCurve(ValueList<ReliabilityBin> Bins, double ExpectedError, double MaximumError)
{
    /// <summary>Compares what was predicted with what came true.</summary>
    /// <param name="rows">Rows whose scores are probabilities.</param>
    /// <param name="bins">How many bins, 1 or more.</param>
    /// <param name="kind">How the bins are made.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException">A score is no probability, or there is no bin.</exception>
    public static ReliabilityCurve Of(RankedRows rows, int bins = 10, ReliabilityBins kind = ReliabilityBins.EqualWidth)
    {
        RowChecks.Probabilities(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        return Of(rows, rows.Weights, bins, kind);
    }

    internal static ReliabilityCurve Of(RankedRows rows, ReadOnlySpan<double> weights, int bins, ReliabilityBins kind)
    {
        var total = kind is ReliabilityBins.EqualFrequency ? Sum(weights) : 1;
        var filled = new List<ReliabilityBin>(Math.Min(bins, rows.TieEnds.Length));
        var (bin, below) = (-1, 0.0);
        var (sum, positives, weight) = (0.0, 0.0, 0.0);
        for (var tie = rows.TieEnds.Length - 1; tie >= 0; tie--)
        {
            var start = tie == 0 ? 0 : rows.TieEnds[tie - 1];
            var probability = rows.Scores[start];
            var next = kind switch
            {
                ReliabilityBins.EqualWidth => Math.Max((int)Math.Ceiling(probability * bins), 1) - 1,
                // A little more than the sum, so that rounding keeps no bin open.
                ReliabilityBins.EqualFrequency => (int)((below / total * bins) + 1e-9),
                _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Pass a kind of bins that exists."),
            };
            if (next > bin && weight > 0)
            {
                filled.Add(new ReliabilityBin(sum / weight, positives / weight, weight));
                (sum, positives, weight) = (0, 0, 0);
            }

            bin = Math.Max(next, bin);
            for (var rank = start; rank < rows.TieEnds[tie]; rank++)
            {
                var own = weights[rank];
                weight += own;
                sum += own * probability;
                positives += rows.Labels[rank] ? own : 0;
                below += own;
            }
        }

        if (weight > 0)
        {
            filled.Add(new ReliabilityBin(sum / weight, positives / weight, weight));
        }

        return Summarise(filled);
    }

    private static ReliabilityCurve Summarise(List<ReliabilityBin> bins)
    {
        var (expected, maximum, total) = (0.0, 0.0, 0.0);
        foreach (var bin in bins)
        {
            var distance = Math.Abs(bin.MeanProbability - bin.PositiveRate);
            expected += bin.Weight * distance;
            maximum = Math.Max(maximum, distance);
            total += bin.Weight;
        }

        return new ReliabilityCurve(ValueList.From(bins), expected / total, maximum);
    }

    private static double Sum(ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        return sum;
    }
}
