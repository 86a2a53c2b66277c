using System.Collections.Immutable;

namespace LeadStudio.Core.Learning.Trees.Binning;

/// <summary>Parts the values of a number into bins of about equal weight.</summary>
/// <remarks>A value that weighs as much as a bin gets one of its own, as in LightGBM (Ke et al., NIPS 2017); few distinct values get one each.</remarks>
internal static class QuantileCuts
{
    /// <summary>Finds where bins begin.</summary>
    /// <param name="values">The values, without NaN; they are sorted in place, and the weights with them.</param>
    /// <param name="weights">How much each counts; empty where all count alike.</param>
    /// <param name="mostBins">The most bins.</param>
    /// <returns>Where each bin but the first begins, rising; above the value before and at or below the one after.</returns>
    public static ImmutableArray<float> Find(Span<float> values, Span<float> weights, int mostBins)
    {
        var runs = RunsOf(values, weights);
        var cuts = ImmutableArray.CreateBuilder<float>(mostBins - 1);
        var rest = runs.Sum(run => run.Weight);
        var inBin = 0.0;
        for (var at = 0; at + 1 < runs.Count && cuts.Count < mostBins - 1; at++)
        {
            inBin += runs[at].Weight;
            var share = rest / (mostBins - cuts.Count);
            if (runs.Count <= mostBins || inBin >= share || runs[at + 1].Weight >= share)
            {
                cuts.Add(Between(runs[at].Value, runs[at + 1].Value));
                rest -= inBin;
                inBin = 0;
            }
        }

        return cuts.DrainToImmutable();
    }

    private static List<(float Value, double Weight)> RunsOf(Span<float> values, Span<float> weights)
    {
        if (weights.IsEmpty)
        {
            values.Sort();
        }
        else
        {
            values.Sort(weights);
        }

        var runs = new List<(float Value, double Weight)>();
        for (var at = 0; at < values.Length;)
        {
            var (value, weight) = (values[at], 0.0);
            for (; at < values.Length && values[at] == value; at++)
            {
                weight += weights.IsEmpty ? 1 : weights[at];
            }

            runs.Add((value, weight));
        }

        return runs;
    }

    private static float Between(float below, float above)
    {
        var middle = below + ((above - below) / 2);
        return middle > below && middle <= above ? middle : above;
    }
}
