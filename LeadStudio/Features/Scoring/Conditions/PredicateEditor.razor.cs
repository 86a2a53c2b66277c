using LeadStudio.Core.Conditions;
using LeadStudio.Core.Scoring.Model;
using Microsoft.AspNetCore.Components;

namespace LeadStudio.Features.Scoring.Conditions;

/// <summary>Edits one comparison: field, operator, and the values that fit them.</summary>
public sealed partial class PredicateEditor
{
    private ColumnDescription? _column;
    private OperatorDescription _form = Operators.Describe(Operator.IsEmpty);
    private ScorecardProblem? _problem;

    /// <summary>Gets or sets the comparison.</summary>
    [Parameter, EditorRequired]
    public Predicate Predicate { get; set; } = null!;

    /// <summary>Gets or sets the fields.</summary>
    [Parameter, EditorRequired]
    public IColumnCatalog Catalog { get; set; } = null!;

    /// <summary>Gets or sets what is wrong with the scorecard.</summary>
    [Parameter]
    public IReadOnlyList<ScorecardProblem> Problems { get; set; } = [];

    /// <summary>Gets or sets where the comparison stands in the scorecard, as problems name it.</summary>
    [Parameter]
    public string Path { get; set; } = "";

    /// <summary>Gets or sets whether it can be removed.</summary>
    [Parameter]
    public bool CanRemove { get; set; }

    /// <summary>Gets or sets what is called with the changed comparison; with null to remove it.</summary>
    [Parameter]
    public EventCallback<Condition?> OnChange { get; set; }

    private string Label => _column?.Label ?? Predicate.Field;

    private string? ProblemId => _problem is null ? null : $"problem-{ProblemWords.IdOf(Path)}";

    // Parts of a text are typed, whole options are chosen.
    private bool OffersOptions => Predicate.Operator is Operator.Is or Operator.IsNot;

    private IEnumerable<OperatorDescription> Forms =>
        _column is null ? [_form] : Operators.For(_column.Type).Contains(_form) ? Operators.For(_column.Type) : Operators.For(_column.Type).Prepend(_form);

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _column = Catalog.Find(Predicate.Field);
        _form = Operators.Describe(Predicate.Operator);
        _problem = Problems.FirstOrDefault(problem => ProblemWords.IsAt(problem, Path));
    }

    private Task TellAsync(Predicate changed) => OnChange.InvokeAsync(changed);

    private Task SetAsync(int index, Operand value) => TellAsync(Predicate.WithOperand(index, value));

    private Task SetFieldAsync(ChangeEventArgs change) =>
        change.Value is string key && Catalog.Find(key) is { } column ? TellAsync(Predicate.WithField(column, _column)) : Task.CompletedTask;

    private Task SetOperatorAsync(ChangeEventArgs change) =>
        Enum.TryParse<Operator>(change.Value as string, out var value) ? TellAsync(Predicate.WithOperator(value, _column)) : Task.CompletedTask;
}
