using System.Buffers;
using System.Globalization;

namespace LeadStudio.Core.Leads.Import.Values;

/// <summary>Reads numbers as people and spreadsheets write them: 1,234.56, 1.234,56, 1 234, $1,117.10K, 12 %, (5).</summary>
public static class NumberParser
{
    private const int LongestNumber = 64;

    // A double holds each of these exactly.
    private const int MostExactDigits = 15;
    private static readonly SearchValues<char> s_plain = SearchValues.Create("0123456789.");
    private static readonly SearchValues<char> s_grouped = SearchValues.Create("0123456789., '");
    private static readonly string[] s_currencies = ["USD", "EUR", "GBP", "CHF", "JPY", "CAD", "AUD", "BRL", "INR", "R$"];

    /// <summary>Reads a number.</summary>
    /// <param name="text">The text, with or without spaces around it.</param>
    /// <param name="mark">How to read a number that could be read both ways; what can be read in one way only, is.</param>
    /// <param name="value">The number; a percentage as it is written (12 % is 12), thousands and millions multiplied out.</param>
    /// <returns>Whether the text is a number and nothing else.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, DecimalMark mark, out double value)
    {
        text = text.Trim();
        value = 0;
        if (text.IsEmpty || text.Length > LongestNumber || !text.ContainsAnyInRange('0', '9'))
        {
            return false;
        }

        if (text.Length <= MostExactDigits && !text.ContainsAnyExceptInRange('0', '9'))
        {
            value = long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
            return true;
        }

        if (mark == DecimalMark.Point && text.Contains('.') && !text.ContainsAnyExcept(s_plain)
            && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value))
        {
            return true;
        }

        var isNegative = TakeSign(ref text);
        TakeCurrency(ref text);
        isNegative ^= TakeSign(ref text);
        var power = TakePower(ref text);
        if (!TryParseDigits(text, mark, power, out value))
        {
            return false;
        }

        value = isNegative ? -value : value;
        return true;
    }

    /// <summary>Says whether a text is a number that has more digits than are kept: an id, or a card's number, which is better kept as a text.</summary>
    /// <param name="text">A text that <see cref="TryParse"/> does not take.</param>
    /// <param name="mark">How to read it.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsTooLong(ReadOnlySpan<char> text, DecimalMark mark)
    {
        text = text.Trim();
        return !text.ContainsAnyExcept(s_grouped) && !TryParse(text, mark, out _) && DigitsIn(text) > MostExactDigits;
    }

    private static int DigitsIn(ReadOnlySpan<char> text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return digits;
    }

    private static bool TakeSign(ref ReadOnlySpan<char> text)
    {
        if (text is ['(', .., ')'])
        {
            text = text[1..^1].Trim();
            return true;
        }

        if (text is ['-' or '+' or '\u2212', ..])
        {
            var isNegative = text[0] != '+';
            text = text[1..].TrimStart();
            return isNegative;
        }

        if (text is [.., '-'])
        {
            text = text[..^1].TrimEnd();
            return true;
        }

        return false;
    }

    private static void TakeCurrency(ref ReadOnlySpan<char> text)
    {
        foreach (var currency in s_currencies)
        {
            if (text.StartsWith(currency, StringComparison.OrdinalIgnoreCase))
            {
                text = text[currency.Length..].TrimStart();
                return;
            }

            if (text.EndsWith(currency, StringComparison.OrdinalIgnoreCase))
            {
                text = text[..^currency.Length].TrimEnd();
                return;
            }
        }

        text = text.Trim(" $€£¥₹\u00A0");
    }

    // The power of ten of a letter behind the number. It is read with the digits, since a product would be rounded twice.
    private static int TakePower(ref ReadOnlySpan<char> text)
    {
        int? power = text is [] ? null : text[^1] switch
        {
            '%' => 0,
            'k' or 'K' => 3,
            'm' or 'M' => 6,
            'b' or 'B' => 9,
            _ => null,
        };
        text = power is null ? text : text[..^1].TrimEnd();
        return power ?? 0;
    }

    private static bool TryParseDigits(ReadOnlySpan<char> text, DecimalMark mark, int power, out double value)
    {
        value = 0;
        var decimalAt = DecimalAt(text, mark);
        Span<char> plain = stackalloc char[LongestNumber + 2];
        var length = 0;
        var hasExponent = false;
        var group = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var c = text[index];
            if (index == decimalAt)
            {
                plain[length++] = '.';
            }
            else if (char.IsAsciiDigit(c) || (c is 'e' or 'E' or '-' or '+' && length > 0 && IsExponent(text, index)))
            {
                plain[length++] = c;
                hasExponent |= c is 'e' or 'E';
            }
            else if (c is ',' or '.' or ' ' or '\'' or '’' or '\u00A0' or '\u202F' && IsGroup(text, index, decimalAt) && (group == 0 || group == c))
            {
                group = c;
            }
            else
            {
                return false;
            }
        }

        if (power > 0)
        {
            if (hasExponent)
            {
                return false;
            }

            (plain[length], plain[length + 1]) = ('e', (char)('0' + power));
            length += 2;
        }

        return (hasExponent || power > 0 || !LosesDigits(plain[..length])) && double.TryParse(plain[..length], NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value);
    }

    // A whole number of more digits than a double tells apart: rounded, it would be another one.
    private static bool LosesDigits(ReadOnlySpan<char> plain) =>
        !plain.Contains('.') && plain.TrimStart('0').TrimEnd('0').Length > MostExactDigits
            && (!decimal.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var exact) || exact > long.MaxValue || (long)(double)exact != (long)exact);

    // The index of the decimal mark, or -1. Of two kinds the last one is it; one that comes twice groups thousands.
    private static int DecimalAt(ReadOnlySpan<char> text, DecimalMark mark)
    {
        var point = text.LastIndexOf('.');
        var comma = text.LastIndexOf(',');
        if (point >= 0 && comma >= 0)
        {
            return Math.Max(point, comma);
        }

        var at = Math.Max(point, comma);
        if (at < 0 || text.Count(text[at]) > 1)
        {
            return -1;
        }

        var couldGroup = IsGroup(text, at, text.Length) && at is > 0 and <= 3 && text[0] != '0' && text.Length == at + 4;
        return couldGroup && (text[at] == '.') == (mark == DecimalMark.Comma) ? -1 : at;
    }

    // A group mark has a digit before it and three behind it.
    private static bool IsGroup(ReadOnlySpan<char> text, int at, int decimalAt) =>
        at > 0 && (decimalAt < 0 || at < decimalAt) && at + 3 < text.Length && char.IsAsciiDigit(text[at - 1])
        && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3])
        && (at + 4 == text.Length || !char.IsAsciiDigit(text[at + 4]));

    private static bool IsExponent(ReadOnlySpan<char> text, int index) => text[index] is 'e' or 'E'
        ? index + 1 < text.Length && (char.IsAsciiDigit(text[index + 1]) || text[index + 1] is '-' or '+')
        : text[index - 1] is 'e' or 'E';
}
