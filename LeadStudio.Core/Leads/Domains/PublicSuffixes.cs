using LeadStudio.Core.Common;

namespace LeadStudio.Core.Leads.Domains;

/// <summary>Tells which part of a host name somebody registered: <c>example.co.uk</c> of <c>mail.example.co.uk</c>.</summary>
/// <remarks>The algorithm of https://publicsuffix.org/list: the longest rule wins, an exception before all, <c>*</c> where no rule fits.</remarks>
public sealed class PublicSuffixes
{
    private static readonly Lazy<PublicSuffixes> s_shipped = new(ReadShipped);
    private readonly DomainSet _plain;
    private readonly DomainSet _wildcards;
    private readonly DomainSet _exceptions;

    private PublicSuffixes(IReadOnlyCollection<string> rules)
    {
        _plain = new(rules.Where(rule => rule[0] is not ('*' or '!')));
        _wildcards = new(rules.Where(rule => rule[0] == '*').Select(rule => rule[2..]));
        _exceptions = new(rules.Where(rule => rule[0] == '!').Select(rule => rule[1..]));
    }

    /// <summary>Gets the list that LeadStudio ships; read when first asked for.</summary>
    public static PublicSuffixes Shipped => s_shipped.Value;

    /// <summary>Reads a list.</summary>
    /// <param name="lines">The lines of <c>public_suffix_list.dat</c>: a rule each, comments after <c>//</c>.</param>
    /// <returns>The list.</returns>
    public static PublicSuffixes Parse(IEnumerable<string> lines) =>
        new([.. lines.Select(line => line.Split((char[]?)null, 2)[0]).Where(rule => rule.Length > 0 && !rule.StartsWith("//", StringComparison.Ordinal)).Select(Ascii)]);

    /// <summary>Finds the registered part of a host name.</summary>
    /// <param name="host">The host, in any case, with or without punycode.</param>
    /// <returns>The domain, written as the host is, in lower case; null for a suffix itself, an IP address and what is no host name.</returns>
    public string? RegistrableDomain(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        var lower = host.ToLowerInvariant();
        if (HostNames.ToAscii(lower) is not { } ascii || System.Net.IPAddress.TryParse(ascii, out _))
        {
            return null;
        }

        var (start, labels) = Find(ascii);
        return start < 0 ? null : ReferenceEquals(ascii, lower) ? lower[start..] : LastLabels(lower, labels);
    }

    /// <summary>Tells whether the list knows the last label of a host: a top-level domain that exists.</summary>
    /// <param name="host">The host, in lower case and punycode.</param>
    /// <returns>Whether it does.</returns>
    internal bool KnowsTopLevel(ReadOnlySpan<char> host)
    {
        var top = host[(host.LastIndexOf('.') + 1)..];
        return _plain.Contains(top) || _wildcards.Contains(top);
    }

    /// <summary>Finds where the registered part begins.</summary>
    /// <param name="host">The host, in lower case and punycode.</param>
    /// <returns>Its first character, or -1; and the number of its labels.</returns>
    internal (int Start, int Labels) Find(ReadOnlySpan<char> host)
    {
        var labels = host.Count('.') + 1;
        var before = -1; // the label before the one that is looked at
        for (var start = 0; ; labels--)
        {
            var end = host[start..].IndexOf('.');
            var isSuffix = _plain.Contains(host[start..]) || (end >= 0 && _wildcards.Contains(host[(start + end + 1)..])) || end < 0;
            if (_exceptions.Contains(host[start..]))
            {
                return (start, labels);
            }

            if (isSuffix)
            {
                return (before, labels + 1);
            }

            before = start;
            start += end + 1;
        }
    }

    private static string LastLabels(string host, int labels)
    {
        var start = host.Length;
        for (; labels > 0; labels--)
        {
            start = host.LastIndexOfAny(HostNames.Dots, start - 1);
        }

        return host[(start + 1)..];
    }

    private static string Ascii(string rule)
    {
        var prefix = rule.StartsWith("*.", StringComparison.Ordinal) ? "*." : rule[0] == '!' ? "!" : "";
        return prefix + (HostNames.ToAscii(rule[prefix.Length..].ToLowerInvariant()) ?? rule[prefix.Length..]);
    }

    private static PublicSuffixes ReadShipped()
    {
        using var reader = new StreamReader(EmbeddedText.OpenPacked(typeof(PublicSuffixes), "public-suffixes.txt"));
        return Parse(reader.ReadToEnd().Split('\n'));
    }
}
