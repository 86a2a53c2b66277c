using LeadStudio.Core.Common;

namespace LeadStudio.Core.Scoring;

/// <summary>A scorecard in JSON form cannot be read.</summary>
/// <param name="Path">The part, such as <c>groups[0].rules[2].when.any[1]</c>; empty for the whole.</param>
/// <param name="Message">What is wrong with it and what was expected.</param>
public sealed record ScorecardJsonError(string Path, string Message) : InvalidError(Message);
