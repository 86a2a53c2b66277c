using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace LeadStudio.Core.Leads.Phone;

/// <summary>Finds the digits of a phone number in what somebody typed.</summary>
/// <remarks>What counts as a number, and what as an extension, follows libphonenumber (Apache-2.0), as does <see cref="PhoneParser"/>.</remarks>
internal static partial class PhoneText
{
    /// <summary>The longest text that is looked at, in characters.</summary>
    public const int Longest = 250;

    private const string Context = ";phone-context=";
    private const string Punctuation = @"\-x\u2010-\u2015\u2212\u30FC\uFF0D-\uFF0F \u00A0\u00AD\u200B\u2060\u3000()\uFF08\uFF09\uFF3B\uFF3D.\[\]/~\u2053\u223C\uFF5E";
    private const string Between = @"[ \u00A0\t,]*";
    private const string After = @"[:.\uFF0E]?[ \u00A0\t,-]*";
    private const string Extension =
        @";ext=(?<ext>\d{1,20})" +
        "|" + Between + @"(?:e?xt(?:ensi(?:o\u0301?|\u00F3))?n?|\uFF45?\uFF58\uFF54\uFF4E?|\u0434\u043E\u0431|anexo)" + After + @"(?<ext>\d{1,20})#?" +
        "|" + Between + @"(?:[x\uFF58#\uFF03~\uFF5E]|int|\uFF49\uFF4E\uFF54)" + After + @"(?<ext>\d{1,9})#?" +
        @"|[- ]+(?<ext>\d{1,6})#" +
        @"|[ \u00A0\t]*(?:,{2}|;)" + After + @"(?<ext>\d{1,15})#?" +
        @"|[ \u00A0\t]*,+" + After + @"(?<ext>\d{1,9})#?";

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;
    private const int Patience = 1000; // milliseconds; texts are short, so none takes one
    private static readonly SearchValues<char> s_simple = SearchValues.Create(" -.()/");

    /// <summary>Reads a text.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="digits">Room for <see cref="Longest"/> digits.</param>
    /// <param name="found">What was found.</param>
    /// <returns>Why it is no number; null where it looks like one.</returns>
    public static PhoneProblem? Read(ReadOnlySpan<char> text, Span<char> digits, out PhoneDigits found)
    {
        found = default;
        if (text.Length > Longest)
        {
            return PhoneProblem.TooLong;
        }

        if (IsPlain(text, digits, out found))
        {
            return null;
        }

        var number = Extract(text.ToString());
        if (number is null || !Viable().IsMatch(number))
        {
            return PhoneProblem.NotANumber;
        }

        string? extension = null;
        if (AtEnd().Match(number) is { Success: true } match && Viable().IsMatch(number.AsSpan(0, match.Index)))
        {
            extension = match.Groups["ext"].Value;
            number = number[..match.Index];
        }

        found = new(Normalize(number, digits), IsPlus(number[0]), extension);
        return null;
    }

    /// <summary>Takes the signs out of a number that has only the usual ones.</summary>
    /// <param name="text">What was typed.</param>
    /// <returns>Its digits, behind a plus where it has one; null where there is anything else in it, or too little.</returns>
    public static string? Compact(string text)
    {
        Span<char> buffer = stackalloc char[Longest + 1];
        buffer[0] = '+';
        return text.Length > Longest || !IsPlain(text, buffer[1..], out var found) ? null
            : found.HasPlus ? new(buffer[..(found.Length + 1)])
            : new(buffer.Slice(1, found.Length));
    }

    // Nine of ten numbers: a plus or none, digits, and the usual signs between them.
    private static bool IsPlain(ReadOnlySpan<char> text, Span<char> digits, out PhoneDigits found)
    {
        var length = 0;
        var hasPlus = false;
        foreach (var character in text)
        {
            if (char.IsAsciiDigit(character))
            {
                digits[length++] = character;
            }
            else if (character == '+' && length == 0 && !hasPlus)
            {
                hasPlus = true;
            }
            else if (!s_simple.Contains(character))
            {
                length = 0;
                break;
            }
        }

        found = new(length, hasPlus, null);
        return length >= 3;
    }

    private static string? Extract(string text)
    {
        var context = text.IndexOf(Context, StringComparison.Ordinal);
        var number = context < 0 ? Possible(text) : InContext(text, context);
        return number?.IndexOf(";isub=", StringComparison.Ordinal) is > 0 and var end ? number[..end] : number;
    }

    // RFC 3966: tel:863-1234;phone-context=+1-914-555
    private static string? InContext(string text, int at)
    {
        var value = text[(at + Context.Length)..].Split(';')[0];
        if (!GlobalContext().IsMatch(value) && !DomainContext().IsMatch(value))
        {
            return null;
        }

        var scheme = text.IndexOf("tel:", StringComparison.Ordinal);
        return (value[0] == '+' ? value : "") + text[(scheme < 0 ? 0 : scheme + 4)..at];
    }

    private static string Possible(string text)
    {
        var start = 0;
        while (start < text.Length && !IsPlus(text[start]) && !char.IsDigit(text[start]))
        {
            start++;
        }

        var end = text.Length;
        while (end > start && text[end - 1] != '#' && !char.IsNumber(text[end - 1]) && !char.IsLetter(text[end - 1]))
        {
            end--;
        }

        var number = text[start..end];
        return SecondNumber().Match(number) is { Success: true } second ? number[..second.Index] : number;
    }

    private static int Normalize(string number, Span<char> digits)
    {
        var hasWords = number.Count(char.IsAsciiLetter) >= 3; // as in 1-800-FLOWERS
        var length = 0;
        foreach (var character in number)
        {
            if (hasWords ? char.IsAsciiDigit(character) : char.IsDigit(character))
            {
                digits[length++] = (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(character));
            }
            else if (hasWords && char.IsAsciiLetter(character))
            {
                digits[length++] = "22233344455566677778889999"[char.ToUpperInvariant(character) - 'A'];
            }
        }

        return length;
    }

    private static bool IsPlus(char character) => character is '+' or '\uFF0B';

    [GeneratedRegex(@"\A(?:\d{2}|[+\uFF0B]*(?:[" + Punctuation + @"*]*\d){3,}[" + Punctuation + @"*A-Za-z\d]*(?:" + Extension + @")?)\z", Options, Patience)]
    private static partial Regex Viable();

    [GeneratedRegex("(?:" + Extension + @")\z", Options, Patience)]
    private static partial Regex AtEnd();

    [GeneratedRegex("[\\\\/] *x", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex SecondNumber();

    [GeneratedRegex(@"\A\+[\d\-.()]*\d[\d\-.()]*\z", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex GlobalContext();

    [GeneratedRegex(@"\A(?:[a-zA-Z\d](?:[a-zA-Z\d-]*[a-zA-Z\d])?\.)*[a-zA-Z](?:[a-zA-Z\d-]*[a-zA-Z\d])?\.?\z", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex DomainContext();
}

/// <summary>The digits of a number.</summary>
/// <param name="Length">How many there are.</param>
/// <param name="HasPlus">Whether a plus stands before them.</param>
/// <param name="Extension">The extension behind them; null where there is none.</param>
internal readonly record struct PhoneDigits(int Length, bool HasPlus, string? Extension);
