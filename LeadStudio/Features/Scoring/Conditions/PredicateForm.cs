using System.Globalization;
using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;

namespace LeadStudio.Features.Scoring.Conditions;

/// <summary>Changes comparisons so that they always have a form that can be stored; what is still missing is an empty text.</summary>
internal static class PredicateForm
{
    private const int UsualDays = 30;

    /// <summary>Makes the comparison that a new line of the form starts with.</summary>
    /// <param name="catalog">The fields.</param>
    public static Predicate New(IColumnCatalog catalog) =>
        catalog.Columns is [var first, ..] ? For(catalog.Find("title") ?? first) : new Predicate("title", Operator.IsNotEmpty, []);

    /// <summary>Turns a comparison to another field; operator and values stay where they fit.</summary>
    /// <param name="predicate">The comparison.</param>
    /// <param name="column">The field.</param>
    /// <param name="before">The field until now.</param>
    public static Predicate WithField(this Predicate predicate, ColumnDescription column, ColumnDescription? before)
    {
        if (!Operators.Describe(predicate.Operator).Types.Contains(column.Type))
        {
            return For(column);
        }

        var keeps = before?.Type == column.Type && column.Type is not (ColumnType.Choice or ColumnType.MultiChoice);
        return keeps ? predicate with { Field = column.Key } : WithOperator(predicate with { Field = column.Key, Operands = [] }, predicate.Operator, column);
    }

    /// <summary>Turns a comparison to another operator; the first values stay where they fit.</summary>
    /// <param name="predicate">The comparison.</param>
    /// <param name="value">The operator.</param>
    /// <param name="column">The field; null where there is none of this key.</param>
    public static Predicate WithOperator(this Predicate predicate, Operator value, ColumnDescription? column)
    {
        var old = Operators.Describe(predicate.Operator).Shape == OperandShape.Days ? [] : predicate.Operands;
        Operand At(int index) => index < old.Count ? old[index] : Empty(column);
        ValueList<Operand> operands = Operators.Describe(value).Shape switch
        {
            OperandShape.None => [],
            OperandShape.One => [At(0)],
            OperandShape.Two => [At(0), At(1)],
            OperandShape.Many => old.Count > 0 ? old : [Empty(column)],
            OperandShape.Days => [predicate.Operands is [{ Kind: OperandKind.Number } days] && old.Count == 0 ? days : Operand.From((double)UsualDays)],
            _ => throw new InvalidOperationException("Unknown shape."),
        };
        return predicate with { Operator = value, Operands = operands };
    }

    public static Predicate WithOperand(this Predicate predicate, int index, Operand operand) =>
        predicate with { Operands = ValueList.From(predicate.Operands.Select((old, at) => at == index ? operand : old)) };

    /// <summary>Adds one of many values, once; the empty text that stood for none goes.</summary>
    /// <param name="predicate">The comparison.</param>
    /// <param name="operand">The value.</param>
    public static Predicate Add(this Predicate predicate, Operand operand) =>
        predicate with { Operands = ValueList.From(predicate.Operands.Where(old => old.ToString().Length > 0).Append(operand).Distinct()) };

    public static Predicate Remove(this Predicate predicate, Operand operand)
    {
        var left = ValueList.From(predicate.Operands.Where(old => old != operand));
        return predicate with { Operands = left.Count > 0 ? left : [Operand.From("")] };
    }

    /// <summary>Reads what was typed, as the field's type has it; what cannot be read stays a text, so that it can be shown and named.</summary>
    /// <param name="typed">The text.</param>
    /// <param name="column">The field.</param>
    public static Operand Read(string? typed, ColumnDescription? column)
    {
        var text = typed?.Trim() ?? "";
        return column?.Type switch
        {
            ColumnType.Number when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
            ColumnType.Boolean when bool.TryParse(text, out var truth) => truth,
            _ => text,
        };
    }

    /// <summary>Reads a number of days; what is none becomes 0, which the validator names.</summary>
    /// <param name="typed">The text.</param>
    public static Operand ReadDays(string? typed) =>
        Operand.From((double)(int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : 0));

    private static Predicate For(ColumnDescription column) =>
        WithOperator(new Predicate(column.Key, Operator.IsEmpty, []), Operators.For(column.Type).First().Operator, column);

    private static Operand Empty(ColumnDescription? column) => column?.Type == ColumnType.Boolean ? true : Operand.From("");
}
