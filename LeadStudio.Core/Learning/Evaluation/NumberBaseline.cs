using LeadStudio.Core.Common;

namespace LeadStudio.Core.Learning.Evaluation;

/// <summary>How the numbers of a column, or the scores of a model, were spread when the model was made: all that later comparisons need.</summary>
public sealed record NumberBaseline
{
    /// <summary>Initializes a new instance of the <see cref="NumberBaseline"/> class.</summary>
    /// <param name="edges">The upper edges of all ranges but the last, which has no end; ascending, none NaN.</param>
    /// <param name="counts">The rows in each range, then those without a number; 0 or more, one of them above 0.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or a number is outside its range.</exception>
    public NumberBaseline(ValueList<double> edges, ValueList<long> counts)
    {
        ArgumentNullException.ThrowIfNull(edges);
        ArgumentNullException.ThrowIfNull(counts);
        if (counts.Count != edges.Count + 2)
        {
            throw new ArgumentException($"There are {edges.Count} edges and {counts.Count} counts; pass two counts more than edges.", nameof(counts));
        }

        for (var edge = 0; edge < edges.Count; edge++)
        {
            if (double.IsNaN(edges[edge]) || (edge > 0 && edges[edge] <= edges[edge - 1]))
            {
                throw new ArgumentException($"Edge {edge} is {edges[edge]}; pass edges each above the one before.", nameof(edges));
            }
        }

        if (counts.Any(count => count < 0) || counts.All(count => count == 0))
        {
            throw new ArgumentException("A count is below 0, or all are 0; pass the counts of at least one row.", nameof(counts));
        }

        (Edges, Counts) = (edges, counts);
    }

    /// <summary>Gets the upper edges of all ranges but the last; a number on an edge belongs to the range below it.</summary>
    public ValueList<double> Edges { get; }

    /// <summary>Gets the rows in each range, then those without a number.</summary>
    public ValueList<long> Counts { get; }

    /// <summary>Learns the spread: ranges of about as many numbers each, fewer where many numbers are the same.</summary>
    /// <param name="values">The numbers; NaN where there is none.</param>
    /// <param name="bins">How many ranges, 1 or more; default 10.</param>
    /// <returns>The baseline.</returns>
    /// <exception cref="ArgumentException">There are no rows, or there is no range.</exception>
    public static NumberBaseline Of(ReadOnlySpan<double> values, int bins = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        if (values.IsEmpty)
        {
            throw new ArgumentException("There are no rows; pass at least one.", nameof(values));
        }

        var sorted = values.ToArray();
        Array.Sort(sorted); // NaN comes first
        var numbers = sorted.AsSpan(sorted.AsSpan().Count(double.NaN));
        var edges = new List<double>();
        for (var bin = 1; bin < bins && numbers.Length > 0; bin++)
        {
            var edge = numbers[(int)(((long)numbers.Length * bin + bins - 1) / bins) - 1];
            if (edge < numbers[^1] && (edges.Count == 0 || edge > edges[^1]))
            {
                edges.Add(edge);
            }
        }

        return new NumberBaseline(ValueList.From(edges), ValueList.Create<long>(Count(edges.ToArray(), values)));
    }

    /// <summary>Compares the numbers of now with the baseline.</summary>
    /// <param name="current">The numbers of now; NaN where there is none.</param>
    /// <returns>The index with its bins.</returns>
    /// <exception cref="ArgumentException">There are no rows.</exception>
    public PopulationStability Compare(ReadOnlySpan<double> current)
    {
        if (current.IsEmpty)
        {
            throw new ArgumentException("There are no rows; pass at least one.", nameof(current));
        }

        var bins = new List<(StabilityBinKind Kind, double Lower, double Upper)>(Counts.Count);
        for (var range = 0; range <= Edges.Count; range++)
        {
            bins.Add((
                StabilityBinKind.Range,
                range == 0 ? double.NegativeInfinity : Edges[range - 1],
                range == Edges.Count ? double.PositiveInfinity : Edges[range]));
        }

        bins.Add((StabilityBinKind.Missing, double.NaN, double.NaN));
        return PopulationStability.Of(bins, Counts.AsSpan(), Count(Edges.AsSpan(), current));
    }

    private static long[] Count(ReadOnlySpan<double> edges, ReadOnlySpan<double> values)
    {
        var counts = new long[edges.Length + 2];
        foreach (var value in values)
        {
            var found = double.IsNaN(value) ? edges.Length + 1 : edges.BinarySearch(value);
            counts[found < 0 ? ~found : found]++;
        }

        return counts;
    }
}
