using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Journal;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Storage;

internal sealed class LeadRecorder(IDatabase database, IWorkQueue queue, LeadJournal journal, IEventBus bus) : ILeadRecorder
{
    // News with more leads than this tell only their range.
    private const int ListedLeads = 1000;

    public PreparedBatch Prepare(ObservationBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return PreparedBatch.Of(batch);
    }

    public async Task<BatchResult> RecordAsync(LeadStudioDbContext db, ObservationBatch batch, CancellationToken cancellationToken = default)
    {
        using var prepared = Prepare(batch);
        return await RecordAsync(db, prepared, cancellationToken);
    }

    public async Task<BatchResult> RecordAsync(LeadStudioDbContext db, PreparedBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(batch);
        await WriterLocks.TakeAsync(db, [WriterLocks.Leads], cancellationToken);

        var rows = batch.Batch.Rows;
        var leads = await LeadIndex.LoadAsync(db, database.Kind, batch, cancellationToken);
        await leads.ReserveAsync(db, rows.Count, cancellationToken);
        var results = new RowResult[rows.Count];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = Record(batch, i, leads);
        }

        var touched = leads.Touched;
        await CompanyLinker.LinkAsync(db, batch.Batch, touched, cancellationToken);
        await new LeadWriter(db, database.Kind, batch).WriteAsync(touched, leads.Repeated, cancellationToken);
        if (!batch.Batch.IsScoredAtOnce)
        {
            await queue.AddRangesAsync(db, LeadQueues.Score, touched.Where(lead => lead.HasChanged).Select(lead => lead.Id));
        }

        await journal.AddAsync(db, touched, batch.Batch.Catalog);
        return new(results, News(touched)) { Touched = touched };
    }

    public void Announce(BatchResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Changed is { } changed)
        {
            queue.Wake(LeadQueues.Score);
            bus.Publish(changed);
        }
    }

    private static RowResult Record(PreparedBatch prepared, int index, LeadIndex leads)
    {
        var (batch, row, identity) = (prepared.Batch, prepared.Batch.Rows[index], prepared.Identities[index]);
        if (identity.Problem is not null || prepared.Said[index] is not { } said)
        {
            return new(RowOutcome.Rejected, 0, identity.Problem);
        }

        var (lead, problem, isByPerson) = leads.Find(row, identity);
        if (problem is not null)
        {
            return new(RowOutcome.Rejected, 0, problem);
        }

        if (batch.IsEcho && lead?.Shows(batch.Fields, row.Values) is true)
        {
            return new(RowOutcome.Unchanged, lead.Id, null);
        }

        if (lead is not null && batch.KnownLeads == KnownLeads.Leave)
        {
            return new(RowOutcome.Unchanged, lead.Id, null);
        }

        IReadOnlyDictionary<int, FieldValue> values = said;
        if (lead is not null && batch.KnownLeads == KnownLeads.FillEmpty)
        {
            values = lead.Unknown(said, batch.Catalog);
            identity = identity.In(values, batch.Catalog);
            if (values.Count == 0)
            {
                return new(RowOutcome.Unchanged, lead.Id, null);
            }
        }

        if (row.LeadId is null)
        {
            var aside = isByPerson ? lead!.HasKeys(batch.Catalog) : leads.IsMerged(identity);
            values = Without(values, aside, batch.Catalog);
            identity = isByPerson ? identity.Without(aside) : identity;
        }

        var isNew = lead is null;
        lead ??= leads.Add();
        var observation = new Observation
        {
            Sequence = lead.NextSequence,
            Kind = batch.Kind,
            SourceId = batch.SourceId,
            SourceName = batch.By ?? "",
            SourcePriority = leads.PriorityOfSource,
            ImportId = batch.ImportId,
            ActId = batch.ActId,
            Line = row.Line == 0 ? null : row.Line,
            TrueAt = row.TrueAt,
            LearnedAt = row.LearnedAt ?? batch.LearnedAt,
            IsLocked = batch.IsLocked,
            Values = values,
        };
        if (!lead.Add(observation, batch.Catalog, batch.IsDeliberate))
        {
            leads.Repeat(lead);
            return new(RowOutcome.Unchanged, lead.Id, null);
        }

        leads.Touch(lead, identity);
        return new(isNew ? RowOutcome.Created : RowOutcome.Updated, lead.Id, null);
    }

    // The lead keeps its own address and id.
    private static IReadOnlyDictionary<int, FieldValue> Without(IReadOnlyDictionary<int, FieldValue> said, (bool Email, bool External) aside, FieldCatalog catalog)
    {
        if (!aside.Email && !aside.External)
        {
            return said;
        }

        IEnumerable<string> left = [.. aside.Email ? [StandardFields.Email, StandardFields.Domain] : (string[])[], .. aside.External ? [StandardFields.ExternalId] : (string[])[]];
        return said.ExceptBy(left.Select(key => catalog[key].Id), pair => pair.Key).ToDictionary();
    }

    private static LeadsChanged? News(IReadOnlyList<LeadState> touched)
    {
        if (touched.Count == 0)
        {
            return null;
        }

        var ids = touched.Select(lead => lead.Id).ToList();
        return new(touched.Count(lead => lead.IsNew), ids.Count > ListedLeads ? [] : ids, ids.Min(), ids.Max());
    }
}
