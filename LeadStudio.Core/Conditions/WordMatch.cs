using System.Globalization;
using System.Text;

namespace LeadStudio.Core.Conditions;

/// <summary>Finds whole words: "cto" is a word of "CTO &amp; co-founder", but not of "director".</summary>
public static class WordMatch
{
    private static readonly Lazy<string> s_ranges = new(ListRanges);

    /// <summary>Gets the characters that words are made of as pairs of first and last character, to be put into a bracket of a regular expression.</summary>
    internal static string WordRanges => s_ranges.Value;

    /// <summary>Says whether words are made of a character: letters, digits and the signs that combine with them.</summary>
    /// <param name="character">The character; halves of a surrogate pair are none, and so are _ and -.</param>
    /// <returns>Whether it is part of a word.</returns>
    public static bool IsWordCharacter(char character) => char.IsAscii(character)
        ? char.IsAsciiLetterOrDigit(character)
        : char.IsLetterOrDigit(character)
            || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>Says whether a text holds a word, or several words as they follow one another.</summary>
    /// <param name="text">A folded text.</param>
    /// <param name="word">The folded word. Where it begins or ends with another character, as "c++" does, anything may stand there.</param>
    /// <returns>Whether it does; an empty word is in no text.</returns>
    public static bool Contains(ReadOnlySpan<char> text, ReadOnlySpan<char> word)
    {
        if (word.IsEmpty)
        {
            return false;
        }

        var (isBound, isBoundAtEnd) = (IsWordCharacter(word[0]), IsWordCharacter(word[^1]));
        for (var from = 0; from <= text.Length - word.Length; from++)
        {
            var at = text[from..].IndexOf(word, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            from += at;
            var end = from + word.Length;
            if ((from == 0 || !isBound || !IsWordCharacter(text[from - 1])) && (end == text.Length || !isBoundAtEnd || !IsWordCharacter(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Cuts a text into its words.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The words in their order, as they are written.</returns>
    public static IReadOnlyList<string> Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<string>();
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at == text.Length || !IsWordCharacter(text[at]))
            {
                if (at > start)
                {
                    words.Add(text[start..at]);
                }

                start = at + 1;
            }
        }

        return words;
    }

    private static string ListRanges()
    {
        var ranges = new StringBuilder();
        for (var first = 0; first <= char.MaxValue; first++)
        {
            if (IsWordCharacter((char)first))
            {
                var last = first;
                while (last < char.MaxValue && IsWordCharacter((char)(last + 1)))
                {
                    last++;
                }

                ranges.Append((char)first).Append('-').Append((char)last);
                first = last;
            }
        }

        return ranges.ToString();
    }
}
