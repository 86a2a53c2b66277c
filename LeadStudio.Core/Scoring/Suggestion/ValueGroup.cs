using LeadStudio.Core.Conditions;

namespace LeadStudio.Core.Scoring.Suggestion;

/// <summary>Leads that share a value of a field, some of its values, or a range of it.</summary>
/// <param name="Condition">The condition that tells them.</param>
/// <param name="Rows">The rows.</param>
internal sealed record ValueGroup(Condition Condition, int[] Rows);
