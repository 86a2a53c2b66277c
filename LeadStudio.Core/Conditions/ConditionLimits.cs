namespace LeadStudio.Core.Conditions;

/// <summary>How large a condition may be, so that a hostile one neither overflows the stack nor holds a processor.</summary>
public static class ConditionLimits
{
    /// <summary>The most levels of all, any, not and parentheses, one predicate counting as one level.</summary>
    public const int Depth = 32;

    /// <summary>The most predicates in one condition.</summary>
    public const int Predicates = 500;

    /// <summary>The most values of one predicate.</summary>
    public const int Operands = 1_000;

    /// <summary>The most characters of the text form.</summary>
    public const int TextLength = 16_384;

    /// <summary>The most characters of the JSON form.</summary>
    public const int JsonLength = 262_144;

    /// <summary>The most days of a time window, about a hundred years.</summary>
    public const int Days = 36_500;
}
