namespace LeadStudio.Core.Conditions;

/// <summary>Finds the host in an e-mail address, a URL or a host name, and compares it with a domain.</summary>
public static class DomainMatch
{
    /// <summary>Says whether <paramref name="text"/> is at <paramref name="domain"/> or at a sub-domain of it.</summary>
    /// <param name="text">A folded e-mail address, URL or host.</param>
    /// <param name="domain">A domain as <see cref="Normalize"/> gives it.</param>
    /// <returns>Whether it matches; an empty domain matches nothing.</returns>
    public static bool Matches(ReadOnlySpan<char> text, ReadOnlySpan<char> domain)
    {
        var host = HostOf(text);
        return domain.Length > 0
            && host.EndsWith(domain, StringComparison.Ordinal)
            && (host.Length == domain.Length || host[^(domain.Length + 1)] == '.');
    }

    /// <summary>Takes the host out of a domain as people write it: "@Example.com", ".example.com", "https://example.com/".</summary>
    /// <param name="foldedDomain">The folded text.</param>
    /// <returns>The bare domain, such as <c>example.com</c>.</returns>
    public static string Normalize(string foldedDomain) => HostOf(foldedDomain).TrimStart('.').ToString();

    private static ReadOnlySpan<char> HostOf(ReadOnlySpan<char> text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        var rest = scheme < 0 ? text : text[(scheme + 3)..];
        var end = rest.IndexOfAny('/', '?', '#');
        rest = end < 0 ? rest : rest[..end];
        rest = rest[(rest.LastIndexOf('@') + 1)..];
        var port = rest.IndexOf(':');
        return (port < 0 ? rest : rest[..port]).TrimEnd('.');
    }
}
