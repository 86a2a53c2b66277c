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
        var said = new SaidFields(batch);
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = Record(batch, batch.Rows[i], identities[i], leads, said);
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

    private static RowResult Record(ObservationBatch batch, BatchRow row, RowIdentity identity, LeadIndex leads, SaidFields said)
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
            Sequence = lead.Last is { } last ? last.Sequence + 1 : 1,
            Kind = batch.Kind,
            SourceId = batch.SourceId,
            SourceName = batch.By ?? "",
            SourcePriority = leads.PriorityOfSource,
            ImportId = batch.ImportId,
            Line = row.Line == 0 ? null : row.Line,
            TrueAt = row.TrueAt,
            LearnedAt = row.LearnedAt ?? batch.LearnedAt,
            IsLocked = batch.IsLocked,
            Values = said.By(row, identity),
        };
        if (!lead.Add(observation, batch.Catalog))
        {
            return new(RowOutcome.Unchanged, lead.Id, null);
        }

        leads.Touch(lead, identity);
        return new(isNew ? RowOutcome.Created : RowOutcome.Updated, lead.Id, null);
    }

    private async Task QueueAsync(LeadStudioDbContext db, IReadOnlyList<LeadState> touched)
    {
        var ids = touched.Where(lead => lead.HasChanged).Select(lead => lead.Id).Order().ToList();
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

    // The domain comes from the e-mail address where the row does not name it.
    private sealed class SaidFields
    {
        private readonly bool _emptySpeaks;
        private readonly int[] _ids;
        private readonly int _domain;

        public SaidFields(ObservationBatch batch)
        {
            _emptySpeaks = batch.EmptyClears;
            _domain = ColumnOf(batch, StandardFields.Domain);
            var ids = batch.Fields.Select(field => field.Id);
            _ids = [.. _domain < 0 ? ids.Append(batch.Catalog[StandardFields.Domain].Id) : ids];
        }

        public ObservedValues By(BatchRow row, RowIdentity identity)
        {
            var derived = identity.EmailKey is { } email ? FieldValue.Of(Identity.EmailAddress.BusinessDomain(email)) : FieldValue.Empty;
            if (_domain < 0 || _emptySpeaks || !row.Values[_domain].IsEmpty)
            {
                return new(_ids, row.Values, derived, _emptySpeaks);
            }

            FieldValue[] values = [.. row.Values];
            values[_domain] = derived;
            return new(_ids, values, FieldValue.Empty, _emptySpeaks);
        }
    }
}
