using LeadStudio.Core.Scoring.Suggestion;

namespace LeadStudio.Features.Scoring;

/// <summary>Which of the suggested rules are ticked: at first all but those of suspect fields.</summary>
public sealed class SuggestionChoice
{
    private readonly HashSet<SuggestedRule> _ticked;

    /// <summary>Ticks the rules of all fields that are above suspicion.</summary>
    /// <param name="suggestion">What the closed leads say.</param>
    public SuggestionChoice(ScorecardSuggestion suggestion)
    {
        ArgumentNullException.ThrowIfNull(suggestion);
        Suggestion = suggestion;
        _ticked = [.. suggestion.Fields.Where(field => field.Suspicion is null).SelectMany(field => field.Rules)];
    }

    /// <summary>Gets what the closed leads say.</summary>
    public ScorecardSuggestion Suggestion { get; }

    /// <summary>Gets the ticked rules, in their order.</summary>
    public IReadOnlyList<SuggestedRule> Ticked => [.. Suggestion.Fields.SelectMany(signal => signal.Rules).Where(_ticked.Contains)];

    /// <summary>Tells whether a rule is ticked.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>Whether it is.</returns>
    public bool IsTicked(SuggestedRule rule) => _ticked.Contains(rule);

    /// <summary>Tells whether all rules of a field are ticked; null for some of them.</summary>
    /// <param name="field">The field.</param>
    /// <returns>Whether they are.</returns>
    public bool? IsTicked(FieldSignal field) => field.Rules.Count(_ticked.Contains) switch
    {
        0 => false,
        var count when count == field.Rules.Count => true,
        _ => null,
    };

    /// <summary>Ticks a rule, or takes the tick away.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="isTicked">Whether it is to be ticked.</param>
    public void Tick(SuggestedRule rule, bool isTicked)
    {
        if (isTicked)
        {
            _ticked.Add(rule);
        }
        else
        {
            _ticked.Remove(rule);
        }
    }

    /// <summary>Ticks all rules of a field, or takes their ticks away.</summary>
    /// <param name="field">The field.</param>
    /// <param name="isTicked">Whether they are to be ticked.</param>
    public void Tick(FieldSignal field, bool isTicked)
    {
        foreach (var rule in field.Rules)
        {
            Tick(rule, isTicked);
        }
    }
}
