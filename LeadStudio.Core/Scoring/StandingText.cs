using System.Globalization;
using LeadStudio.Core.Scoring.Engine;

namespace LeadStudio.Core.Scoring;

/// <summary>How parts and rule masks are written in a standing.</summary>
public static class StandingText
{
    private const int DigitsOfWord = 16;

    // Of the points of a group, with their sign.
    private const int MostDigits = 6;

    /// <summary>Writes the points of each group, as in <c>38,41,13</c>.</summary>
    /// <param name="score">The score.</param>
    /// <returns>The text.</returns>
    public static string Parts(LeadScore score)
    {
        ArgumentNullException.ThrowIfNull(score);
        Span<char> text = stackalloc char[score.Parts.Length * (MostDigits + 1)];
        var length = 0;
        foreach (var points in score.Parts)
        {
            if (length > 0)
            {
                text[length++] = ',';
            }

            points.TryFormat(text[length..], out var digits, provider: CultureInfo.InvariantCulture);
            length += digits;
        }

        return new(text[..length]);
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
    public static string Mask(RuleMask mask)
    {
        var words = mask.Words.TrimEnd(0UL);
        Span<char> text = stackalloc char[words.Length * DigitsOfWord];
        var length = 0;
        for (var word = words.Length - 1; word >= 0; word--)
        {
            words[word].TryFormat(text[length..], out var digits, length == 0 ? "x" : "x16", CultureInfo.InvariantCulture);
            length += digits;
        }

        return new(text[..length]);
    }

    /// <summary>Reads which rules held.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The mask.</returns>
    public static RuleMask ReadMask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new ulong[(text.Length + DigitsOfWord - 1) / DigitsOfWord];
        for (var word = 0; word < words.Length; word++)
        {
            var end = text.Length - (word * DigitsOfWord);
            words[word] = ulong.Parse(text.AsSpan()[Math.Max(0, end - DigitsOfWord)..end], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        }

        return new(words);
    }
}
