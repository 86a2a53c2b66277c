using LeadStudio.Core.Conditions;
using LeadStudio.Core.Facts;

namespace LeadStudio.Core.Scoring.Suggestion;

/// <summary>Parts leads by the ranges of a number.</summary>
internal static class NumberGroups
{
    private const int Bins = 20;
    private const int MostGroups = 5;

    /// <summary>Parts the rows that have the number; neighbouring ranges that win alike are one.</summary>
    /// <param name="fact">The field.</param>
    /// <param name="values">Its values, NaN where they are missing.</param>
    /// <param name="won">The outcome of each row.</param>
    /// <returns>The groups, from low to high.</returns>
    public static IReadOnlyList<ValueGroup> Of(FactDescription fact, ReadOnlySpan<double> values, bool[] won)
    {
        var rows = new List<int>();
        for (var row = 0; row < values.Length; row++)
        {
            if (!double.IsNaN(values[row]))
            {
                rows.Add(row);
            }
        }

        if (rows.Count == 0)
        {
            return [];
        }

        var all = values.ToArray();
        var sorted = rows.Select(row => all[row]).Order().ToArray();
        var cuts = Cuts(sorted);
        var bins = Enumerable.Range(0, cuts.Length + 1).Select(_ => new List<int>()).ToArray();
        foreach (var row in rows)
        {
            bins[BinOf(all[row], cuts)].Add(row);
        }

        var merged = NeighbourMerge.Merge([.. bins.Select(bin => (bin.Count(row => won[row]), bin.Count))], MostGroups);
        if (merged.Count < 2)
        {
            return [];
        }

        var isWhole = Array.TrueForAll(sorted, value => Math.Floor(value) == value);
        return
        [
            .. merged.Select(range => new ValueGroup(
                Range(fact.Key, range.First == 0 ? null : cuts[range.First - 1], range.Last == cuts.Length ? null : cuts[range.Last], isWhole, sorted[0]),
                [.. bins[range.First..(range.Last + 1)].SelectMany(bin => bin)])),
        ];
    }

    // A cut may move to the middle between the values around it, but never past a value of its own.
    private static double[] Cuts(double[] sorted)
    {
        var cuts = new List<double>();
        var quantiles = Enumerable.Range(1, Bins - 1).Select(bin => sorted[bin * sorted.Length / Bins]).Distinct().Where(cut => cut > sorted[0]).ToArray();
        for (var i = 0; i < quantiles.Length; i++)
        {
            var before = i == 0 ? sorted[0] : quantiles[i - 1];
            var after = i == quantiles.Length - 1 ? sorted[^1] : quantiles[i + 1];
            var readable = ReadableNumber.Near(quantiles[i], (quantiles[i] + before) / 2, (quantiles[i] + after) / 2);
            if (cuts.Count == 0 || readable > cuts[^1])
            {
                cuts.Add(readable);
            }
        }

        return [.. cuts];
    }

    private static int BinOf(double value, double[] cuts)
    {
        var at = Array.BinarySearch(cuts, value);
        return at >= 0 ? at + 1 : ~at;
    }

    // Whole numbers read best as "is 3" and "is between 3 and 5".
    private static Condition Range(string key, double? from, double? to, bool isWhole, double least)
    {
        if (isWhole && to is { } end && Math.Floor(end) == end && (from is null || Math.Floor(from.Value) == from.Value))
        {
            var first = from ?? least;
            return first == end - 1 ? new Predicate(key, Operator.Is, [first])
                : from is null ? new Predicate(key, Operator.AtMost, [end - 1])
                : new Predicate(key, Operator.Between, [first, end - 1]);
        }

        return (from, to) switch
        {
            (null, { } less) => new Predicate(key, Operator.LessThan, [less]),
            ({ } atLeast, null) => new Predicate(key, Operator.AtLeast, [atLeast]),
            ({ } atLeast, { } less) => new AllCondition([new Predicate(key, Operator.AtLeast, [atLeast]), new Predicate(key, Operator.LessThan, [less])]),
            _ => throw new InvalidOperationException("A range has a bound."),
        };
    }
}
