using LeadStudio.Core.Conditions;

namespace LeadStudio.Core.Scoring.Model;

/// <summary>What is wrong with one part of a scorecard.</summary>
/// <param name="Kind">Whether it forbids publishing.</param>
/// <param name="Path">The part as in the JSON form, such as <c>groups[0].rules[2].when.any[1].value</c>.</param>
/// <param name="Message">Group, rule, what is wrong and what to do, in one sentence.</param>
public sealed record ScorecardProblem(ConditionProblemKind Kind, string Path, string Message);
