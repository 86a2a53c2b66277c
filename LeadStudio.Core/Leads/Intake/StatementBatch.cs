using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Recording;

namespace LeadStudio.Core.Leads.Intake;

/// <summary>Makes one batch of statements that need not speak of the same fields.</summary>
internal static class StatementBatch
{
    /// <summary>Makes the batch.</summary>
    /// <param name="said">The statements, all deliberate or none.</param>
    /// <param name="catalog">The fields; must have all that are spoken of.</param>
    /// <param name="by">The name of the program.</param>
    /// <param name="source">The program's source.</param>
    /// <param name="now">The present instant, in UTC microseconds.</param>
    public static ObservationBatch Of(IReadOnlyList<LeadStatement> said, FieldCatalog catalog, string by, int source, long now)
    {
        var places = new Dictionary<int, int>();
        var clearing = new HashSet<int>();
        foreach (var (field, value) in said.SelectMany(one => one.Values))
        {
            places.TryAdd(field, places.Count);
            if (value.IsEmpty)
            {
                clearing.Add(field);
            }
        }

        return new()
        {
            Kind = ObservationKind.Api,
            SourceId = source,
            By = by,
            LearnedAt = now,
            IsDeliberate = said[0].IsDeliberate,
            IsScoredAtOnce = true,
            Clearing = clearing,
            Fields = [.. places.Keys.Select(id => catalog[id])],
            Catalog = catalog,
            Rows = [.. said.Select(one => Row(one, places, clearing))],
        };
    }

    private static BatchRow Row(LeadStatement said, Dictionary<int, int> places, HashSet<int> clearing)
    {
        var values = new FieldValue[places.Count];
        Array.Fill(values, FieldValue.Empty);
        foreach (var (field, value) in said.Values)
        {
            values[places[field]] = value;
        }

        var unsaid = clearing.Count == 0 ? null : clearing.Where(field => !said.Values.ContainsKey(field)).Select(field => places[field]).ToList();
        return new(0, values, said.LeadId, Unsaid: unsaid is { Count: > 0 } ? unsaid : null);
    }
}
