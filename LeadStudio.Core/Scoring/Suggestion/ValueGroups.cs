using LeadStudio.Core.Conditions;
using LeadStudio.Core.Facts;

namespace LeadStudio.Core.Scoring.Suggestion;

/// <summary>Parts leads by the values of one field.</summary>
internal static class ValueGroups
{
    /// <summary>Parts all rows of a table; those without a value are a group too.</summary>
    /// <param name="fact">The field.</param>
    /// <param name="table">The table.</param>
    /// <param name="won">The outcome of each row.</param>
    /// <param name="least">Values of fewer rows go together.</param>
    /// <returns>The groups; each row is in one, but for a multi-choice and for the words of a text.</returns>
    public static IReadOnlyList<ValueGroup> Of(FactDescription fact, FactTable table, bool[] won, int least)
    {
        var (empty, filled) = Presence(fact, table);
        var groups = fact.Type switch
        {
            ColumnType.Text => Texts(fact, table, won, least),
            ColumnType.Number => NumberGroups.Of(fact, table.Number(fact.Slot.Index).Values.Span, won),
            ColumnType.Boolean => OptionGroups.Of(fact, Codes(fact, table), code => Operand.From(code != 0), won, least: 1),
            ColumnType.Choice => OptionGroups.Of(fact, Codes(fact, table), code => OptionOf(fact, code), won, least),
            ColumnType.MultiChoice => Options(fact, table, least),
            ColumnType.Date => [],
            _ => throw new ArgumentOutOfRangeException(nameof(fact), fact.Type, "Unknown type of fact."),
        };
        if (groups.Count == 0)
        {
            groups = [new(new Predicate(fact.Key, Operator.IsNotEmpty, []), filled)];
        }

        return empty.Length == 0 ? groups : [.. groups, new(new Predicate(fact.Key, Operator.IsEmpty, []), empty)];
    }

    /// <summary>Parts the rows by whether they have a value.</summary>
    /// <param name="fact">The field.</param>
    /// <param name="table">The table.</param>
    /// <returns>The rows without one, and those with one.</returns>
    public static (int[] Empty, int[] Filled) Presence(FactDescription fact, FactTable table)
    {
        List<int> empty = [], filled = [];
        var codes = fact.Slot.Kind == SlotKind.Text ? table.Text(fact.Slot.Index).Codes.Span : default;
        var numbers = fact.Slot.Kind == SlotKind.Number ? table.Number(fact.Slot.Index).Values.Span : default;
        for (var row = 0; row < table.Rows; row++)
        {
            var isEmpty = fact.Slot.Kind == SlotKind.Text ? codes[row] < 0 : double.IsNaN(numbers[row]);
            (isEmpty ? empty : filled).Add(row);
        }

        return ([.. empty], [.. filled]);
    }

    private static IReadOnlyList<ValueGroup> Texts(FactDescription fact, FactTable table, bool[] won, int least)
    {
        var column = table.Text(fact.Slot.Index);
        var groups = OptionGroups.Of(fact, column.Codes.ToArray(), code => column.Distinct[code].ToString(), won, least);
        return groups.Count > 0 ? groups : WordGroups.Of(fact, column, won, least);
    }

    private static int[] Codes(FactDescription fact, FactTable table)
    {
        var values = table.Number(fact.Slot.Index).Values.Span;
        var codes = new int[values.Length];
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = double.IsNaN(values[row]) ? -1 : (int)values[row];
        }

        return codes;
    }

    private static Operand? OptionOf(FactDescription fact, int code) =>
        fact.Options.FirstOrDefault(option => option.Code == code) is { } option ? Operand.From(option.Label) : (Operand?)null;

    private static List<ValueGroup> Options(FactDescription fact, FactTable table, int least)
    {
        var column = table.Text(fact.Slot.Index);
        var codes = column.Codes.ToArray();
        var groups = new List<ValueGroup>();
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
