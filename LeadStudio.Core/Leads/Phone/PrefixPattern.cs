using System.Text.RegularExpressions;

namespace LeadStudio.Core.Leads.Phone;

/// <summary>A prefix that is dialled before a number, and may turn into another: <c>0|180020</c>, or <c>0?(?:(11)15)?</c> with groups.</summary>
/// <param name="expression">See <see cref="DigitPattern"/>; groups that capture count.</param>
internal sealed class PrefixPattern(string expression)
{
    private readonly bool _isPlain = expression.All(char.IsAsciiDigit);

    // What begins so may have the prefix; without "at the end" it is asked for too little, never too much.
    private readonly DigitPattern _digits = new(expression.Replace("$", "", StringComparison.Ordinal));
    private Regex? _regex;

    // Where alternatives overlap, the first wins, not the longest: that takes a real regular expression.
    private Regex Regex => _regex ??= new Regex($@"\G(?:{expression})", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>Finds the prefix.</summary>
    /// <param name="digits">The digits dialled.</param>
    /// <returns>Its length, maybe 0; -1 where there is none.</returns>
    public int LengthIn(ReadOnlySpan<char> digits)
    {
        if (_isPlain)
        {
            return digits.StartsWith(expression, StringComparison.Ordinal) ? expression.Length : -1;
        }

        if (_digits.MatchesStartOf(digits))
        {
            foreach (var match in Regex.EnumerateMatches(digits))
            {
                return match.Length;
            }
        }

        return -1;
    }

    /// <summary>Replaces the prefix by a rule.</summary>
    /// <param name="digits">Digits that have the prefix.</param>
    /// <param name="rule">What is put in its place, such as <c>9$1</c>.</param>
    /// <returns>The digits; null where the rule's last group is not in this prefix, so that the rule does not apply.</returns>
    public string? Transform(ReadOnlySpan<char> digits, string rule)
    {
        var match = Regex.Match(digits.ToString());
        return match.Groups[^1].Success ? string.Concat(match.Result(rule), digits[match.Length..]) : null;
    }
}
