using System.Collections.Immutable;
using System.Runtime.InteropServices;
using LeadStudio.Core.Learning.Data;

namespace LeadStudio.Core.Learning.Encoders;

/// <summary>Learns how a column becomes a feature, or why it becomes none.</summary>
internal static class ColumnFitter
{
    /// <summary>The most rare texts that are remembered as such; the others, the rarest, are as new ones.</summary>
    public const int MostRare = 10_000;

    private const string AllMissing = "every value is missing";
    private const string Constant = "every row has the same value";

    public static (ColumnEncoding? Encoding, string? Reason) Fit(Column column, ReadOnlySpan<DateTimeOffset> asOf, EncoderOptions options) =>
        column.Kind == CellKind.Text ? FitTexts(column, options) : FitNumbers(column, asOf);

    private static (ColumnEncoding? Encoding, string? Reason) FitNumbers(Column column, ReadOnlySpan<DateTimeOffset> asOf)
    {
        var encoding = new ColumnEncoding(column.Name, column.Kind, [], []);
        var (present, least, most) = (0, float.PositiveInfinity, float.NegativeInfinity);
        for (var row = 0; row < column.Count; row++)
        {
            var value = encoding.Encode(column[row], Cell.ToDays(asOf[row]));
            if (!float.IsNaN(value))
            {
                present++;
                (least, most) = (Math.Min(least, value), Math.Max(most, value));
            }
        }

        return present == 0 ? (null, AllMissing)
            : present == column.Count && least == most ? (null, Constant)
            : (encoding, null);
    }

    private static (ColumnEncoding? Encoding, string? Reason) FitTexts(Column column, EncoderOptions options)
    {
        var (counts, present) = Count(column);
        if (present == 0)
        {
            return (null, AllMissing);
        }

        if (present == column.Count && counts.Count == 1)
        {
            return (null, Constant);
        }

        if (counts.Count > 1 && counts.Count > options.IdentifierShare * present && counts.Values.Max() < options.MinimumCount)
        {
            return (null, $"{counts.Count} of its {present} texts differ: it names the rows, and says nothing of others");
        }

        var texts = counts.OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).ToList();
        var levels = Math.Min(texts.FindIndex(count => count.Value < options.MinimumCount) is var first and >= 0 ? first : texts.Count, Feature.MostCategories - 1);
        return levels == 0 && present == column.Count
            ? (null, $"no text is in {options.MinimumCount} rows or more")
            : (new ColumnEncoding(column.Name, CellKind.Text, Take(texts, 0, levels), Take(texts, levels, MostRare)), null);
    }

    private static (Dictionary<string, int> Counts, int Present) Count(Column column)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var present = 0;
        for (var row = 0; row < column.Count; row++)
        {
            if (column[row].Text is { } text)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, text, out _)++;
                present++;
            }
        }

        return (counts, present);
    }

    private static ImmutableArray<string> Take(List<KeyValuePair<string, int>> texts, int from, int most) =>
        [.. texts.Skip(from).Take(most).Select(count => count.Key)];
}
