using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Phone;

namespace LeadStudio.Core.Leads.Identity;

/// <summary>A phone number and a family name as a sign of who somebody is. A number alone is none: colleagues and families share one.</summary>
public static class PhoneIdentity
{
    /// <summary>Gives the form by which two leads are recognised as the same person.</summary>
    /// <param name="phone">The number as it was typed.</param>
    /// <param name="familyName">The family name.</param>
    /// <param name="region">The region (two letters of ISO 3166) of numbers without a plus; null where that is unknown.</param>
    /// <returns>E.164, a space and the folded name; extensions do not count; null where nobody can have the number, or the name is missing.</returns>
    public static string? KeyOf(string? phone, string? familyName, string? region) =>
        phone is not null && familyName is not null && Folding.Fold(familyName) is { Length: > 0 } name && LeadPhone.Read(phone, region) is { } number
            ? $"{number.ToE164()} {name}"
            : null;
}
