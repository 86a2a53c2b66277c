using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using LeadStudio.Core.Leads.Domains;

namespace LeadStudio.Core.Leads.Identity;

/// <summary>What is known of the domains of e-mail addresses; an import meets the same ones again and again.</summary>
internal static class EmailDomains
{
    private const int Remembered = 16_384;
    private static readonly ConcurrentDictionary<string, EmailDomain> s_known = new(StringComparer.Ordinal);
    private static int s_count;

    /// <summary>Looks a domain up.</summary>
    /// <param name="domain">The domain, in lower case.</param>
    /// <returns>What is known of it.</returns>
    public static EmailDomain Of(string domain)
    {
        if (s_known.TryGetValue(domain, out var known))
        {
            return known;
        }

        var found = Judge(domain);
        if (Interlocked.Increment(ref s_count) > Remembered)
        {
            s_known.Clear();
            Interlocked.Exchange(ref s_count, 1);
        }

        s_known[domain] = found;
        return found;
    }

    // What a provider sells below its own name, or a list names that is no registered domain, is still the provider's.
    private static EmailDomain Judge(string domain) =>
        MailDomains.IsDisposable(domain) ? new(EmailKind.Disposable, null)
        : MailDomains.IsFree(domain) ? new(EmailKind.Free, null)
        : new(EmailKind.Business, PublicSuffixes.Shipped.RegistrableDomain(domain) ?? domain);
}

/// <summary>What is known of a domain.</summary>
/// <param name="Kind">Whose addresses it has.</param>
/// <param name="Business">What the organisation registered; null where it belongs to a provider.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EmailDomain(EmailKind Kind, string? Business);
