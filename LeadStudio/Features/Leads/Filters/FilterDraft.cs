using System.Globalization;
using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;

namespace LeadStudio.Features.Leads.Filters;

/// <summary>How the values of a filter are typed.</summary>
public enum FilterInput
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>Boxes to tick.</summary>
    Options,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>A text.</summary>
    Text,

    /// <summary>Texts or numbers, parted by commas.</summary>
    List,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A lower and an upper number.</summary>
    NumberRange,

    /// <summary>A day.</summary>
    Date,

    /// <summary>The first and the last day.</summary>
    DateRange,

    /// <summary>A number of days.</summary>
    Days,
}

/// <summary>A filter that is being put together: field, then operator, then values.</summary>
/// <param name="columns">The fields.</param>
public sealed class FilterDraft(IColumnCatalog columns)
{
    /// <summary>Gets the field; null until one is chosen.</summary>
    public ColumnDescription? Column { get; private set; }

    /// <summary>Gets the operator.</summary>
    public Operator Operator { get; private set; }

    /// <summary>Gets or sets the value, or the lower one of two, as typed.</summary>
    public string First { get; set; } = "";

    /// <summary>Gets or sets the upper value, as typed.</summary>
    public string Second { get; set; } = "";

    /// <summary>Gets the labels of the ticked options.</summary>
    public ISet<string> Ticked { get; } = new SortedSet<string>(StringComparer.CurrentCulture);

    /// <summary>Gets the operators that fit the field.</summary>
    public IReadOnlyList<OperatorDescription> Fitting => Column is null ? [] : [.. Operators.For(Column.Type)];

    /// <summary>Gets how the values are typed.</summary>
    public FilterInput Input => Column is null ? FilterInput.None : (Operators.Describe(Operator).Shape, Column.Type) switch
    {
        (OperandShape.None, _) => FilterInput.None,
        (OperandShape.Days, _) => FilterInput.Days,
        (OperandShape.Two, ColumnType.Date) => FilterInput.DateRange,
        (OperandShape.Two, _) => FilterInput.NumberRange,
        (OperandShape.Many, ColumnType.Choice or ColumnType.MultiChoice) => FilterInput.Options,
        (OperandShape.Many, _) => FilterInput.List,
        (OperandShape.One, ColumnType.Choice) when Operator is Operator.Is or Operator.IsNot => FilterInput.Options,
        (OperandShape.One, ColumnType.Number) => FilterInput.Number,
        (OperandShape.One, ColumnType.Date) => FilterInput.Date,
        (OperandShape.One, ColumnType.Boolean) => FilterInput.YesNo,
        _ => FilterInput.Text,
    };

    /// <summary>Lists fields by a part of their name.</summary>
    /// <param name="part">The part, in any case and with or without accents.</param>
    /// <returns>The fields.</returns>
    public IEnumerable<ColumnDescription> Find(string part)
    {
        var folded = Folding.Fold(part);
        return columns.Columns.Where(column => Folding.Fold(column.Label).Contains(folded, StringComparison.Ordinal));
    }

    /// <summary>Chooses the field, with the operator that is used most with it.</summary>
    /// <param name="column">The field.</param>
    public void Choose(ColumnDescription column)
    {
        ArgumentNullException.ThrowIfNull(column);
        Column = column;
        Ticked.Clear();
        (First, Second) = ("", "");
        Use(column.Type switch
        {
            ColumnType.Text => Operator.Contains,
            ColumnType.Number => Operator.AtLeast,
            ColumnType.Boolean => Operator.Is,
            ColumnType.Date => Operator.InLastDays,
            ColumnType.Choice => Operator.IsOneOf,
            ColumnType.MultiChoice => Operator.HasAnyOf,
            _ => throw new ArgumentOutOfRangeException(nameof(column), column.Type, "No such type."),
        });
    }

    /// <summary>Goes back to the choice of the field.</summary>
    public void Reset() => Column = null;

    /// <summary>Sets the operator; what was typed is kept.</summary>
    /// <param name="value">The operator.</param>
    public void Use(Operator value)
    {
        Operator = value;
        First = (Input, First) switch
        {
            (FilterInput.Days, "") => "7",
            (FilterInput.YesNo, not ("true" or "false")) => "true",
            (FilterInput.Date or FilterInput.DateRange, _) when !DateOnly.TryParse(First, CultureInfo.InvariantCulture, out _) => "",
            _ => First,
        };
    }

    /// <summary>Makes the condition.</summary>
    /// <returns>The condition; else a sentence that says what is missing.</returns>
    public (Condition? Condition, string? Problem) Build()
    {
        if (Column is null)
        {
            return (null, "Choose a field.");
        }

        var operands = Operands().ToList();
        if (operands.Count == 0 && Input is not FilterInput.None)
        {
            return (null, Input is FilterInput.Options ? "Tick at least one." : "Type a value.");
        }

        // "is" of one option and "is one of" several are the same to who ticks boxes.
        var used = (Operator, operands.Count) switch
        {
            (Operator.Is, > 1) => Operator.IsOneOf,
            (Operator.IsNot, > 1) => Operator.IsNoneOf,
            _ => Operator,
        };
        var predicate = new Predicate(Column.Key, used, ValueList.From(operands));
        var problem = new ConditionValidator(columns).Check(predicate).FirstOrDefault(item => item.Kind == ConditionProblemKind.Error);
        return problem is null ? (predicate, null) : (null, problem.Message);
    }

    private IEnumerable<Operand> Operands() => Input switch
    {
        FilterInput.None => [],
        FilterInput.Options => Ticked.Select(Operand.From),
        FilterInput.YesNo => [First == "true"],
        FilterInput.Text or FilterInput.Date => Typed(First),
        FilterInput.Number or FilterInput.Days => Typed(First).Select(Number),
        FilterInput.List => First.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(text => Column!.Type is ColumnType.Number ? Number(text) : text),
        FilterInput.NumberRange => First.Trim().Length == 0 || Second.Trim().Length == 0 ? [] : [Number(First), Number(Second)],
        FilterInput.DateRange => First.Length == 0 || Second.Length == 0 ? [] : [First, Second],
        _ => throw new InvalidOperationException($"No such input: {Input}."),
    };

    private static IEnumerable<Operand> Typed(string text) => text.Trim() is { Length: > 0 } some ? [some] : [];

    private static Operand Number(Operand text) => text.TryGetNumber(out var number) ? number : text;
}
