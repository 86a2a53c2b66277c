using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Countries;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Identity;
using LeadStudio.Core.Leads.Phone;

namespace LeadStudio.Features.Leads.Detail;

/// <summary>What stands for an e-mail address or a phone number on the page of a lead.</summary>
/// <param name="Text">The value; a number that can be dialled in the groups of its country.</param>
/// <param name="Note">What is known of it beside it; null where that is nothing.</param>
/// <param name="IsWarning">Whether the note warns of the value.</param>
public sealed record ContactText(string Text, string? Note, bool IsWarning)
{
    /// <summary>Writes a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="lead">The lead.</param>
    /// <param name="defaultRegion">The region of phone numbers where the lead's country is unknown; null where none is set.</param>
    /// <returns>The text; null for other fields and missing values.</returns>
    public static ContactText? Of(Field field, LeadDetails lead, string? defaultRegion)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(lead);
        return lead[field.Key].Text is not { } text ? null : field.Key switch
        {
            StandardFields.Email => OfEmail(text),
            StandardFields.Phone => OfPhone(text, CountryNames.CodeOf(lead.Text(StandardFields.Country)) ?? defaultRegion),
            _ => null,
        };
    }

    private static ContactText OfEmail(string text) => (EmailAddress.KeyOf(text) is { } key ? EmailAddress.KindOf(key) : EmailKind.Invalid) switch
    {
        EmailKind.Business => new(text, null, false),
        EmailKind.Free => new(text, "Free mail", false),
        EmailKind.Disposable => new(text, "Disposable", true),
        EmailKind.Invalid => new(text, "Mail cannot reach it", true),
        var kind => throw new InvalidOperationException($"Unknown kind {kind}."),
    };

    private static ContactText OfPhone(string text, string? region) =>
        new(LeadPhone.Display(text, region), LeadPhone.CountryOf(text, region) is { } country ? CountryNames.NameOf(country) : null, false);
}
