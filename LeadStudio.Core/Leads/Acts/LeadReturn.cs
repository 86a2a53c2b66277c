using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Acts;

/// <summary>Writes leads that come back, as part of a transaction.</summary>
internal sealed class LeadReturn(IDatabase database, LeadFallback fallback)
{
    /// <summary>Writes leads as they were, by the columns of today.</summary>
    public async Task InsertAsync(LeadStudioDbContext db, FieldCatalog catalog, IReadOnlyDictionary<long, TrashContent> leads, CancellationToken cancellationToken)
    {
        if (leads.Count == 0)
        {
            return;
        }

        var states = leads.Select(lead => lead.Value.ToState(lead.Key, catalog)).ToList();
        var batch = fallback.BatchOf(catalog, catalog.Fields);
        await LinkAsync(db, batch, states, cancellationToken);
        await InsertAsync(db, batch, states);
        foreach (var table in leads.Values.SelectMany(lead => lead.Rows).ToLookup(rows => rows.Key, rows => (IEnumerable<System.Text.Json.JsonElement>)rows))
        {
            await RowJson.InsertAsync(db, database.Kind, table.Key, table.SelectMany(rows => rows), cancellationToken);
        }
    }

    /// <summary>Lets leads follow what happened while they were away.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="catalog">The fields.</param>
    /// <param name="leads">The leads; they are written.</param>
    /// <param name="withdrawn">The imports and acts that were taken back.</param>
    /// <param name="since">Since when they were away, in UTC microseconds.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    public async Task FollowAsync(
        LeadStudioDbContext db,
        FieldCatalog catalog,
        IReadOnlyDictionary<long, TrashContent> leads,
        IReadOnlyList<Withdrawal> withdrawn,
        long since,
        CancellationToken cancellationToken)
    {
        if (leads.Count == 0)
        {
            return;
        }

        foreach (var what in withdrawn)
        {
            await fallback.TakeBackAsync(db, catalog, what, [.. leads.Keys], cancellationToken);
        }

        var changes = await db.Sql("select distinct field_id from field_changes where at >= @since", ("since", since)).ListAsync(reader => reader.GetInt32(0), cancellationToken);
        var fields = changes.Select(id => catalog.RootOf(catalog[id])).Distinct().ToList();
        if (fields.Count == 0)
        {
            return;
        }

        var states = (await LeadReader.LoadAsync(db, catalog, [.. leads.Keys], cancellationToken)).Values.ToList();
        foreach (var (lead, field) in states.SelectMany(lead => fields.Select(field => (lead, field))))
        {
            if (!lead.Decide(field) && !field.IsStandard && ProfileReplay.Winner(field, lead.Observations) is null)
            {
                lead.Assume(field.Id, FieldValue.Empty);
            }
        }

        await fallback.WriteAsync(db, catalog, states.FindAll(lead => lead.HasChanged), cancellationToken);
    }

    // The company may be gone with the import that made it.
    private async Task LinkAsync(LeadStudioDbContext db, ObservationBatch batch, List<LeadState> leads, CancellationToken cancellationToken)
    {
        var wanted = leads.Select(lead => lead.CompanyId).OfType<long>().Distinct().ToArray();
        var there = (await db.Sql($"select id from companies where id {IdsSql.Among(database.Kind)}", ("ids", IdsSql.Value(database.Kind, wanted)))
            .ListAsync(reader => reader.GetInt64(0), cancellationToken)).ToHashSet();
        var lost = leads.FindAll(lead => lead.CompanyId is { } company && !there.Contains(company));
        foreach (var lead in lost)
        {
            lead.Reconsider(batch.Catalog[StandardFields.Domain].Id);
        }

        await CompanyLinker.LinkAsync(db, batch, lost, cancellationToken);
    }

    private async Task InsertAsync(LeadStudioDbContext db, ObservationBatch batch, List<LeadState> leads)
    {
        var (columns, words) = (new LeadColumns(batch), new LeadWords(batch.Catalog));
        var isSqlite = database.Kind == DatabaseKind.Sqlite;
        await using (var rows = await BulkInsert.OpenAsync(db, "leads", ["id", "company_id", "search_text", .. columns.Names]))
        {
            foreach (var lead in leads)
            {
                rows.Write(lead.Id);
                rows.WriteOptional(lead.CompanyId);
                rows.Write(isSqlite ? null : words.Of(lead.Profile));
                columns.WriteAsIs(rows, lead);
                rows.EndRow();
            }

            await rows.CompleteAsync();
        }

        if (isSqlite)
        {
            await using var rows = await BulkInsert.OpenAsync(db, "lead_search", ["rowid", "words"]);
            foreach (var lead in leads)
            {
                rows.Write(lead.Id);
                rows.Write(words.Of(lead.Profile));
                rows.EndRow();
            }

            await rows.CompleteAsync();
        }
    }
}
