namespace LeadStudio.Core.Leads.Identity;

/// <summary>Whose an e-mail address is; the numbers are the codes of the field's options.</summary>
public enum EmailKind
{
    /// <summary>At the domain of an organisation.</summary>
    Business = 1,

    /// <summary>At a provider that gives addresses to anybody.</summary>
    Free = 2,

    /// <summary>At a provider of addresses that are thrown away after use.</summary>
    Disposable = 3,

    /// <summary>Not written as addresses are, so that no mail can get there.</summary>
    Invalid = 4,
}
