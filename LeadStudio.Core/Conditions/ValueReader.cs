using LeadStudio.Core.Common;

namespace LeadStudio.Core.Conditions;

/// <summary>Reads the values of predicates by the type of their field.</summary>
internal static class ValueReader
{
    /// <summary>Says why a value cannot be compared, or nothing where it can.</summary>
    public static string? Complaint(Operand operand, OperatorDescription form, ColumnDescription column)
    {
        if (form.Shape is OperandShape.Days)
        {
            return TryGetDays(operand, out _)
                ? null
                : $"{column.Label} '{form.Label}' takes whole days from 1 to {ConditionLimits.Days}, not '{operand}'.";
        }

        var reads = column.Type switch
        {
            ColumnType.Number => operand.TryGetNumber(out _),
            ColumnType.Boolean => operand.TryGetBoolean(out _),
            ColumnType.Date => InstantRange.TryParse(operand.ToString(), out _),
            ColumnType.Text or ColumnType.Choice or ColumnType.MultiChoice => Folding.Fold(operand.ToString()).Length > 0,
            _ => throw new InvalidOperationException($"Unknown type {column.Type}."),
        };
        return reads ? null : $"{column.Label} is {Describe(column.Type)}; '{operand}' is none. Write {Example(column.Type)}.";
    }

    /// <summary>Whether the values name options in full, so that they can be looked up.</summary>
    public static bool NamesOption(OperatorDescription form, ColumnDescription column) =>
        column.Type is ColumnType.MultiChoice
        || (column.Type is ColumnType.Choice && form.Operator is Operator.Is or Operator.IsNot or Operator.IsOneOf or Operator.IsNoneOf);

    /// <summary>Finds the option with this label, without regard to case and accents.</summary>
    public static ColumnOption? FindOption(Operand operand, ColumnDescription column)
    {
        var label = Folding.Fold(operand.ToString());
        return column.Options.FirstOrDefault(option => Folding.Fold(option.Label) == label);
    }

    public static bool TryGetDays(Operand operand, out int days)
    {
        var reads = operand.TryGetNumber(out var number) && double.IsInteger(number) && number is >= 1 and <= ConditionLimits.Days;
        days = reads ? (int)number : 0;
        return reads;
    }

    public static bool IsReversed(ValueList<Operand> bounds, ColumnType type) => type is ColumnType.Date
        ? InstantRange.TryParse(bounds[0].ToString(), out var from) && InstantRange.TryParse(bounds[1].ToString(), out var to) && to.Last < from.First
        : bounds[0].TryGetNumber(out var lower) && bounds[1].TryGetNumber(out var upper) && upper < lower;

    public static string Describe(ColumnType type) => type switch
    {
        ColumnType.Text => "a text",
        ColumnType.Number => "a number",
        ColumnType.Boolean => "yes or no",
        ColumnType.Date => "a date",
        ColumnType.Choice => "a choice",
        ColumnType.MultiChoice => "a choice of several",
        _ => throw new InvalidOperationException($"Unknown type {type}."),
    };

    private static string Example(ColumnType type) => type switch
    {
        ColumnType.Text or ColumnType.Choice or ColumnType.MultiChoice => "at least one letter, digit or sign",
        ColumnType.Number => "a number such as 200 or 0.5",
        ColumnType.Boolean => "true or false",
        ColumnType.Date => "a date such as 2026-11-22 or 2026-11-22T09:30:00Z",
        _ => throw new InvalidOperationException($"Unknown type {type}."),
    };
}
