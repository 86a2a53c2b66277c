using LeadStudio.Core.Common;

namespace LeadStudio.Core.Learning.Evaluation;

/// <summary>How often each category of a column occurred when the model was made.</summary>
public sealed record CategoryBaseline
{
    /// <summary>Initializes a new instance of the <see cref="CategoryBaseline"/> class.</summary>
    /// <param name="codes">The codes of the categories, 0 or more and ascending.</param>
    /// <param name="counts">The rows of each category, then those without one; 0 or more, one of them above 0.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or a number is outside its range.</exception>
    public CategoryBaseline(ValueList<int> codes, ValueList<long> counts)
    {
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(counts);
        if (counts.Count != codes.Count + 1)
        {
            throw new ArgumentException($"There are {codes.Count} codes and {counts.Count} counts; pass one count more than codes.", nameof(counts));
        }

        for (var category = 0; category < codes.Count; category++)
        {
            if (codes[category] < 0 || (category > 0 && codes[category] <= codes[category - 1]))
            {
                throw new ArgumentException($"Code {category} is {codes[category]}; pass codes of 0 or more, each above the one before.", nameof(codes));
            }
        }

        if (counts.Any(count => count < 0) || counts.All(count => count == 0))
        {
            throw new ArgumentException("A count is below 0, or all are 0; pass the counts of at least one row.", nameof(counts));
        }

        (Codes, Counts) = (codes, counts);
    }

    /// <summary>Gets the codes of the categories, ascending.</summary>
    public ValueList<int> Codes { get; }

    /// <summary>Gets the rows of each category, then those without one.</summary>
    public ValueList<long> Counts { get; }

    /// <summary>Learns how often each category occurs.</summary>
    /// <param name="codes">The code of each row's category; below 0 where there is none.</param>
    /// <returns>The baseline.</returns>
    /// <exception cref="ArgumentException">There are no rows.</exception>
    public static CategoryBaseline Of(ReadOnlySpan<int> codes)
    {
        if (codes.IsEmpty)
        {
            throw new ArgumentException("There are no rows; pass at least one.", nameof(codes));
        }

        var known = new SortedSet<int>();
        foreach (var code in codes)
        {
            if (code >= 0)
            {
                known.Add(code);
            }
        }

        var categories = ValueList.From(known);
        var counts = Count(categories.AsSpan(), codes);
        return new CategoryBaseline(categories, ValueList.From([.. counts[..^2], counts[^1]]));
    }

    /// <summary>Compares the categories of now with the baseline. Those that the baseline lacks are one bin together, however many they are.</summary>
    /// <param name="current">The codes of now; below 0 where there is none.</param>
    /// <returns>The index with its bins.</returns>
    /// <exception cref="ArgumentException">There are no rows.</exception>
    public PopulationStability Compare(ReadOnlySpan<int> current)
    {
        if (current.IsEmpty)
        {
            throw new ArgumentException("There are no rows; pass at least one.", nameof(current));
        }

        List<(StabilityBinKind Kind, double Lower, double Upper)> bins =
        [
            .. Codes.Select(code => (StabilityBinKind.Category, (double)code, (double)code)),
            (StabilityBinKind.NewCategories, double.NaN, double.NaN),
            (StabilityBinKind.Missing, double.NaN, double.NaN),
        ];
        return PopulationStability.Of(bins, [.. Counts.AsSpan()[..^1], 0, Counts[^1]], Count(Codes.AsSpan(), current));
    }

    private static long[] Count(ReadOnlySpan<int> known, ReadOnlySpan<int> codes)
    {
        var counts = new long[known.Length + 2];
        foreach (var code in codes)
        {
            var found = code < 0 ? known.Length + 1 : known.BinarySearch(code);
            counts[found < 0 ? known.Length : found]++;
        }

        return counts;
    }
}
