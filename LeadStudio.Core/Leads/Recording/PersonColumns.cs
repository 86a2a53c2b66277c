using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Identity;

namespace LeadStudio.Core.Leads.Recording;

/// <summary>Reads the phone number together with the family name, by which rows are matched where that is switched on.</summary>
/// <param name="batch">The rows.</param>
internal sealed class PersonColumns(ObservationBatch batch)
{
    private readonly int _phone = batch.MatchesPhoneAndName ? batch.ColumnOf(StandardFields.Phone) : -1;
    private readonly int _name = batch.ColumnOf(StandardFields.LastName);
    private readonly int _country = batch.ColumnOf(StandardFields.Country);

    /// <summary>Gives the sign of who a row is about.</summary>
    /// <param name="row">The row.</param>
    /// <returns>See <see cref="PhoneIdentity.KeyOf"/>; null also where rows are not matched by it.</returns>
    public string? KeyOf(BatchRow row) => _phone < 0 || _name < 0
        ? null
        : PhoneIdentity.KeyOf(row.Values[_phone].Text, row.Values[_name].Text, batch.Catalog.RegionOf(_country < 0 ? FieldValue.Empty : row.Values[_country]));

    /// <summary>Gives the sign of who a lead is.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="catalog">The fields.</param>
    /// <returns>See <see cref="PhoneIdentity.KeyOf"/>.</returns>
    public static string? KeyOf(LeadState lead, FieldCatalog catalog) => PhoneIdentity.KeyOf(
        lead.Value(catalog[StandardFields.Phone].Id).Text,
        lead.Value(catalog[StandardFields.LastName].Id).Text,
        catalog.RegionOf(lead.Value(catalog[StandardFields.Country].Id)));
}
