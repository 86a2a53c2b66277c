using System.Globalization;
using LeadStudio.Core.Scoring.Engine;

namespace LeadStudio.Core.Scoring;

/// <summary>How parts and rule masks are written in a standing.</summary>
public static class StandingText
{
    /// <summary>Writes the points of each group, as in <c>38,41,13</c>.</summary>
    /// <param name="score">The score.</param>
    /// <param name="groups">How many groups the scorecard has.</param>
    /// <returns>The text.</returns>
    public static string Parts(in LeadScore score, int groups)
    {
        var parts = score.Parts;
        return string.Join(',', Enumerable.Range(0, groups).Select(group => parts[group].ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Reads the points of each group.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The points, in the scorecard's order.</returns>
    public static IReadOnlyList<int> ReadParts(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 0 ? [] : [.. text.Split(',').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
    }

    /// <summary>Writes which rules held, as hexadecimal digits without leading zeros.</summary>
    /// <param name="mask">The mask.</param>
    /// <returns>The text; empty where no rule held.</returns>
    public static string Mask(RuleMask mask) =>
        (mask.Word1 | mask.Word2 | mask.Word3) == 0
            ? mask.Word0 == 0 ? "" : mask.Word0.ToString("x", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{mask.Word3:x16}{mask.Word2:x16}{mask.Word1:x16}{mask.Word0:x16}").TrimStart('0');

    /// <summary>Reads which rules held.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The mask.</returns>
    public static RuleMask ReadMask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var digits = text.PadLeft(64, '0');
        return new(Word(3), Word(2), Word(1), Word(0));

        ulong Word(int index) => ulong.Parse(digits.AsSpan(index * 16, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }
}
