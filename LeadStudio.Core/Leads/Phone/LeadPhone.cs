using LeadStudio.Core.Common;

namespace LeadStudio.Core.Leads.Phone;

/// <summary>The phone number of a lead, as somebody typed it.</summary>
/// <remarks>Only numbers that somebody can have are changed in any way; all others stay what was typed.</remarks>
public static class LeadPhone
{
    /// <summary>Reads a number that somebody can have.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="region">The region (two letters of ISO 3166) of numbers without a plus; null where that is unknown.</param>
    /// <returns>The number; null where nobody can have it.</returns>
    public static PhoneNumber? Read(string text, string? region)
    {
        ArgumentNullException.ThrowIfNull(text);
        var numbers = PhoneNumbers.Shipped;
        return numbers.Parse(text, region, out var number) is null && numbers.IsValid(number) ? number : null;
    }

    /// <summary>Gives the form by which spellings of one number are recognised as the same.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="region">As for <see cref="Read"/>.</param>
    /// <returns>
    /// E.164 of a number that somebody can have; of any other the digits, with a plus where it has one; of what is no number the folded text. Null where nothing is left.
    /// </returns>
    public static string? Compared(string text, string? region) =>
        Read(text, region)?.ToE164() ?? PhoneText.Compact(text) ?? (Folding.Fold(text) is { Length: > 0 } folded ? folded : null);

    /// <summary>Writes a number for people.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="region">As for <see cref="Read"/>.</param>
    /// <returns>The international form of a number that somebody can have, else what was typed.</returns>
    public static string Display(string text, string? region) =>
        Read(text, region) is { } number ? PhoneNumbers.Shipped.Format(number, PhoneStyle.International) : text;

    /// <summary>Tells the country of a number.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="region">As for <see cref="Read"/>.</param>
    /// <returns>The two letters of ISO 3166; null for satellites and the like, and for numbers that nobody can have.</returns>
    public static string? CountryOf(string text, string? region) =>
        Read(text, region) is { } number && PhoneNumbers.Shipped.RegionOf(number) is { } found && found != PhoneRegion.World ? found : null;
}
