using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Identity;

namespace LeadStudio.Core.Leads.Fields;

/// <summary>The form of a text by which it is compared; the content of <see cref="Field.ComparedColumn"/>.</summary>
public static class FieldComparison
{
    /// <summary>Gives the comparable form.</summary>
    /// <param name="field">The field.</param>
    /// <param name="text">Its value.</param>
    /// <returns>The mailbox of an e-mail address, any other text folded; null where nothing is left.</returns>
    public static string? Compared(Field field, string text)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(text);
        var compared = field.Key == StandardFields.Email ? EmailAddress.KeyOf(text) : Folding.Fold(text);
        return string.IsNullOrEmpty(compared) ? null : compared;
    }
}
