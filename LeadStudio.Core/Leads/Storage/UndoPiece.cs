using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>Takes an import back for a range of leads, as part of a transaction.</summary>
internal sealed class UndoPiece(IDatabase database, ImportedLeads leads, IWorkQueue queue, TimeProvider time)
{
    private static readonly (string Table, string Key)[] s_tables =
        [("leads", "id"), ("observations", "lead_id"), ("lead_standings", "lead_id"), ("score_history", "lead_id")];

    /// <summary>Writes what changes, and leaves work for Scoring.</summary>
    /// <param name="db">The context of the transaction, which has locked out those who record and those who score.</param>
    /// <param name="catalog">The fields.</param>
    /// <param name="import">The import.</param>
    /// <param name="from">The first lead's id.</param>
    /// <param name="to">The last lead's id, included.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>How many leads vanished, and how many stayed.</returns>
    public async Task<UndoCounts> WriteAsync(LeadStudioDbContext db, FieldCatalog catalog, long import, long from, long to, CancellationToken cancellationToken)
    {
        var found = await leads.ReadAsync(db, import, from, to, cancellationToken);
        var removed = found.Where(lead => lead.IsOnlyHere).Select(lead => lead.Id).ToArray();
        var kept = found.Where(lead => !lead.IsOnlyHere).Select(lead => lead.Id).ToArray();
        await RemoveAsync(db, removed, cancellationToken);
        await FallBackAsync(db, catalog, import, kept, cancellationToken);
        return new(removed.Length, kept.Length);
    }

    private async Task RemoveAsync(LeadStudioDbContext db, long[] ids, CancellationToken cancellationToken)
    {
        if (ids.Length == 0)
        {
            return;
        }

        foreach (var (table, key) in s_tables)
        {
            await db.Sql($"delete from {table} where {key} {Among}", ("ids", Ids(ids))).RunAsync(cancellationToken);
        }

        if (database.Kind == DatabaseKind.Sqlite)
        {
            await db.Sql($"delete from lead_search where rowid {Among}", ("ids", Ids(ids))).RunAsync(cancellationToken);
        }
    }

    private async Task FallBackAsync(LeadStudioDbContext db, FieldCatalog catalog, long import, long[] ids, CancellationToken cancellationToken)
    {
        if (ids.Length == 0)
        {
            return;
        }

        var states = (await LeadReader.LoadAsync(db, catalog, ids, cancellationToken)).Values.OrderBy(lead => lead.Id).ToList();
        foreach (var lead in states)
        {
            lead.TakeBack(import, catalog);
        }

        await db.Sql($"update observations set status = 2 where lead_id {Among} and import_id = @import", ("ids", Ids(ids)), ("import", import)).RunAsync(cancellationToken);
        foreach (var lead in states)
        {
            foreach (var said in lead.Recast)
            {
                await db.Sql(
                    "update observations set status = @status where lead_id = @lead and sequence = @sequence",
                    ("status", (long)said.Status),
                    ("lead", lead.Id),
                    ("sequence", said.Sequence)).RunAsync(cancellationToken);
            }
        }

        await new KeyFallback(db, database.Kind, catalog).SettleAsync(states, cancellationToken);
        await WriteAsync(db, catalog, states.FindAll(lead => lead.HasChanged), cancellationToken);
    }

    private async Task WriteAsync(LeadStudioDbContext db, FieldCatalog catalog, List<LeadState> changed, CancellationToken cancellationToken)
    {
        if (changed.Count == 0)
        {
            return;
        }

        using var batch = PreparedBatch.Of(new ObservationBatch
        {
            Kind = ObservationKind.Edit,
            SourceId = Source.People,
            LearnedAt = UtcMicroseconds.From(time.GetUtcNow()),
            Fields = [],
            Catalog = catalog,
            Rows = [],
        });
        await CompanyLinker.LinkAsync(db, batch.Batch, changed, cancellationToken);
        await new LeadWriter(db, database.Kind, batch).WriteAsync(changed, [], cancellationToken);
        await queue.AddRangesAsync(db, LeadQueues.Score, changed.Select(lead => lead.Id));
    }

    private string Among => IdsSql.Among(database.Kind);

    private object Ids(long[] ids) => IdsSql.Value(database.Kind, ids);
}
