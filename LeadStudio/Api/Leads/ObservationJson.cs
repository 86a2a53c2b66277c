using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;

namespace LeadStudio.Api.Leads;

/// <summary>What one source said of a lead in one act.</summary>
/// <param name="Sequence">Its number among those of the lead, from 1.</param>
/// <param name="Kind">What kind of act it was.</param>
/// <param name="Source">Who said it.</param>
/// <param name="LearnedAt">When LeadStudio learned it.</param>
/// <param name="TrueAt">When it was true, where the source says so.</param>
/// <param name="Line">The line of the file; null where it came from none.</param>
/// <param name="Status">Whether it counts.</param>
/// <param name="Values">What was said, by the keys of the fields; null clears one.</param>
internal sealed record ObservationJson(
    long Sequence, string Kind, string Source, DateTime LearnedAt, DateTime? TrueAt, long? Line, string Status, IReadOnlyDictionary<string, object?> Values)
{
    public static ObservationJson Of(FieldCatalog catalog, Observation said) => new(
        said.Sequence,
        PlainText.Of(said.Kind),
        Origin.Of(said),
        ValueJson.Instant(said.LearnedAt),
        said.TrueAt is { } at ? ValueJson.Instant(at) : null,
        said.Line,
        PlainText.Of(said.Status),
        said.Values.ToLookup(pair => catalog[pair.Key].Key, pair => ValueJson.Of(catalog, catalog[pair.Key], pair.Value))
            .ToDictionary(values => values.Key, values => values.Last())); // a field that was retyped has the key of the one before it
}
