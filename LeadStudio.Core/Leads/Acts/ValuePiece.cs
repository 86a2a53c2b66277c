using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Acts;

/// <summary>Sets a value of some leads, or takes that back, as part of a transaction.</summary>
internal sealed class ValuePiece(IDatabase database, ILeadRecorder recorder, LeadFallback fallback, TimeProvider time)
{
    /// <summary>Records the value, as an edit by hand does.</summary>
    public async Task<PieceResult> DoAsync(LeadStudioDbContext db, FieldCatalog catalog, LeadAct act, long[] ids, CancellationToken cancellationToken)
    {
        var field = catalog[ActValues.FieldOf(act.Kind)!];
        var before = await ReadAsync(db, field, ids, cancellationToken);
        var wanted = before.Select(lead => (lead.Id, lead.Updated, Value: ActValues.Apply(act, lead.Value), Now: lead.Value)).Where(lead => lead.Value != lead.Now).ToList();
        if (wanted.Count == 0)
        {
            return PieceResult.None;
        }

        // A stage or an owner is set as of the start: what a person chose since then wins. Tags add to what is there now.
        long? at = act.Kind is ActKind.Tag or ActKind.Untag ? null : act.At;
        var now = UtcMicroseconds.From(time.GetUtcNow());
        await recorder.RecordAsync(
            db,
            new ObservationBatch
            {
                Kind = ObservationKind.Edit,
                SourceId = Source.People,
                By = act.By,
                ActId = act.Id,
                LearnedAt = now,
                Clearing = new HashSet<int> { field.Id },
                Fields = [field],
                Catalog = catalog,
                Rows = [.. wanted.Select(lead => new BatchRow(0, [lead.Value], lead.Id, LearnedAt: at))],
            },
            cancellationToken);
        await using (var rows = await BulkInsert.OpenAsync(db, "act_leads", ["act_id", "lead_id", "updated_before", "updated_after"]))
        {
            foreach (var lead in wanted)
            {
                rows.Write(act.Id);
                rows.Write(lead.Id);
                rows.Write(lead.Updated);
                rows.Write((double)now);
                rows.EndRow();
            }

            await rows.CompleteAsync();
        }

        var after = (await ReadAsync(db, field, ids, cancellationToken)).ToDictionary(lead => lead.Id, lead => lead.Value);
        return new(wanted.Count(lead => after[lead.Id] == lead.Value), [.. wanted.Select(lead => lead.Id)]);
    }

    /// <summary>Takes back what was recorded; what was changed since stays.</summary>
    public async Task<PieceResult> TakeBackAsync(LeadStudioDbContext db, FieldCatalog catalog, LeadAct act, long[] ids, CancellationToken cancellationToken)
    {
        var among = IdsSql.Among(database.Kind);
        var list = ("ids", (object?)IdsSql.Value(database.Kind, ids));
        var stamps = (await db.Sql($"select lead_id, updated_before, updated_after from act_leads where act_id = {act.Id} and lead_id {among}", list)
            .ListAsync(reader => (Id: reader.GetInt64(0), Before: reader.GetDouble(1), After: reader.GetDouble(2)), cancellationToken)).ToDictionary(stamp => stamp.Id);
        var leads = await fallback.TakeBackAsync(db, catalog, Withdrawal.OfAct(act.Id), ids, cancellationToken);
        var restored = leads.Where(lead => lead.HasChanged).ToList();

        // Where nothing else happened to the lead, it was last changed when it was before.
        var updated = catalog[StandardFields.UpdatedAt].Id;
        await using (var rows = await BulkInsert.OpenUpdateAsync(db, "leads", ["id", "updated_at"]))
        {
            foreach (var lead in restored.Where(lead => lead.Value(updated).Number == stamps[lead.Id].After))
            {
                rows.Write(lead.Id);
                rows.Write(stamps[lead.Id].Before);
                rows.EndRow();
            }

            await rows.CompleteAsync();
        }

        await db.Sql($"delete from act_leads where act_id = {act.Id} and lead_id {among}", list).RunAsync(cancellationToken);
        return new(restored.Count, [.. leads.Select(lead => lead.Id)]);
    }

    private async Task<List<(long Id, double Updated, FieldValue Value)>> ReadAsync(LeadStudioDbContext db, Field field, long[] ids, CancellationToken cancellationToken) =>
        await db.Sql($"select id, updated_at, {field.Column} from leads where id {IdsSql.Among(database.Kind)} order by id", ("ids", IdsSql.Value(database.Kind, ids)))
            .ListAsync(reader => (reader.GetInt64(0), reader.GetDouble(1), LeadReader.ReadValue(reader, 2, field)), cancellationToken);
}
