using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Tests.Conditions;

namespace LeadStudio.Core.Tests.Leads.Listing;

/// <summary>Conditions read word by word, as their documentation says.</summary>
internal static class NaiveCondition
{
    public static bool Holds(Condition condition, ListedLead lead, ListColumns columns, FieldCatalog catalog) => condition switch
    {
        AllCondition all => all.Items.All(item => Holds(item, lead, columns, catalog)),
        AnyCondition any => any.Items.Any(item => Holds(item, lead, columns, catalog)),
        NotCondition not => !Holds(not.Item, lead, columns, catalog),
        Predicate predicate => Holds(predicate, lead, columns, catalog),
        _ => throw new ArgumentException("Unknown condition.", nameof(condition)),
    };

    private static bool Holds(Predicate predicate, ListedLead lead, ListColumns columns, FieldCatalog catalog)
    {
        var column = columns.Find(predicate.Field);
        var value = column is null ? FieldValue.Empty : lead.Fact(column, catalog);
        if (predicate.Operator is Operator.IsEmpty or Operator.IsNotEmpty)
        {
            return value.IsEmpty == predicate.Operator is Operator.IsEmpty;
        }

        if (column is null || value.IsEmpty || !Operators.Describe(predicate.Operator).Types.Contains(column.Type))
        {
            return false;
        }

        string LabelOf(int code) => Folding.Fold(column.Options.Single(option => option.Code == code).Label);
        var operands = predicate.Operands;
        return column.Type switch
        {
            ColumnType.Text => HoldsText(predicate, value.Text!),
            ColumnType.Choice => HoldsText(predicate, LabelOf((int)value.Number)),
            ColumnType.MultiChoice => HoldsOptions(predicate, [.. value.ToCodes().Select(LabelOf)]),
            ColumnType.Number => HoldsNumber(predicate.Operator, value.Number, [.. operands.Select(operand => operand.Number)]),
            ColumnType.Boolean => (value.Number == operands[0].Number) == predicate.Operator is Operator.Is,
            ColumnType.Date => HoldsDate(predicate, (long)value.Number),
            _ => throw new ArgumentException("Unknown type.", nameof(predicate)),
        };
    }

    private static bool HoldsText(Predicate predicate, string text)
    {
        var values = predicate.Operands.Select(operand => Folding.Fold(operand.ToString())).ToList();
        return predicate.Operator switch
        {
            Operator.Is or Operator.IsOneOf => values.Contains(text),
            Operator.IsNot or Operator.IsNoneOf => !values.Contains(text),
            Operator.Contains => text.Contains(values[0], StringComparison.Ordinal),
            Operator.DoesNotContain => !text.Contains(values[0], StringComparison.Ordinal),
            Operator.HasWord => NaiveWord.IsIn(values[0], text),
            Operator.StartsWith => text.StartsWith(values[0], StringComparison.Ordinal),
            Operator.EndsWith => text.EndsWith(values[0], StringComparison.Ordinal),
            Operator.MatchesDomain => DomainMatch.Matches(text, DomainMatch.Normalize(values[0])),
            _ => throw new ArgumentException("Not for texts.", nameof(predicate)),
        };
    }

    private static bool HoldsOptions(Predicate predicate, HashSet<string> labels)
    {
        var values = predicate.Operands.Select(operand => Folding.Fold(operand.ToString())).ToList();
        return predicate.Operator is Operator.HasAllOf ? values.TrueForAll(labels.Contains) : values.Exists(labels.Contains);
    }

    private static bool HoldsNumber(Operator comparison, double number, double[] values) => comparison switch
    {
        Operator.Is or Operator.IsOneOf => values.Contains(number),
        Operator.IsNot or Operator.IsNoneOf => !values.Contains(number),
        Operator.GreaterThan => number > values[0],
        Operator.AtLeast => number >= values[0],
        Operator.LessThan => number < values[0],
        Operator.AtMost => number <= values[0],
        Operator.Between => number >= values[0] && number <= values[1],
        _ => throw new ArgumentException("Not for numbers.", nameof(comparison)),
    };

    private static bool HoldsDate(Predicate predicate, long at)
    {
        var now = UtcMicroseconds.From(ListWorld.Now);
        if (Operators.Describe(predicate.Operator).Shape is OperandShape.Days)
        {
            var width = (long)predicate.Operands[0].Number * UtcMicroseconds.PerDay;
            return predicate.Operator switch
            {
                Operator.InLastDays => now - at <= width,
                Operator.NotInLastDays => now - at > width,
                _ => at >= now && at <= now + width,
            };
        }

        Assert.True(InstantRange.TryParse(predicate.Operands[0].ToString(), out var from));
        Assert.True(InstantRange.TryParse(predicate.Operands[^1].ToString(), out var to));
        return predicate.Operator switch
        {
            Operator.Is => at >= from.First && at <= from.Last,
            Operator.IsNot => at < from.First || at > from.Last,
            Operator.Before => at < from.First,
            Operator.After => at > from.Last,
            Operator.Between => at >= from.First && at <= to.Last,
            _ => throw new ArgumentException("Not for dates.", nameof(predicate)),
        };
    }
}
