namespace LeadStudio.Components.Scores;

/// <summary>How a band is shown: the letter of its fit, and its engagement as bars.</summary>
/// <param name="Fit"><c>A</c> (best) to <c>C</c>.</param>
/// <param name="Bars">How many of three bars are filled: 3 for the most engaged.</param>
internal readonly record struct BandLook(char Fit, int Bars)
{
    /// <summary>Gets the words for it.</summary>
    public string Spoken =>
        $"Band {Fit}{4 - Bars}: {Fit switch { 'A' => "good", 'B' => "fair", _ => "weak" }} fit, {Bars switch { 3 => "high", 2 => "medium", _ => "low" }} engagement";

    /// <summary>Reads a band's short form, such as <c>A1</c>.</summary>
    /// <param name="band">The short form; anything else gives null.</param>
    public static BandLook? TryParse(string? band) =>
        band is [>= 'A' and <= 'C' and var fit, >= '1' and <= '3' and var digit] ? new BandLook(fit, 4 - (digit - '0')) : null;
}
