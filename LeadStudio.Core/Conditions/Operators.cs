using System.Collections.Frozen;
using LeadStudio.Core.Common;

namespace LeadStudio.Core.Conditions;

/// <summary>The one table of all operators.</summary>
public static class Operators
{
    private static readonly ValueList<ColumnType> s_plain = [ColumnType.Text, ColumnType.Number, ColumnType.Boolean, ColumnType.Date, ColumnType.Choice];
    private static readonly ValueList<ColumnType> s_listed = [ColumnType.Text, ColumnType.Number, ColumnType.Choice];
    private static readonly ValueList<ColumnType> s_worded = [ColumnType.Text, ColumnType.Choice];
    private static readonly ValueList<ColumnType> s_every = [.. s_plain, ColumnType.MultiChoice];

    /// <summary>Gets all operators in the order in which an editor offers them.</summary>
    public static ValueList<OperatorDescription> All { get; } =
    [
        new(Operator.Is, "is", "is", "is", OperandShape.One, s_plain),
        new(Operator.IsNot, "isNot", "is not", "is not", OperandShape.One, s_plain),
        new(Operator.IsOneOf, "in", "in", "is one of", OperandShape.Many, s_listed),
        new(Operator.IsNoneOf, "notIn", "not in", "is none of", OperandShape.Many, s_listed),
        new(Operator.Contains, "contains", "contains", "contains", OperandShape.One, s_worded),
        new(Operator.DoesNotContain, "notContains", "not contains", "does not contain", OperandShape.One, s_worded),
        new(Operator.HasWord, "hasWord", "has word", "has the word", OperandShape.One, s_worded),
        new(Operator.StartsWith, "startsWith", "starts with", "starts with", OperandShape.One, s_worded),
        new(Operator.EndsWith, "endsWith", "ends with", "ends with", OperandShape.One, s_worded),
        new(Operator.MatchesDomain, "matches", "matches", "is at the domain", OperandShape.One, [ColumnType.Text]),
        new(Operator.GreaterThan, "greaterThan", ">", "is more than", OperandShape.One, [ColumnType.Number]),
        new(Operator.AtLeast, "atLeast", ">=", "is at least", OperandShape.One, [ColumnType.Number]),
        new(Operator.LessThan, "lessThan", "<", "is less than", OperandShape.One, [ColumnType.Number]),
        new(Operator.AtMost, "atMost", "<=", "is at most", OperandShape.One, [ColumnType.Number]),
        new(Operator.Between, "between", "between", "is between", OperandShape.Two, [ColumnType.Number, ColumnType.Date]),
        new(Operator.Before, "before", "before", "is before", OperandShape.One, [ColumnType.Date]),
        new(Operator.After, "after", "after", "is after", OperandShape.One, [ColumnType.Date]),
        new(Operator.InLastDays, "inLastDays", "in last", "in the last", OperandShape.Days, [ColumnType.Date]),
        new(Operator.NotInLastDays, "notInLastDays", "not in last", "not in the last", OperandShape.Days, [ColumnType.Date]),
        new(Operator.InNextDays, "inNextDays", "in next", "in the next", OperandShape.Days, [ColumnType.Date]),
        new(Operator.HasAnyOf, "hasAny", "has any", "has any of", OperandShape.Many, [ColumnType.MultiChoice]),
        new(Operator.HasAllOf, "hasAll", "has all", "has all of", OperandShape.Many, [ColumnType.MultiChoice]),
        new(Operator.IsEmpty, "isEmpty", "is empty", "is empty", OperandShape.None, s_every),
        new(Operator.IsNotEmpty, "isNotEmpty", "is not empty", "is not empty", OperandShape.None, s_every),
    ];

    private static readonly FrozenDictionary<Operator, OperatorDescription> s_byOperator = All.ToFrozenDictionary(item => item.Operator);
    private static readonly FrozenDictionary<string, OperatorDescription> s_byJsonName = All.ToFrozenDictionary(item => item.JsonName);

    /// <summary>Describes one operator.</summary>
    /// <param name="value">The operator.</param>
    /// <returns>Its description.</returns>
    /// <exception cref="KeyNotFoundException">The value is no operator.</exception>
    public static OperatorDescription Describe(Operator value) => s_byOperator[value];

    /// <summary>Lists the operators that compare fields of a type.</summary>
    /// <param name="type">The type of field.</param>
    /// <returns>The operators, the most usual first.</returns>
    public static IEnumerable<OperatorDescription> For(ColumnType type) => All.Where(item => item.Types.Contains(type));

    internal static OperatorDescription? FindJson(string name) => s_byJsonName.GetValueOrDefault(name);
}
