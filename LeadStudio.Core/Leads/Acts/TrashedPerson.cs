using System.Text.Json;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Acts;

/// <summary>Reads a deleted lead as if it were there: for who erases or exports a person.</summary>
internal static class TrashedPerson
{
    /// <summary>Looks a lead up.</summary>
    /// <param name="db">The context; its connection must be open.</param>
    /// <param name="catalog">The fields.</param>
    /// <param name="leadId">The lead.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The lead, without its score; null where the trash does not have it.</returns>
    public static async Task<LeadDetails?> FindAsync(LeadStudioDbContext db, FieldCatalog catalog, long leadId, CancellationToken cancellationToken)
    {
        var found = await db.Sql("select content from trash where lead_id = @id", ("id", leadId)).ListAsync(reader => reader.GetString(0), cancellationToken);
        if (found is not [var text, ..])
        {
            return null;
        }

        var content = TrashContent.Read(text);
        var sources = (await db.Sql("select id, name from sources").ListAsync(reader => (Id: reader.GetInt32(0), Name: reader.GetString(1)), cancellationToken))
            .ToDictionary(source => source.Id, source => source.Name);
        return new LeadDetails(
            leadId, content.CompanyId, catalog, content.ToState(leadId, catalog).Profile, [.. content.Rows[LeadTable.Observations].Select(row => Read(row, catalog, sources))], null);
    }

    private static Observation Read(JsonElement row, FieldCatalog catalog, Dictionary<int, string> sources)
    {
        long? Number(string column) => row.GetProperty(column) is { ValueKind: JsonValueKind.Number } number ? number.GetInt64() : null;
        var source = (int)(Number("source_id") ?? 0);
        return new()
        {
            Sequence = Number("sequence") ?? 0,
            Kind = (ObservationKind)(Number("kind") ?? 0),
            SourceId = source,
            SourceName = row.GetProperty("by").GetString() ?? sources.GetValueOrDefault(source, ""),
            ImportId = Number("import_id"),
            Line = Number("line"),
            TrueAt = Number("true_at"),
            LearnedAt = Number("learned_at") ?? 0,
            Status = (ObservationStatus)(Number("status") ?? 0),
            Values = catalog.Translate(FieldValuesJson.Read(row.GetProperty("field_values").GetString() ?? "{}")),
        };
    }
}
