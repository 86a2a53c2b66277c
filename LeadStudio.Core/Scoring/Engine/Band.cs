namespace LeadStudio.Core.Scoring.Engine;

/// <summary>The band of a lead, A1 (best) to C3: the letter for fit, the digit for engagement.</summary>
/// <param name="Index">0 for A1, 1 for A2, ... 8 for C3.</param>
public readonly record struct Band(byte Index) : IComparable<Band>
{
    /// <summary>Gets the letter, A to C.</summary>
    public char Letter => (char)('A' + (Index / 3));

    /// <summary>Gets the digit, 1 to 3.</summary>
    public int Digit => 1 + (Index % 3);

    /// <inheritdoc cref="IComparable{T}.CompareTo(T)" />
    public static bool operator <(Band left, Band right) => left.Index < right.Index;

    /// <inheritdoc cref="IComparable{T}.CompareTo(T)" />
    public static bool operator >(Band left, Band right) => left.Index > right.Index;

    /// <inheritdoc cref="IComparable{T}.CompareTo(T)" />
    public static bool operator <=(Band left, Band right) => left.Index <= right.Index;

    /// <inheritdoc cref="IComparable{T}.CompareTo(T)" />
    public static bool operator >=(Band left, Band right) => left.Index >= right.Index;

    /// <inheritdoc />
    public int CompareTo(Band other) => Index.CompareTo(other.Index);

    /// <summary>Gives the band as people write it, such as "A1".</summary>
    /// <returns>Letter and digit.</returns>
    public override string ToString() => $"{Letter}{Digit}";
}
