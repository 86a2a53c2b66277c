using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Standings;

namespace LeadStudio.Core.Leads;

/// <summary>All that is known of a lead.</summary>
/// <param name="Id">The lead.</param>
/// <param name="CompanyId">Its company, where it is known.</param>
/// <param name="Catalog">The fields that the values are of.</param>
/// <param name="Profile">The current values by field id; missing ones are left out.</param>
/// <param name="Observations">All that was ever said of it, oldest first.</param>
/// <param name="Standing">Its score; null until it was scored.</param>
public sealed record LeadDetails(
    long Id,
    long? CompanyId,
    FieldCatalog Catalog,
    IReadOnlyDictionary<int, FieldValue> Profile,
    IReadOnlyList<Observation> Observations,
    Standing? Standing)
{
    /// <summary>Gets the name to call the lead by: its name, else its address, else its id elsewhere.</summary>
    public string DisplayName =>
        $"{Text(StandardFields.FirstName)} {Text(StandardFields.LastName)}".Trim() is { Length: > 0 } name ? name
        : Text(StandardFields.Email) is { Length: > 0 } email ? email
        : Text(StandardFields.ExternalId) is { Length: > 0 } external ? external
        : $"Lead {Id}";

    /// <summary>Reads a value.</summary>
    /// <param name="key">The field's key.</param>
    /// <returns>The value; empty where it is missing.</returns>
    public FieldValue this[string key] => Profile.GetValueOrDefault(Catalog[key].Id, FieldValue.Empty);

    /// <summary>Reads a value as text for people.</summary>
    /// <param name="key">The field's key.</param>
    /// <returns>The text; empty where it is missing.</returns>
    public string Text(string key) => Catalog.Display(Catalog[key], this[key]);

    /// <summary>Tells where the current value of a field comes from.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The observation that won, or null where LeadStudio set it by itself.</returns>
    public Observation? OriginOf(Field field) => ProfileReplay.Winner(field, Observations);

    /// <summary>Tells whether only people change a field of this lead.</summary>
    /// <param name="field">The field.</param>
    /// <returns>Whether its value is locked.</returns>
    public bool IsLocked(Field field) => ProfileReplay.IsLocked(field, Observations);
}
