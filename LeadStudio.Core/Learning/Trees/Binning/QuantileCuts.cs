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
        if (weights.IsEmpty)
        {
            values.Sort();
        }
        else
        {
            values.Sort(weights);
        }

        var cuts = ImmutableArray.CreateBuilder<float>(mostBins - 1);
        var (distinct, rest) = Count(values, weights);
        var inBin = 0.0;
        var (at, next) = (0, RunAt(values, weights, 0));
        while (at + next.Length < values.Length && cuts.Count < mostBins - 1)
        {
            var run = next;
            at += run.Length;
            next = RunAt(values, weights, at);
            inBin += run.Weight;
            var share = rest / (mostBins - cuts.Count);
            if (distinct <= mostBins || inBin >= share || next.Weight >= share)
            {
                cuts.Add(Between(values[at - 1], values[at]));
                rest -= inBin;
                inBin = 0;
            }
        }

        return cuts.DrainToImmutable();
    }

    private static (int Distinct, double Weight) Count(ReadOnlySpan<float> values, ReadOnlySpan<float> weights)
    {
        var (distinct, weight) = (0, 0.0);
        for (var at = 0; at < values.Length; at++)
        {
            distinct += at == 0 || values[at] != values[at - 1] ? 1 : 0;
            weight += weights.IsEmpty ? 1 : weights[at];
        }

        return (distinct, weight);
    }

    // How many values are equal from here on, and what they weigh.
    private static (int Length, double Weight) RunAt(ReadOnlySpan<float> values, ReadOnlySpan<float> weights, int start)
    {
        var (at, weight) = (start, 0.0);
        for (; at < values.Length && values[at] == values[start]; at++)
        {
            weight += weights.IsEmpty ? 1 : weights[at];
        }

        return (at - start, weight);
    }

    private static float Between(float below, float above)
    {
        var middle = below + ((above - below) / 2);
        return middle > below && middle <= above ? middle : above;
    }
}
