using System.Globalization;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Scoring;
using LeadStudio.Core.Scoring.Model;
using LeadStudio.Features.Scoring.Conditions;
using Microsoft.AspNetCore.Components;

namespace LeadStudio.Features.Scoring;

/// <summary>Edits a scorecard: groups, rules and bands. Tells every change to its parent, which keeps the truth.</summary>
public sealed partial class DraftEditor
{
    private static readonly Axis[] s_axes = [Axis.Fit, Axis.Engagement, Axis.None];
    private string? _focused;

    /// <summary>Gets or sets the scorecard.</summary>
    [Parameter, EditorRequired]
    public Scorecard Card { get; set; } = null!;

    /// <summary>Gets or sets the fields.</summary>
    [Parameter, EditorRequired]
    public IColumnCatalog Catalog { get; set; } = null!;

    /// <summary>Gets or sets what is wrong with the scorecard.</summary>
    [Parameter]
    public IReadOnlyList<ScorecardProblem> Problems { get; set; } = [];

    /// <summary>Gets or sets for how many leads each rule holds; null where that is not known.</summary>
    [Parameter]
    public RuleCounts? Counts { get; set; }

    /// <summary>Gets or sets the key of the rule whose form is shown.</summary>
    [Parameter]
    public string? Selected { get; set; }

    /// <summary>Gets or sets what is called to show the form of a rule, by its key; with null to hide it.</summary>
    [Parameter]
    public EventCallback<string?> OnSelect { get; set; }

    /// <summary>Gets or sets what is called with the changed scorecard.</summary>
    [Parameter]
    public EventCallback<Scorecard> OnChange { get; set; }

    private int Sum => Card.Groups.Sum(group => group.Cap);

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender) => _focused = null;

    private static string Text(ChangeEventArgs change) => (change.Value as string ?? "").Trim();

    private static int Whole(ChangeEventArgs change, int old) => int.TryParse(change.Value as string, CultureInfo.InvariantCulture, out var number) ? number : old;

    private int? CountOf(Rule rule) => Counts is not null && Counts.ByRule.TryGetValue(rule.Key, out var count) ? count : null;

    private Task TellAsync(Scorecard card) => OnChange.InvokeAsync(card);

    private Task SetAxisAsync(int group, ChangeEventArgs change) =>
        Enum.TryParse<Axis>(change.Value as string, out var axis) ? TellAsync(Card.WithGroup(group, item => item with { Axis = axis })) : Task.CompletedTask;

    private Task MoveAsync(string key, int step)
    {
        _focused = key;
        return TellAsync(Card.MoveRule(key, step));
    }

    private async Task AddRuleAsync(int group)
    {
        await TellAsync(Card.AddRule(group, PredicateForm.New(Catalog), out var key));
        await OnSelect.InvokeAsync(key);
    }

    private async Task DuplicateAsync(string key)
    {
        await TellAsync(Card.DuplicateRule(key, out var copy));
        await OnSelect.InvokeAsync(copy);
    }
}
