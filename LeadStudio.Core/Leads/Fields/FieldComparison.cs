using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Identity;
using LeadStudio.Core.Leads.Phone;

namespace LeadStudio.Core.Leads.Fields;

/// <summary>The form of a text by which it is compared; the content of <see cref="Field.ComparedColumn"/>.</summary>
public static class FieldComparison
{
    /// <summary>Gives the comparable form.</summary>
    /// <param name="field">The field.</param>
    /// <param name="text">Its value.</param>
    /// <param name="region">For the phone number: the region (two letters of ISO 3166) that it is of where it has no country code; null where that is unknown. Other fields have none.</param>
    /// <returns>The mailbox of an e-mail address, E.164 of a phone number (see <see cref="LeadPhone.Compared"/>), any other text folded; null where nothing is left.</returns>
    public static string? Compared(Field field, string text, string? region = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(text);
        var compared = field.Key switch
        {
            StandardFields.Email => EmailAddress.KeyOf(text),
            StandardFields.Phone => LeadPhone.Compared(text, region),
            _ => Folding.Fold(text),
        };
        return string.IsNullOrEmpty(compared) ? null : compared;
    }
}
