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
    /// <param name="before">The lead's values before, by field id; null where it is new.</param>
    /// <param name="values">The values, by the fields' keys.</param>
    public static Deed Of(Actor by, FieldCatalog catalog, long id, IReadOnlyDictionary<int, FieldValue>? before, IReadOnlyDictionary<string, FieldValue> values)
    {
        var named = before ?? values.ToDictionary(pair => catalog[pair.Key].Id, pair => pair.Value);
        return new Deed(
            by,
            before is null ? Kind + "added" : Kind + "changed",
            FormattableString.Invariant($"{id}"),
            new LeadDetails(id, null, catalog, named, [], null).DisplayName,
            before is null ? null : values.Keys.ToDictionary(key => key, key => Text(catalog, key, before.GetValueOrDefault(catalog[key].Id, FieldValue.Empty)), StringComparer.Ordinal),
            values.ToDictionary(pair => pair.Key, pair => Text(catalog, pair.Key, pair.Value), StringComparer.Ordinal));
    }

    private static object? Text(FieldCatalog catalog, string key, FieldValue value) => value.IsEmpty ? null : catalog.Display(catalog[key], value);
}
