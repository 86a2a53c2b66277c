using LeadStudio.Core.Conditions;
using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Core.Scoring.Suggestion;

/// <summary>A rule that the closed leads speak for.</summary>
/// <param name="Field">The key of its field.</param>
/// <param name="Condition">Whom it means.</param>
/// <param name="Name">Its condition in words.</param>
/// <param name="Axis">What it tells about a lead.</param>
/// <param name="Leads">How many closed leads it means.</param>
/// <param name="Won">How many of these were won.</param>
/// <param name="Lift">Their share of won leads, divided by that of all closed leads.</param>
public sealed record SuggestedRule(string Field, Condition Condition, string Name, Axis Axis, int Leads, int Won, double Lift)
{
    /// <summary>Gets the rows of the sample that it means.</summary>
    internal int[] Rows { get; init; } = [];
}

/// <summary>What one field tells about winning.</summary>
/// <param name="Field">The field's key.</param>
/// <param name="Label">The field's name on the screen.</param>
/// <param name="Auc">How well the field alone ranks won before lost.</param>
/// <param name="Suspicion">Why the field may know the outcome itself, as a sentence; null where it is above suspicion. Suspects are not ticked.</param>
/// <param name="Rules">Its values as rules, those that win most often first.</param>
public sealed record FieldSignal(string Field, string Label, double Auc, string? Suspicion, IReadOnlyList<SuggestedRule> Rules);

/// <summary>A scorecard that the data suggest.</summary>
/// <param name="Won">How many won leads it was learned from.</param>
/// <param name="Lost">How many lost leads it was learned from.</param>
/// <param name="Fields">The fields that separate won from lost, most telling first.</param>
public sealed record ScorecardSuggestion(int Won, int Lost, IReadOnlyList<FieldSignal> Fields)
{
    /// <summary>Gets the outcome of each row of the sample.</summary>
    internal bool[] Outcomes { get; init; } = [];
}
