namespace LeadStudio.Core.Leads.Identity;

/// <summary>How good the text of an e-mail address is; the later, the worse.</summary>
public enum EmailCategory
{
    /// <summary>Mail can be sent to it.</summary>
    Valid,

    /// <summary>It is well written, but its domain takes no mail.</summary>
    NoDomain,

    /// <summary>It works for SMTP, but is unusual.</summary>
    Unusual,

    /// <summary>It works in a message, with comments or white space.</summary>
    WithComments,

    /// <summary>It works in a message, and is written in a way that is deprecated.</summary>
    Deprecated,

    /// <summary>It follows the widest definition, but no mail gets there.</summary>
    Undeliverable,

    /// <summary>It is no address.</summary>
    Invalid,
}
