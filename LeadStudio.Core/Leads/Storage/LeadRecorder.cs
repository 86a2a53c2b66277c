using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Storage;

internal sealed class LeadRecorder(IDatabase database, IWorkQueue queue, IEventBus bus) : ILeadRecorder
{
    // News with more leads than this tell only their range.
    private const int ListedLeads = 1000;

    public async Task<BatchResult> RecordAsync(LeadStudioDbContext db, ObservationBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(batch);
        if (database.Kind == DatabaseKind.PostgreSql)
        {
            // Two writers that meet the same new address would both add it.
            await db.Sql("select pg_advisory_xact_lock(7201)").RunAsync(cancellationToken);
        }

        var identities = Identify(batch);
        var leads = await LeadIndex.LoadAsync(db, database.Kind, batch, identities, cancellationToken);
        await leads.ReserveAsync(db, batch.Rows.Count, cancellationToken);
        var results = new RowResult[batch.Rows.Count];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = Record(batch, batch.Rows[i], identities[i], leads);
        }

        var touched = leads.Touched;
        await CompanyLinker.LinkAsync(db, batch, touched, cancellationToken);
        await new LeadWriter(db, database.Kind, batch).WriteAsync(touched, cancellationToken);
        await QueueAsync(db, touched);
        return new(results, News(touched));
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

    private static RowIdentity[] Identify(ObservationBatch batch)
    {
        var (email, external) = (ColumnOf(batch, StandardFields.Email), ColumnOf(batch, StandardFields.ExternalId));
        return [.. batch.Rows.Select(row => RowIdentity.Of(row, email, external))];
    }

    private static int ColumnOf(ObservationBatch batch, string key)
    {
        for (var i = 0; i < batch.Fields.Count; i++)
        {
            if (batch.Fields[i].Key == key)
            {
                return i;
            }
        }

        return -1;
    }

    private static RowResult Record(ObservationBatch batch, BatchRow row, RowIdentity identity, LeadIndex leads)
    {
        if (identity.Problem is not null)
        {
            return new(RowOutcome.Rejected, 0, identity.Problem);
        }

        var (lead, problem) = leads.Find(row, identity);
        if (problem is not null)
        {
            return new(RowOutcome.Rejected, 0, problem);
        }

        var isNew = lead is null;
        lead ??= leads.Add();
        var observation = new Observation
        {
            Sequence = lead.Observations.Count == 0 ? 1 : lead.Observations[^1].Sequence + 1,
            Kind = batch.Kind,
            SourceId = batch.SourceId,
            SourceName = batch.By ?? "",
            SourcePriority = leads.PriorityOfSource,
            ImportId = batch.ImportId,
            Line = row.Line == 0 ? null : row.Line,
            TrueAt = row.TrueAt,
            LearnedAt = row.LearnedAt ?? batch.LearnedAt,
            IsLocked = batch.IsLocked,
            Values = Said(batch, row, identity),
        };
        if (!lead.Add(observation, batch.Catalog))
        {
            return new(RowOutcome.Unchanged, lead.Id, null);
        }

        leads.Touch(lead, identity);
        return new(isNew ? RowOutcome.Created : RowOutcome.Updated, lead.Id, null);
    }

    private static Dictionary<int, FieldValue> Said(ObservationBatch batch, BatchRow row, RowIdentity identity)
    {
        var values = new Dictionary<int, FieldValue>(batch.Fields.Count + 1);
        for (var i = 0; i < batch.Fields.Count; i++)
        {
            if (batch.EmptyClears || !row.Values[i].IsEmpty)
            {
                values[batch.Fields[i].Id] = row.Values[i];
            }
        }

        var domain = batch.Catalog[StandardFields.Domain].Id;
        if (identity.EmailKey is { } email && !values.ContainsKey(domain) && Identity.EmailAddress.BusinessDomain(email) is { } derived)
        {
            values[domain] = FieldValue.Of(derived);
        }

        return values;
    }

    private async Task QueueAsync(LeadStudioDbContext db, IReadOnlyList<LeadState> touched)
    {
        var ids = touched.Where(lead => lead.Changed.Count > 0).Select(lead => lead.Id).Order().ToList();
        for (var i = 0; i < ids.Count;)
        {
            var end = i;
            while (end + 1 < ids.Count && ids[end + 1] == ids[end] + 1)
            {
                end++;
            }

            await queue.AddAsync(db, LeadQueues.Score, ids[i], ids[end]);
            i = end + 1;
        }
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
