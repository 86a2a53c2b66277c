using LeadStudio.Core.Leads.Domains;

namespace LeadStudio.Core.Leads.Identity;

/// <summary>Judges the text of e-mail addresses. Whether somebody reads the mail there is not asked.</summary>
public static class EmailSyntax
{
    /// <summary>Judges an address.</summary>
    /// <param name="address">The address, with nothing around it.</param>
    /// <returns>The worst that is to be said of it.</returns>
    public static EmailDiagnosis Diagnose(ReadOnlySpan<char> address)
    {
        var diagnosis = new EmailParser(address).Parse();
        return diagnosis == EmailDiagnosis.Valid && !Exists(address[(address.LastIndexOf('@') + 1)..]) ? EmailDiagnosis.NoSuchDomain : diagnosis;
    }

    /// <summary>Tells how good an address is.</summary>
    /// <param name="diagnosis">What is to be said of it.</param>
    /// <returns>The category.</returns>
    public static EmailCategory CategoryOf(EmailDiagnosis diagnosis) => (int)diagnosis switch
    {
        0 => EmailCategory.Valid,
        < 8 => EmailCategory.NoDomain,
        < 16 => EmailCategory.Unusual,
        < 32 => EmailCategory.WithComments,
        < 64 => EmailCategory.Deprecated,
        < 128 => EmailCategory.Undeliverable,
        _ => EmailCategory.Invalid,
    };

    // Without asking the name system: a top level that nobody knows (those of other scripts come and go), and what IANA has kept back under
    // .com since 1993, all names of one letter but three.
    private static bool Exists(ReadOnlySpan<char> domain)
    {
        Span<char> lower = stackalloc char[domain.Length];
        domain.ToLowerInvariant(lower);
        var top = lower[(lower.LastIndexOf('.') + 1)..];
        var isReserved = lower is [>= 'a' and <= 'z' and not ('q' or 'x' or 'z'), '.', 'c', 'o', 'm'];
        return !isReserved && (top.StartsWith("xn--") || PublicSuffixes.Shipped.KnowsTopLevel(top));
    }
}
