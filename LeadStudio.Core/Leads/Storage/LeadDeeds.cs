using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Audit;
using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>Says for the audit trail what somebody did to a lead.</summary>
internal static class LeadDeeds
{
    /// <summary>The kind of deeds that are about one lead, by its id.</summary>
    public const string Kind = "lead.";

    /// <summary>Values were said.</summary>
    /// <param name="by">Who says them.</param>
    /// <param name="catalog">The fields.</param>
    /// <param name="id">The lead.</param>
    /// <param name="before">The lead's values before; null where they were not read.</param>
    /// <param name="said">The values that were said.</param>
    /// <param name="isNew">Whether the lead was not there before.</param>
    public static Deed Of(Actor by, FieldCatalog catalog, long id, IReadOnlyDictionary<int, FieldValue>? before, IReadOnlyDictionary<int, FieldValue> said, bool isNew) => new(
        by,
        isNew ? Kind + "added" : Kind + "changed",
        FormattableString.Invariant($"{id}"),
        new LeadDetails(id, null, catalog, before ?? said, [], null).DisplayName,
        before is null ? null : Texts(catalog, said.Keys.Select(field => KeyValuePair.Create(field, before.GetValueOrDefault(field, FieldValue.Empty)))),
        Texts(catalog, said));

    private static Dictionary<string, object?> Texts(FieldCatalog catalog, IEnumerable<KeyValuePair<int, FieldValue>> values) =>
        values.ToDictionary(pair => catalog[pair.Key].Key, pair => pair.Value.IsEmpty ? null : (object?)catalog.Display(catalog[pair.Key], pair.Value), StringComparer.Ordinal);
}
