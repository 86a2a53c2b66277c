namespace LeadStudio.Core.Conditions;

/// <summary>What is wrong with one part of a condition.</summary>
/// <param name="Kind">Whether it is an error or may come right by itself.</param>
/// <param name="Path">The part, such as <c>any[2].value</c>.</param>
/// <param name="Message">What is wrong and what to do, in one sentence.</param>
public sealed record ConditionProblem(ConditionProblemKind Kind, string Path, string Message);

/// <summary>How bad a problem is.</summary>
public enum ConditionProblemKind
{
    /// <summary>The condition must not be used.</summary>
    Error,

    /// <summary>A choice does not have this option yet; an import may add it. Until then the comparison fails to match.</summary>
    UnknownOption,
}
