using LeadStudio.Core.Common;

namespace LeadStudio.Core.Conditions;

/// <summary>A condition in text form cannot be read.</summary>
/// <param name="Column">Where in the text, counted from 0.</param>
/// <param name="Message">What was expected there.</param>
public sealed record ConditionTextError(int Column, string Message) : InvalidError(Message);

/// <summary>A condition in JSON form cannot be read.</summary>
/// <param name="Path">The part, such as <c>any[2].in</c>; empty for the whole.</param>
/// <param name="Message">What is wrong with it and what was expected.</param>
public sealed record ConditionJsonError(string Path, string Message) : InvalidError(Message);
