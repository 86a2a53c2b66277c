using System.Globalization;
using System.Text;

namespace LeadStudio.Core.Common;

/// <summary>The one way in which texts are made comparable: for search, sorting, filters and rules, in both databases alike.</summary>
public static class Folding
{
    /// <summary>Folds a text: trimmed, lower case, without accents ("Müller " becomes "muller").</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The folded text; the same instance where nothing changes.</returns>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Ascii.IsValid(text) ? FoldAscii(text) : FoldUnicode(text);
    }

    private static string FoldAscii(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length == text.Length && !trimmed.ContainsAnyInRange('A', 'Z'))
        {
            return text;
        }

        return string.Create(trimmed.Length, text, static (target, source) =>
            Ascii.ToLower(source.AsSpan().Trim(), target, out _));
    }

    private static string FoldUnicode(string text)
    {
        // Normalize refuses half a surrogate pair; by way of runes it becomes U+FFFD.
        var wellFormed = text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? string.Concat(text.EnumerateRunes()) : text;
        var decomposed = wellFormed.Trim().Normalize(NormalizationForm.FormKD);
        var folded = new StringBuilder(decomposed.Length);
        foreach (var rune in decomposed.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.NonSpacingMark)
            {
                folded.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }

        return folded.Replace("ß", "ss").Replace("ø", "o").Replace("ł", "l").Replace("đ", "d").Replace("æ", "ae").Replace("œ", "oe").ToString();
    }
}
