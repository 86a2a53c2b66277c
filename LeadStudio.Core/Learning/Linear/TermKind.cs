namespace LeadStudio.Core.Learning.Linear;

/// <summary>What a <see cref="LinearTerm"/> looks at.</summary>
public enum TermKind
{
    /// <summary>A number.</summary>
    Line,

    /// <summary>The logarithm of a number: sign(x) * ln(1 + |x| / <see cref="LinearTerm.At"/>).</summary>
    Logarithm,

    /// <summary>By how much a number is above <see cref="LinearTerm.At"/>; 0 below. The line of the number bends there.</summary>
    Above,

    /// <summary>Whether it is the category with the number <see cref="LinearTerm.At"/>.</summary>
    Category,

    /// <summary>Whether it is one of the categories that too few rows had, or one that none had.</summary>
    Other,

    /// <summary>Whether it is missing.</summary>
    Missing,
}
