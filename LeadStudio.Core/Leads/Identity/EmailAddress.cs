using System.Buffers;
using System.Text;

namespace LeadStudio.Core.Leads.Identity;

/// <summary>An e-mail address as a sign of who somebody is.</summary>
public static class EmailAddress
{
    private static readonly SearchValues<char> s_forbidden = SearchValues.Create(" \t\r\n<>,;\"");

    // Providers that deliver ann+shop@ to ann@. Sources: the help pages of Google, Microsoft, Fastmail, Apple and Proton.
    private static readonly HashSet<string> s_plusAddressing = new(StringComparer.Ordinal)
    {
        "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "fastmail.com", "icloud.com", "me.com", "proton.me", "protonmail.com",
    };

    /// <summary>Gives the form by which two spellings of one mailbox are recognised as the same.</summary>
    /// <param name="address">What was typed; may hold spaces around it or <c>mailto:</c>.</param>
    /// <returns>The key in lower case, without a plus-part where its provider ignores that; null where it is no address.</returns>
    public static string? KeyOf(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var text = Clean(address).ToLowerInvariant();
        var at = text.LastIndexOf('@');
        if (at is < 1 or > 64 || text.Length > 254 || text.AsSpan().ContainsAny(s_forbidden) || !IsDomain(text.AsSpan(at + 1)))
        {
            return null;
        }

        var plus = text.IndexOf('+', StringComparison.Ordinal);
        return plus > 0 && plus < at && s_plusAddressing.Contains(text[(at + 1)..]) ? string.Concat(text.AsSpan(0, plus), text.AsSpan(at)) : text;
    }

    /// <summary>Removes what surrounds an address.</summary>
    /// <param name="address">What was typed.</param>
    /// <returns>The address as it is to be shown.</returns>
    public static string Clean(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var text = address.Trim();
        return text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? text["mailto:".Length..].Trim() : text;
    }

    /// <summary>Tells the company's domain from an address.</summary>
    /// <param name="key">An address as <see cref="KeyOf"/> gives it.</param>
    /// <returns>The domain that the company registered: <c>example.com</c> of <c>ann@mail.example.com</c>; null for the providers of free and of disposable mail.</returns>
    public static string? BusinessDomain(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return EmailDomains.Of(key[(key.LastIndexOf('@') + 1)..]).Business;
    }

    /// <summary>Tells what kind of address it is.</summary>
    /// <param name="key">An address as <see cref="KeyOf"/> gives it.</param>
    /// <returns>The kind.</returns>
    public static EmailKind KindOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var kind = EmailDomains.Of(key[(key.LastIndexOf('@') + 1)..]).Kind;
        return EmailSyntax.CategoryOf(EmailSyntax.Diagnose(Ascii.IsValid(key) ? key : Plain(key))) <= EmailCategory.Unusual ? kind : EmailKind.Invalid;
    }

    // RFC 6531 lets letters of all scripts in wherever a letter may stand.
    private static string Plain(string key) => string.Concat(key.Select(character => !char.IsAscii(character) && char.IsLetterOrDigit(character) ? 'a' : character));

    private static bool IsDomain(ReadOnlySpan<char> domain)
    {
        var dot = domain.LastIndexOf('.');
        if (dot < 1 || domain.Length - dot < 3 || domain.Contains("..", StringComparison.Ordinal))
        {
            return false;
        }

        // Whether mail arrives is not asked here: an export's "ann@smith&sons.com" tells who somebody is all the same.
        foreach (var character in domain)
        {
            if (!char.IsLetterOrDigit(character) && character is not ('.' or '-' or '_' or '&'))
            {
                return false;
            }
        }

        return domain[0] is not ('-' or '.');
    }
}
