namespace LeadStudio.Core.Leads.Standings;

/// <summary>The band of a lead, A1 (best) to C3: the letter for how well it fits, the digit for how engaged it is.</summary>
/// <param name="Index">0 for A1, 1 for A2, ... 8 for C3.</param>
public readonly record struct Band(byte Index) : IComparable<Band>
{
    /// <summary>Gets all bands, best first.</summary>
    public static IReadOnlyList<Band> All { get; } = [.. Enumerable.Range(0, 9).Select(index => new Band((byte)index))];

    /// <summary>Gets the letter, A to C.</summary>
    public char Letter => (char)('A' + (Index / 3));

    /// <summary>Gets the digit, 1 to 3.</summary>
    public int Digit => 1 + (Index % 3);

    /// <summary>Gets the number that stands for the band in the database.</summary>
    /// <value>1 (A1), 2 (A2), ... 9 (C3).</value>
    public int Code => Index + 1;

    /// <inheritdoc cref="IComparable{T}.CompareTo(T)" />
    public static bool operator <(Band left, Band right) => left.Index < right.Index;

    /// <inheritdoc cref="IComparable{T}.CompareTo(T)" />
    public static bool operator >(Band left, Band right) => left.Index > right.Index;

    /// <inheritdoc cref="IComparable{T}.CompareTo(T)" />
    public static bool operator <=(Band left, Band right) => left.Index <= right.Index;

    /// <inheritdoc cref="IComparable{T}.CompareTo(T)" />
    public static bool operator >=(Band left, Band right) => left.Index >= right.Index;

    /// <summary>Gives the band back.</summary>
    /// <param name="code">1 to 9.</param>
    /// <returns>The band.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The code is outside its range.</exception>
    public static Band FromCode(long code)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(code, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(code, 9);
        return new((byte)(code - 1));
    }

    /// <inheritdoc />
    public int CompareTo(Band other) => Index.CompareTo(other.Index);

    /// <summary>Gives the band as people write it, such as "A1".</summary>
    /// <returns>Letter and digit.</returns>
    public override string ToString() => $"{Letter}{Digit}";
}
