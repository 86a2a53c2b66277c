using LeadStudio.Core.Conditions;
using LeadStudio.Core.Facts;

namespace LeadStudio.Core.Scoring.Suggestion;

/// <summary>Parts leads by the values of a text or choice; values that win alike are one group.</summary>
internal static class OptionGroups
{
    private const int MostGroups = 6;

    /// <summary>Parts the rows that have a value.</summary>
    /// <param name="fact">The field.</param>
    /// <param name="codes">The code of each row's value, -1 where it is missing.</param>
    /// <param name="operand">The value of a code; null where no condition can name it.</param>
    /// <param name="won">The outcome of each row.</param>
    /// <param name="least">Values of fewer rows go together.</param>
    /// <returns>The groups; none where most rows have a value of their own, as names do.</returns>
    public static IReadOnlyList<ValueGroup> Of(FactDescription fact, int[] codes, Func<int, Operand?> operand, bool[] won, int least)
    {
        var byCode = Enumerable.Range(0, codes.Length).Where(row => codes[row] >= 0).GroupBy(row => codes[row]).OrderBy(group => group.Key).ToList();
        var frequent = byCode
            .Where(group => group.Count() >= least)
            .Select(group => (Value: operand(group.Key), Rows: group.ToArray(), Won: group.Count(row => won[row])))
            .Where(group => group.Value is not null)
            .OrderByDescending(group => (double)group.Won / group.Rows.Length)
            .ToList();
        var rest = byCode.SelectMany(group => group).Except(frequent.SelectMany(group => group.Rows)).Order().ToArray();
        if (frequent.Count == 0 || rest.Length > 4 * frequent.Sum(group => group.Rows.Length))
        {
            return [];
        }

        var groups = NeighbourMerge.Merge([.. frequent.Select(group => (group.Won, group.Rows.Length))], MostGroups)
            .Select(range => Join(fact, frequent[range.First..(range.Last + 1)]))
            .ToList();
        if (rest.Length > 0 && fact.Type is not ColumnType.Boolean)
        {
            groups.Add(new(new Predicate(fact.Key, Operator.IsNoneOf, [.. frequent.Select(group => group.Value!.Value)]), rest));
        }

        return groups;
    }

    private static ValueGroup Join(FactDescription fact, List<(Operand? Value, int[] Rows, int Won)> values)
    {
        var operands = values.OrderByDescending(value => value.Rows.Length).Select(value => value.Value!.Value).ToArray();
        var rows = values.SelectMany(value => value.Rows).Order().ToArray();
        return operands switch
        {
            [var only] => new(new Predicate(fact.Key, Operator.Is, [only]), rows),
            _ when fact.Type == ColumnType.Boolean => new(new Predicate(fact.Key, Operator.IsNotEmpty, []), rows),
            _ => new(new Predicate(fact.Key, Operator.IsOneOf, [.. operands]), rows),
        };
    }
}
