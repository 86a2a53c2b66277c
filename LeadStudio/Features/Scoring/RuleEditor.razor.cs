using System.Globalization;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Scoring.Model;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace LeadStudio.Features.Scoring;

/// <summary>Edits one rule.</summary>
public sealed partial class RuleEditor
{
    private ElementReference _toggle;
    private ElementReference _textToggle;
    private bool _leavesText;
    private bool _isText;
    private string _text = "";
    private string? _textProblem;

    /// <summary>Gets or sets the rule.</summary>
    [Parameter, EditorRequired]
    public Rule Rule { get; set; } = null!;

    /// <summary>Gets or sets where the rule stands in the scorecard, as problems name it.</summary>
    [Parameter, EditorRequired]
    public string Path { get; set; } = "";

    /// <summary>Gets or sets the name of its group.</summary>
    [Parameter]
    public string Group { get; set; } = "";

    /// <summary>Gets or sets the names of all groups.</summary>
    [Parameter]
    public IReadOnlyList<string> Groups { get; set; } = [];

    /// <summary>Gets or sets the fields.</summary>
    [Parameter, EditorRequired]
    public IColumnCatalog Catalog { get; set; } = null!;

    /// <summary>Gets or sets what is wrong with the scorecard.</summary>
    [Parameter]
    public IReadOnlyList<ScorecardProblem> Problems { get; set; } = [];

    /// <summary>Gets or sets for how many leads it holds; null where that is not known.</summary>
    [Parameter]
    public int? Count { get; set; }

    /// <summary>Gets or sets whether its form is shown.</summary>
    [Parameter]
    public bool IsOpen { get; set; }

    /// <summary>Gets or sets whether the focus is to come here, as after a move.</summary>
    [Parameter]
    public bool TakesFocus { get; set; }

    /// <summary>Gets or sets what shows and hides the form.</summary>
    [Parameter]
    public EventCallback OnToggle { get; set; }

    /// <summary>Gets or sets what is called with the changed rule.</summary>
    [Parameter]
    public EventCallback<Rule> OnChange { get; set; }

    /// <summary>Gets or sets what moves the rule by -1 (up) or 1 (down).</summary>
    [Parameter]
    public EventCallback<int> OnMove { get; set; }

    /// <summary>Gets or sets what moves the rule to a group, by its index.</summary>
    [Parameter]
    public EventCallback<int> OnMoveTo { get; set; }

    /// <summary>Gets or sets what makes a copy.</summary>
    [Parameter]
    public EventCallback OnDuplicate { get; set; }

    /// <summary>Gets or sets what removes the rule.</summary>
    [Parameter]
    public EventCallback OnRemove { get; set; }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (TakesFocus)
        {
            await _toggle.FocusAsync();
        }
        else if (_leavesText)
        {
            _leavesText = false;
            await _textToggle.FocusAsync();
        }
    }

    private static string Text(ChangeEventArgs change) => (change.Value as string ?? "").Trim();

    private static bool IsInCondition(ScorecardProblem problem) => problem.Path.Contains(".when", StringComparison.Ordinal);

    private bool HasProblem(string part) => Problems.Any(problem => problem.Path == $"{Path}.{part}");

    private Task SetPointsAsync(ChangeEventArgs change) =>
        OnChange.InvokeAsync(Rule with { Points = int.TryParse(change.Value as string, CultureInfo.InvariantCulture, out var points) ? points : 0 });

    private Task SetConditionAsync(Condition? condition) => condition is null ? Task.CompletedTask : OnChange.InvokeAsync(Rule with { Condition = condition });

    private Task MoveByKeyAsync(KeyboardEventArgs key) => key switch
    {
        { AltKey: true, Key: "ArrowUp" } => OnMove.InvokeAsync(-1),
        { AltKey: true, Key: "ArrowDown" } => OnMove.InvokeAsync(1),
        _ => Task.CompletedTask,
    };

    private void ToggleText()
    {
        _isText = !_isText;
        (_text, _textProblem) = (ConditionText.Print(Rule.Condition), null);
    }

    // What was typed but not applied is forgotten.
    private void LeaveTextByKey(KeyboardEventArgs key)
    {
        if (key.Key == "Escape" && _isText)
        {
            ToggleText();
            _leavesText = true;
        }
    }

    private Task SetTextAsync(ChangeEventArgs change)
    {
        if (!_isText)
        {
            return Task.CompletedTask; // the browser tells of a change when the box is taken away
        }

        _text = change.Value as string ?? "";
        var read = ConditionText.Parse(_text);
        _textProblem = read.Error is ConditionTextError error
            ? string.Create(CultureInfo.InvariantCulture, $"At character {error.Column + 1}: {error.Message}")
            : read.Error?.Message;
        return read.IsSuccess ? OnChange.InvokeAsync(Rule with { Condition = read.Value }) : Task.CompletedTask;
    }
}
