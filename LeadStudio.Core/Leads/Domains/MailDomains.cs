using LeadStudio.Core.Common;

namespace LeadStudio.Core.Leads.Domains;

/// <summary>Tells the domains of companies from those where anybody gets an address.</summary>
public static class MailDomains
{
    private static readonly Lazy<DomainSet> s_free = new(() => DomainSet.Read(EmbeddedText.OpenPacked(typeof(MailDomains), "free-mail.txt")));
    private static readonly Lazy<DomainSet> s_disposable = new(() => DomainSet.Read(EmbeddedText.OpenPacked(typeof(MailDomains), "disposable-mail.txt")));

    /// <summary>Tells whether a domain, or one above it, gives addresses to people for free.</summary>
    /// <param name="domain">The domain, in lower case.</param>
    /// <returns>Whether it does.</returns>
    public static bool IsFree(string domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        return s_free.Value.Covers(HostNames.ToAscii(domain) ?? domain);
    }

    /// <summary>Tells whether a domain, or one above it, gives addresses that are thrown away after use.</summary>
    /// <param name="domain">The domain, in lower case.</param>
    /// <returns>Whether it does.</returns>
    public static bool IsDisposable(string domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        return s_disposable.Value.Covers(HostNames.ToAscii(domain) ?? domain);
    }
}
