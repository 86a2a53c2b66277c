using LeadStudio.Core.Conditions;
using LeadStudio.Core.Facts;

namespace LeadStudio.Core.Scoring.Suggestion;

/// <summary>Leads that share a value of a field, or a range of it.</summary>
/// <param name="Condition">The condition that tells them; null for the rest, which has none.</param>
/// <param name="Rows">The rows.</param>
internal sealed record ValueGroup(Condition? Condition, int[] Rows);

/// <summary>Parts leads by the values of one field.</summary>
internal static class ValueGroups
{
    private const int Bins = 10;
    private const int MostTexts = 200;

    /// <summary>Parts all rows of a table.</summary>
    /// <param name="fact">The field.</param>
    /// <param name="table">The table.</param>
    /// <param name="least">Values of fewer rows go into the rest.</param>
    /// <returns>The groups; each row is in one, but for a multi-choice.</returns>
    public static IReadOnlyList<ValueGroup> Of(FactDescription fact, FactTable table, int least) => fact.Type switch
    {
        ColumnType.Text => Texts(fact, table, least),
        ColumnType.Number => Ranges(fact, table.Number(fact.Slot.Index).Values.Span),
        ColumnType.Boolean => Codes(fact, table, least, code => Operand.From(code != 0)),
        ColumnType.Choice => Codes(fact, table, least, code => fact.Options.FirstOrDefault(option => option.Code == code) is { } option ? Operand.From(option.Label) : (Operand?)null),
        ColumnType.Date => Presence(fact, table.Number(fact.Slot.Index).Values.Span),
        ColumnType.MultiChoice => Options(fact, table, least),
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact.Type, "Unknown type of fact."),
    };

    private static List<ValueGroup> Texts(FactDescription fact, FactTable table, int least)
    {
        var column = table.Text(fact.Slot.Index);
        var codes = column.Codes.Span;
        var rows = Collect(codes.Length, Copy(codes));
        var groups = Frequent(fact, rows, least, code => (Operand?)column.Distinct[code].ToString());

        // A field that says something else of nearly everybody is a name, not a trait.
        return groups.Count > MostTexts ? [] : groups;
    }

    private static List<ValueGroup> Codes(FactDescription fact, FactTable table, int least, Func<int, Operand?> operand)
    {
        var values = table.Number(fact.Slot.Index).Values.Span;
        var codes = new int[values.Length];
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = double.IsNaN(values[row]) ? -1 : (int)values[row];
        }

        return Frequent(fact, Collect(codes.Length, codes), least, operand);
    }

    private static int[] Copy(ReadOnlySpan<int> codes) => codes.ToArray();

    private static Dictionary<int, List<int>> Collect(int count, int[] codes)
    {
        var rows = new Dictionary<int, List<int>>();
        for (var row = 0; row < count; row++)
        {
            if (!rows.TryGetValue(codes[row], out var list))
            {
                rows[codes[row]] = list = [];
            }

            list.Add(row);
        }

        return rows;
    }

    private static List<ValueGroup> Frequent(FactDescription fact, Dictionary<int, List<int>> rows, int least, Func<int, Operand?> operand)
    {
        var groups = new List<ValueGroup>();
        var rest = new List<int>();
        foreach (var (code, list) in rows.OrderBy(pair => pair.Key))
        {
            if (code < 0)
            {
                groups.Add(new(new Predicate(fact.Key, Operator.IsEmpty, []), [.. list]));
            }
            else if (list.Count >= least && operand(code) is { } value)
            {
                groups.Add(new(new Predicate(fact.Key, Operator.Is, [value]), [.. list]));
            }
            else
            {
                rest.AddRange(list);
            }
        }

        if (rest.Count > 0)
        {
            groups.Add(new(null, [.. rest]));
        }

        return groups;
    }

    private static List<ValueGroup> Presence(FactDescription fact, ReadOnlySpan<double> values)
    {
        List<int> empty = [], filled = [];
        for (var row = 0; row < values.Length; row++)
        {
            (double.IsNaN(values[row]) ? empty : filled).Add(row);
        }

        return
        [
            new(new Predicate(fact.Key, Operator.IsEmpty, []), [.. empty]),
            new(new Predicate(fact.Key, Operator.IsNotEmpty, []), [.. filled]),
        ];
    }

    private static List<ValueGroup> Ranges(FactDescription fact, ReadOnlySpan<double> values)
    {
        var sorted = new List<double>(values.Length);
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                sorted.Add(value);
            }
        }

        sorted.Sort();
        var cuts = sorted.Count == 0 ? [] : Enumerable.Range(1, Bins - 1).Select(bin => sorted[bin * sorted.Count / Bins]).Distinct().Where(cut => cut > sorted[0]).ToArray();
        var rows = new List<int>[cuts.Length + 2];
        for (var bin = 0; bin < rows.Length; bin++)
        {
            rows[bin] = [];
        }

        for (var row = 0; row < values.Length; row++)
        {
            rows[double.IsNaN(values[row]) ? ^1 : BinOf(values[row], cuts)].Add(row);
        }

        var groups = new List<ValueGroup> { new(new Predicate(fact.Key, Operator.IsEmpty, []), [.. rows[^1]]) };
        for (var bin = 0; bin <= cuts.Length; bin++)
        {
            groups.Add(new(Range(fact, bin == 0 ? null : cuts[bin - 1], bin == cuts.Length ? null : cuts[bin]), [.. rows[bin]]));
        }

        return groups;
    }

    private static int BinOf(double value, double[] cuts)
    {
        var at = Array.BinarySearch(cuts, value);
        return at >= 0 ? at + 1 : ~at;
    }

    private static Condition? Range(FactDescription fact, double? from, double? to) => (from, to) switch
    {
        (null, null) => null,
        (null, { } less) => new Predicate(fact.Key, Operator.LessThan, [less]),
        ({ } least, null) => new Predicate(fact.Key, Operator.AtLeast, [least]),
        ({ } least, { } less) => new AllCondition([new Predicate(fact.Key, Operator.AtLeast, [least]), new Predicate(fact.Key, Operator.LessThan, [less])]),
    };

    private static List<ValueGroup> Options(FactDescription fact, FactTable table, int least)
    {
        var column = table.Text(fact.Slot.Index);
        var codes = column.Codes.ToArray();
        var groups = Presence(fact, [.. codes.Select(code => code < 0 ? double.NaN : 1)]).Take(1).ToList();
        foreach (var option in fact.Options)
        {
            var mark = $"|{option.Code}|";
            var rows = Enumerable.Range(0, codes.Length)
                .Where(row => codes[row] >= 0 && column.Distinct[codes[row]].Contains(mark, StringComparison.Ordinal))
                .ToArray();
            if (rows.Length >= least)
            {
                groups.Add(new(new Predicate(fact.Key, Operator.HasAnyOf, [option.Label]), rows));
            }
        }

        return groups;
    }
}
