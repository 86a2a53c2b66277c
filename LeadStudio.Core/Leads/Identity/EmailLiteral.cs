using System.Text.RegularExpressions;

namespace LeadStudio.Core.Leads.Identity;

/// <summary>Judges what stands in brackets instead of a domain: <c>[192.0.2.1]</c>, <c>[IPv6:2001:db8::1]</c>.</summary>
internal static partial class EmailLiteral
{
    private const string Tag = "IPv6:";

    /// <summary>Judges a text.</summary>
    /// <param name="literal">The text between the brackets.</param>
    /// <returns>The worst that is to be said of it.</returns>
    public static EmailDiagnosis Diagnose(string literal)
    {
        if (Ipv4().Match(literal) is { Success: true } match)
        {
            if (match.Index == 0)
            {
                return EmailDiagnosis.AddressLiteral;
            }

            literal = $"{literal[..match.Index]}0:0"; // it stands for two groups
        }

        return literal.StartsWith(Tag, StringComparison.OrdinalIgnoreCase) ? Ipv6(literal[Tag.Length..]) : EmailDiagnosis.DomainLiteral;
    }

    private static EmailDiagnosis Ipv6(string address)
    {
        var groups = address.Split(':');
        var form = address switch
        {
            [':', not ':', ..] or ":" => EmailDiagnosis.Ipv6ColonStart,
            [.., not ':', ':'] => EmailDiagnosis.Ipv6ColonEnd,
            _ when !Array.TrueForAll(groups, group => group.Length <= 4 && group.All(char.IsAsciiHexDigit)) => EmailDiagnosis.Ipv6Character,
            _ => EmailDiagnosis.AddressLiteral,
        };
        var count = CountOf(address, groups.Length);
        return count > form ? count : form;
    }

    private static EmailDiagnosis CountOf(string address, int groups)
    {
        var gap = address.IndexOf("::", StringComparison.Ordinal);
        if (gap < 0)
        {
            return groups == 8 ? EmailDiagnosis.Valid : EmailDiagnosis.Ipv6GroupCount;
        }

        // A gap at either end parts off an empty group more.
        var most = gap == 0 || gap == address.Length - 2 ? 9 : 8;
        return gap != address.LastIndexOf("::", StringComparison.Ordinal) ? EmailDiagnosis.Ipv6TwoGaps
            : groups > most ? EmailDiagnosis.Ipv6TooManyGroups
            : groups == most ? EmailDiagnosis.ShortIpv6
            : EmailDiagnosis.Valid;
    }

    [GeneratedRegex(@"\b(?:(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)\.){3}(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ipv4();
}
