using LeadStudio.Core.Conditions;
using LeadStudio.Core.Scoring.Model;
using Microsoft.AspNetCore.Components;

namespace LeadStudio.Features.Scoring.Conditions;

/// <summary>Edits a condition: comparisons joined by all, any or none, and groups of them within.</summary>
public sealed partial class ConditionEditor
{
    private ConditionGroup _group = new(GroupMode.All, []);

    /// <summary>Gets or sets the condition.</summary>
    [Parameter, EditorRequired]
    public Condition Condition { get; set; } = new AllCondition([]);

    /// <summary>Gets or sets the fields.</summary>
    [Parameter, EditorRequired]
    public IColumnCatalog Catalog { get; set; } = null!;

    /// <summary>Gets or sets what is wrong with the scorecard.</summary>
    [Parameter]
    public IReadOnlyList<ScorecardProblem> Problems { get; set; } = [];

    /// <summary>Gets or sets where the condition stands in the scorecard, as problems name it.</summary>
    [Parameter]
    public string Path { get; set; } = "";

    /// <summary>Gets or sets whether it stands within another one.</summary>
    [Parameter]
    public bool IsInner { get; set; }

    /// <summary>Gets or sets what is called with the changed condition; with null to remove it.</summary>
    [Parameter]
    public EventCallback<Condition?> OnChange { get; set; }

    /// <inheritdoc />
    protected override void OnParametersSet() => _group = ConditionGroup.From(Condition);

    private string Join(string part) => part.Length == 0 ? Path : $"{Path}.{part}";

    private Task SetModeAsync(ChangeEventArgs change) =>
        Enum.TryParse<GroupMode>(change.Value as string, out var mode) ? TellAsync(_group with { Mode = mode }) : Task.CompletedTask;

    private Task SetItemAsync(int index, Condition? item) => TellAsync(_group.With(index, item));

    private Task AddAsync(Condition item) => TellAsync(_group with { Items = [.. _group.Items, item] });

    // A group of two, because one of one could not be told from its item.
    private Task AddGroupAsync() => AddAsync(new AnyCondition([PredicateForm.New(Catalog), PredicateForm.New(Catalog)]));

    // The last item of an inner group takes the group with it.
    private Task TellAsync(ConditionGroup group) => OnChange.InvokeAsync(
        group.Items.Count == 0 && IsInner ? null
        : group is { Mode: GroupMode.Any, Items.Count: 1 } && _group.Mode != GroupMode.Any ? new AnyCondition(group.Items)
        : group.ToCondition());
}
