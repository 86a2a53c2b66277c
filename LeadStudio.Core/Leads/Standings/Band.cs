namespace LeadStudio.Core.Leads.Standings;

/// <summary>A letter for how well a lead fits (A is best) and a digit for how engaged it is (1 is best).</summary>
/// <param name="Fit">The letter, 'A' to 'C'.</param>
/// <param name="Engagement">The digit, 1 to 3.</param>
public readonly record struct Band(char Fit, int Engagement)
{
    /// <summary>Gets all bands, best first.</summary>
    public static IReadOnlyList<Band> All { get; } = [.. Enumerable.Range(1, 9).Select(FromCode)];

    /// <summary>Gets the number that stands for the band in the database.</summary>
    /// <value>1 (A1), 2 (A2), ... 9 (C3).</value>
    public int Code => ((Fit - 'A') * 3) + Engagement;

    /// <summary>Gives the band back.</summary>
    /// <param name="code">1 to 9.</param>
    /// <returns>The band.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The code is outside its range.</exception>
    public static Band FromCode(int code)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(code, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(code, 9);
        return new((char)('A' + ((code - 1) / 3)), ((code - 1) % 3) + 1);
    }

    /// <inheritdoc />
    public override string ToString() => $"{Fit}{Engagement}";
}
