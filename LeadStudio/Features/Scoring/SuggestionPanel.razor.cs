using System.Globalization;
using LeadStudio.Core.Scoring.Model;
using LeadStudio.Core.Scoring.Suggestion;
using Microsoft.AspNetCore.Components;

namespace LeadStudio.Features.Scoring;

/// <summary>Shows which fields tell won leads from lost ones, and makes a draft of those that are ticked.</summary>
public sealed partial class SuggestionPanel(IScorecardSuggester suggester)
{
    private SuggestionChoice? _choice;
    private string? _problem;
    private string? _buildProblem;
    private bool _isBuilding;

    /// <summary>Gets or sets what is called with the scorecard that the ticked rules make.</summary>
    [Parameter]
    public EventCallback<Scorecard> OnUse { get; set; }

    private double Base => (double)_choice!.Suggestion.Won / (_choice.Suggestion.Won + _choice.Suggestion.Lost);

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var token = Disposed;
        var result = await Task.Run(() => suggester.SuggestAsync(token), token);
        _choice = result.IsSuccess ? new SuggestionChoice(result.Value) : null;
        _problem = result.Error?.Message;
    }

    private static string Rate(double rate) => rate.ToString("0.# %", CultureInfo.InvariantCulture);

    private async Task UseAsync()
    {
        var (choice, rules) = (_choice!, _choice!.Ticked);
        _isBuilding = true;
        var result = await Task.Run(() => suggester.Build(choice.Suggestion, rules), Disposed);
        _isBuilding = false;
        _buildProblem = result.Error?.Message;
        if (result.IsSuccess)
        {
            await OnUse.InvokeAsync(result.Value);
        }
    }
}
