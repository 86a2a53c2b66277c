using System.Buffers;
using System.Globalization;
using System.Text;

namespace LeadStudio.Core.Conditions;

/// <summary>Cuts the text form into tokens: words, numbers, "texts", `fields` and symbols.</summary>
internal static class FilterLexer
{
    private static readonly SearchValues<char> s_wordEnds = SearchValues.Create(" \t\r\n(),<>=!\"`\\'");

    private static readonly HashSet<string> s_keywords = new(
        ["and", "or", "not", "all", "any", "true", "false", .. Operators.All.SelectMany(item => item.Text.Split(' ')), "days", "day"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads all tokens; the last one is the end.</summary>
    /// <exception cref="FilterSyntaxException">A quote is not closed, or a character has no meaning.</exception>
    public static List<FilterToken> Read(string text)
    {
        var tokens = new List<FilterToken>();
        for (var at = 0; at < text.Length;)
        {
            at = text[at] switch
            {
                ' ' or '\t' or '\r' or '\n' => at + 1,
                '"' => ReadQuoted(text, at, FilterTokenKind.QuotedText, tokens),
                '`' => ReadQuoted(text, at, FilterTokenKind.QuotedField, tokens),
                '(' or ')' or ',' or '=' => ReadSymbol(text, at, 1, tokens),
                '<' or '>' => ReadSymbol(text, at, FollowedByEquals(text, at) ? 2 : 1, tokens),
                '!' when FollowedByEquals(text, at) => ReadSymbol(text, at, 2, tokens),
                '!' or '\\' or '\'' => throw new FilterSyntaxException(at, $"{text[at]} has no meaning here; write texts in double quotes."),
                _ => ReadWord(text, at, tokens),
            };
        }

        tokens.Add(new FilterToken(FilterTokenKind.End, "", text.Length));
        return tokens;
    }

    public static bool IsKeyword(string text) => s_keywords.Contains(text);

    /// <summary>Whether a text reads back as itself without quotes.</summary>
    public static bool IsBare(string text) =>
        text.Length > 0 && !text.AsSpan().ContainsAny(s_wordEnds) && !IsKeyword(text) && !TryReadNumber(text, out _);

    public static bool TryReadNumber(string text, out double number)
    {
        number = 0;
        return (char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' or '.')
            && double.TryParse(
                text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number)
            && double.IsFinite(number);
    }

    private static bool FollowedByEquals(string text, int at) => at + 1 < text.Length && text[at + 1] == '=';

    private static int ReadSymbol(string text, int at, int length, List<FilterToken> tokens)
    {
        tokens.Add(new FilterToken(FilterTokenKind.Symbol, text.Substring(at, length), at));
        return at + length;
    }

    private static int ReadWord(string text, int at, List<FilterToken> tokens)
    {
        var length = text.AsSpan(at).IndexOfAny(s_wordEnds);
        var word = length < 0 ? text[at..] : text.Substring(at, length);
        tokens.Add(new FilterToken(TryReadNumber(word, out _) ? FilterTokenKind.Number : FilterTokenKind.Word, word, at));
        return at + word.Length;
    }

    private static int ReadQuoted(string text, int start, FilterTokenKind kind, List<FilterToken> tokens)
    {
        var quote = text[start];
        var content = new StringBuilder();
        for (var at = start + 1; at < text.Length; at++)
        {
            if (text[at] == quote)
            {
                tokens.Add(new FilterToken(kind, content.ToString(), start));
                return at + 1;
            }

            // A backslash takes the next character as it is.
            if (text[at] == '\\' && ++at == text.Length)
            {
                break;
            }

            content.Append(text[at]);
        }

        throw new FilterSyntaxException(start, $"This {quote} is never closed; add the closing {quote}.");
    }
}
