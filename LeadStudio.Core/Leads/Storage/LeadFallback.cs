using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Journal;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>Lets leads show what they would without something that was said of them, as part of a transaction.</summary>
internal sealed class LeadFallback(IDatabase database, IWorkQueue queue, LeadJournal journal, TimeProvider time)
{
    /// <summary>Takes observations back, and leaves work for Scoring.</summary>
    /// <param name="db">The context of the transaction, which has locked out those who record.</param>
    /// <param name="catalog">The fields.</param>
    /// <param name="what">What is taken back.</param>
    /// <param name="ids">The leads.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>Those of the leads that are there, as they are now; those that show something else than before are changed.</returns>
    public async Task<IReadOnlyList<LeadState>> TakeBackAsync(
        LeadStudioDbContext db, FieldCatalog catalog, Withdrawal what, long[] ids, CancellationToken cancellationToken)
    {
        if (ids.Length == 0)
        {
            return [];
        }

        var states = (await LeadReader.LoadAsync(db, catalog, ids, cancellationToken)).Values.OrderBy(lead => lead.Id).ToList();
        foreach (var lead in states)
        {
            lead.TakeBack(what, catalog);
        }

        await db.Sql(
            $"update observations set status = 2 where lead_id {IdsSql.Among(database.Kind)} and {what.Column} = @what",
            ("ids", IdsSql.Value(database.Kind, ids)),
            ("what", what.Id)).RunAsync(cancellationToken);
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
        return states;
    }

    /// <summary>Writes leads that were decided anew, and leaves work for Scoring.</summary>
    /// <param name="db">The context of the transaction, which has locked out those who record.</param>
    /// <param name="catalog">The fields.</param>
    /// <param name="changed">The leads.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>A task that ends when they are written.</returns>
    public async Task WriteAsync(LeadStudioDbContext db, FieldCatalog catalog, IReadOnlyList<LeadState> changed, CancellationToken cancellationToken)
    {
        if (changed.Count == 0)
        {
            return;
        }

        using var batch = PreparedBatch.Of(BatchOf(catalog));
        await CompanyLinker.LinkAsync(db, batch.Batch, changed, cancellationToken);
        await new LeadWriter(db, database.Kind, batch).WriteAsync(changed, [], cancellationToken);
        await queue.AddRangesAsync(db, LeadQueues.Score, changed.Select(lead => lead.Id));
        await journal.AddAsync(db, changed, catalog);
    }

    /// <summary>Makes a batch that says nothing: what writes leads needs one.</summary>
    public ObservationBatch BatchOf(FieldCatalog catalog, IReadOnlyList<Field>? fields = null) => new()
    {
        Kind = ObservationKind.Edit,
        SourceId = Source.People,
        LearnedAt = UtcMicroseconds.From(time.GetUtcNow()),
        Fields = fields ?? [],
        Catalog = catalog,
        Rows = [],
    };
}
