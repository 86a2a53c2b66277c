using System.Text.RegularExpressions;

namespace LeadStudio.Core.Leads.Phone;

/// <summary>A way to write some numbers of a region.</summary>
internal sealed class PhoneFormat
{
    private Regex? _groups;

    /// <summary>Gets the groups of digits, such as <c>(\d{2})(\d{4,6})</c>.</summary>
    public required string Pattern { get; init; }

    /// <summary>Gets what the numbers begin with that are written so; null for all.</summary>
    public DigitPattern? LeadingDigits { get; init; }

    /// <summary>Gets how they are written inside the country, such as <c>$1 $2</c>.</summary>
    public required string National { get; init; }

    /// <summary>Gets what stands for the first group inside the country, such as <c>0$1</c>; null for itself.</summary>
    public string? FirstGroup { get; init; }

    /// <summary>Gets how they are written for callers from abroad; null where nobody calls them from there.</summary>
    public string? International { get; init; }

    private Regex Groups => _groups ??= new Regex($@"\A(?:{Pattern})\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>Writes a number.</summary>
    /// <param name="digits">The number inside the country.</param>
    /// <param name="isNational">Whether it is for callers inside the country.</param>
    /// <returns>The text; null where such numbers are written in another way.</returns>
    public string? Write(string digits, bool isNational)
    {
        if (LeadingDigits?.MatchesStartOf(digits) == false || (isNational ? National : International) is not { } format || Groups.Match(digits) is not { Success: true } match)
        {
            return null;
        }

        var first = format.IndexOf('$', StringComparison.Ordinal);
        return match.Result(isNational && FirstGroup is { } group && first >= 0
            ? format[..first] + group.Replace("$1", format.Substring(first, 2), StringComparison.Ordinal) + format[(first + 2)..]
            : format);
    }
}
