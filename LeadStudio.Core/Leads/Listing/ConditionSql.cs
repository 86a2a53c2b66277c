using System.Globalization;
using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Phone;

namespace LeadStudio.Core.Leads.Listing;

/// <summary>Says conditions in SQL, with the meaning that they have in memory.</summary>
/// <remarks>
/// Total, as the engines in memory are: an unknown field is a missing value, a comparison that makes no sense never holds. Names of columns
/// come from the catalog only, values travel as parameters. A predicate over a missing value is null in SQL, which counts as false
/// except below a "not": there it is made false first.
/// </remarks>
/// <param name="columns">The columns.</param>
/// <param name="dialect">The database.</param>
/// <param name="asOf">The instant at which it is asked, in UTC microseconds.</param>
internal sealed class ConditionSql(ListColumns columns, SqlDialect dialect, long asOf)
{
    private const string Never = "1 = 0";
    private const string Always = "1 = 1";

    /// <summary>Writes a condition over <c>leads l</c> and <c>lead_standings s</c>.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="parameters">Takes its values.</param>
    /// <returns>The SQL; null counts as false.</returns>
    public string Write(Condition condition, SqlParameters parameters) => condition switch
    {
        AllCondition { Items.Count: 0 } => Always,
        AnyCondition { Items.Count: 0 } => Never,
        AllCondition all => $"({string.Join(" and ", all.Items.Select(item => Write(item, parameters)))})",
        AnyCondition any => $"({string.Join(" or ", any.Items.Select(item => Write(item, parameters)))})",
        NotCondition not => $"(not coalesce({Write(not.Item, parameters)}, 1 = 0))",
        Predicate predicate => WritePredicate(predicate, parameters),
        _ => throw new ArgumentException($"Unknown condition {condition.GetType().Name}.", nameof(condition)),
    };

    private string WritePredicate(Predicate predicate, SqlParameters parameters)
    {
        if (columns.Find(predicate.Field) is not { } column)
        {
            return predicate.Operator is Operator.IsEmpty ? Always : Never;
        }

        var form = Operators.Describe(predicate.Operator);
        if (!form.Types.Contains(column.Type) || !form.Takes(predicate.Operands.Count))
        {
            return Never;
        }

        var name = dialect.Column(column);
        return predicate.Operator switch
        {
            Operator.IsEmpty => $"{name} is null",
            Operator.IsNotEmpty => $"{name} is not null",
            _ => column.Type switch
            {
                ColumnType.Text => WriteText(predicate, name, parameters),
                ColumnType.Number => WriteNumber(predicate, name, parameters),
                ColumnType.Boolean => WriteBoolean(predicate, name),
                ColumnType.Date => WriteDate(predicate, name, parameters),
                ColumnType.Choice => WriteChoice(predicate, name, column),
                ColumnType.MultiChoice => WriteMultiChoice(predicate, name, column, parameters),
                _ => throw new InvalidOperationException($"Unknown type {column.Type}."),
            },
        };
    }

    // An empty value matches no text, not every text.
    private static List<string> Values(Predicate predicate) => [.. predicate.Operands
        .SelectMany(operand => predicate.Field == StandardFields.Phone ? PhoneOperand.Values(predicate.Operator, operand.ToString()) : [Folding.Fold(operand.ToString())])
        .Select(value => predicate.Operator is Operator.MatchesDomain ? DomainMatch.Normalize(value) : value)
        .Where(value => value.Length > 0)
        .Distinct(StringComparer.Ordinal)];

    private string WriteText(Predicate predicate, string name, SqlParameters parameters)
    {
        var isOutside = IsOutside(predicate.Operator);
        var values = Values(predicate);
        if (values.Count == 0)
        {
            return isOutside ? $"{name} is not null" : Never;
        }

        if (predicate.Operator is Operator.Is or Operator.IsNot or Operator.IsOneOf or Operator.IsNoneOf)
        {
            var among = values.Count == 1 ? $"{name} = {parameters.Add(values[0])}" : dialect.InTexts(parameters, name, values);
            return isOutside ? $"(not ({among}))" : among;
        }

        var value = parameters.Add(values[0]);
        return predicate.Operator switch
        {
            // No text is less than the empty one: that lets an index pass over the leads without a value.
            Operator.Contains => $"({name} >= '' and {dialect.Contains(name, value)})",
            Operator.DoesNotContain => $"({name} >= '' and not ({dialect.Contains(name, value)}))",
            Operator.HasWord => $"({name} >= '' and {dialect.Contains(name, value)} and {dialect.HasWord(name, value, values[0], parameters)})",
            // U+10FFFF is no character and sorts behind all others.
            Operator.StartsWith => $"({name} >= {value} and {name} < {parameters.Add(values[0] + "\U0010FFFF")})",
            Operator.EndsWith => $"({name} >= '' and {dialect.EndsWith(name, value)})",
            Operator.MatchesDomain => $"({name} >= '' and {dialect.Contains(name, value)} and {dialect.MatchesDomain(name, value)})",
            _ => Never,
        };
    }

    private static string WriteNumber(Predicate predicate, string name, SqlParameters parameters)
    {
        var values = new List<double>();
        foreach (var operand in predicate.Operands)
        {
            if (!operand.TryGetNumber(out var value))
            {
                return Never;
            }

            values.Add(value);
        }

        string Value(int index) => parameters.Add(values[index]);
        return predicate.Operator switch
        {
            Operator.Is or Operator.IsOneOf => $"{name} in ({string.Join(',', values.Select((_, index) => Value(index)))})",
            Operator.IsNot or Operator.IsNoneOf => $"{name} not in ({string.Join(',', values.Select((_, index) => Value(index)))})",
            Operator.GreaterThan => $"{name} > {Value(0)}",
            Operator.AtLeast => $"{name} >= {Value(0)}",
            Operator.LessThan => $"{name} < {Value(0)}",
            Operator.AtMost => $"{name} <= {Value(0)}",
            Operator.Between => $"{name} between {Value(0)} and {Value(1)}",
            _ => Never,
        };
    }

    private static string WriteBoolean(Predicate predicate, string name) =>
        predicate.Operands[0].TryGetBoolean(out var truth)
            ? $"{name} {(predicate.Operator is Operator.IsNot ? "<>" : "=")} {(truth ? 1 : 0)}"
            : Never;

    private string WriteDate(Predicate predicate, string name, SqlParameters parameters)
    {
        string At(double instant) => parameters.Add(instant);
        if (Operators.Describe(predicate.Operator).Shape is OperandShape.Days)
        {
            if (!predicate.Operands[0].TryGetNumber(out var days) || !double.IsInteger(days) || days is < 1 or > ConditionLimits.Days)
            {
                return Never;
            }

            var width = days * UtcMicroseconds.PerDay;
            return predicate.Operator switch
            {
                Operator.InLastDays => $"{name} >= {At(asOf - width)}",
                Operator.NotInLastDays => $"{name} < {At(asOf - width)}",
                _ => $"{name} between {At(asOf)} and {At(asOf + width)}",
            };
        }

        var ranges = new List<InstantRange>();
        foreach (var operand in predicate.Operands)
        {
            if (!InstantRange.TryParse(operand.ToString(), out var range))
            {
                return Never;
            }

            ranges.Add(range);
        }

        var (first, last) = ranges[0];
        return predicate.Operator switch
        {
            Operator.Is => $"{name} between {At(first)} and {At(last)}",
            Operator.IsNot => $"{name} not between {At(first)} and {At(last)}",
            Operator.Before => $"{name} < {At(first)}",
            Operator.After => $"{name} > {At(last)}",
            Operator.Between => $"{name} between {At(first)} and {At(ranges[1].Last)}",
            _ => Never,
        };
    }

    // A text comparison of a choice is answered here, once for each option.
    private static string WriteChoice(Predicate predicate, string name, ListColumn column)
    {
        var isOutside = IsOutside(predicate.Operator);
        var values = Values(predicate);
        var codes = column.Options.Where(option => values.Exists(value => Matches(predicate.Operator, Folding.Fold(option.Label), value)))
            .Select(option => option.Code.ToString(CultureInfo.InvariantCulture))
            .ToList();
        return codes.Count == 0
            ? isOutside ? $"{name} is not null" : Never
            : $"{name} {(isOutside ? "not in" : "in")} ({string.Join(',', codes)})";
    }

    private static bool Matches(Operator comparison, string label, string value) => comparison switch
    {
        Operator.Contains or Operator.DoesNotContain => label.Contains(value, StringComparison.Ordinal),
        Operator.HasWord => WordMatch.Contains(label, value),
        Operator.StartsWith => label.StartsWith(value, StringComparison.Ordinal),
        Operator.EndsWith => label.EndsWith(value, StringComparison.Ordinal),
        _ => label == value,
    };

    private string WriteMultiChoice(Predicate predicate, string name, ListColumn column, SqlParameters parameters)
    {
        var tests = predicate.Operands.Select(operand => Folding.Fold(operand.ToString()))
            .Select(label => column.Options.FirstOrDefault(option => Folding.Fold(option.Label) == label))
            .Select(option => option is null
                ? Never
                : dialect.Contains(name, parameters.Add(string.Create(CultureInfo.InvariantCulture, $"|{option.Code}|"))));
        return $"({name} >= '' and ({string.Join(predicate.Operator is Operator.HasAllOf ? " and " : " or ", tests)}))";
    }

    private static bool IsOutside(Operator comparison) =>
        comparison is Operator.IsNot or Operator.IsNoneOf or Operator.DoesNotContain;
}
