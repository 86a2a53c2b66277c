namespace LeadStudio.Core.Leads.Import.Values;

/// <summary>Reads the letters that name a distance from UTC. Letters that mean several zones, such as IST, are not among them.</summary>
/// <remarks>Source: RFC 5322, section 4.3, and the European zones.</remarks>
internal static class ZoneLetters
{
    private static readonly (string Letters, int Hours)[] s_zones =
    [
        ("UTC", 0), ("GMT", 0), ("Z", 0), ("EST", -5), ("EDT", -4), ("CST", -6), ("CDT", -5), ("MST", -7), ("MDT", -6), ("PST", -8), ("PDT", -7),
        ("WET", 0), ("WEST", 1), ("CET", 1), ("CEST", 2), ("MEZ", 1), ("MESZ", 2), ("EET", 2), ("EEST", 3),
    ];

    /// <summary>Takes letters from the beginning of a text.</summary>
    /// <param name="text">The text; without them afterwards.</param>
    /// <param name="offset">The distance from UTC.</param>
    /// <returns>Whether it begins with such letters and no others.</returns>
    public static bool TryTake(ref ReadOnlySpan<char> text, out TimeSpan offset)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiLetter(text[length]))
        {
            length++;
        }

        foreach (var (letters, hours) in s_zones)
        {
            if (text[..length].Equals(letters, StringComparison.OrdinalIgnoreCase))
            {
                text = text[length..];
                offset = TimeSpan.FromHours(hours);
                return true;
            }
        }

        offset = default;
        return false;
    }
}
