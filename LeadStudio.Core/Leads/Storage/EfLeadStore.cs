using System.Collections.Frozen;
using LeadStudio.Core.Access;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Leads.Standings;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Leads.Storage;

internal sealed class EfLeadStore(IDatabase database, IFieldCatalog fields, ILeadRecorder recorder, TimeProvider time) : ILeadStore
{
    public async Task<Result<LeadDetails>> GetAsync(long id, CancellationToken cancellationToken = default)
    {
        var catalog = await fields.GetAsync(cancellationToken);
        return await database.ReadAsync<Result<LeadDetails>>(
            async db =>
            {
                var found = await LeadReader.LoadAsync(db, catalog, [id], cancellationToken);
                if (!found.TryGetValue(id, out var lead))
                {
                    return new LeadNotFound(id);
                }

                var standing = await StandingReader.FindAsync(db, id, cancellationToken);
                return new LeadDetails(id, lead.CompanyId, catalog, lead.Profile, lead.Observations, standing);
            },
            cancellationToken);
    }

    public Task<Result<long>> AddAsync(IReadOnlyDictionary<string, FieldValue> values, Actor by, CancellationToken cancellationToken = default) =>
        RecordAsync(null, ObservationKind.Edit, values, by, isLocked: false, cancellationToken);

    public Task<Result<long>> EditAsync(
        long id, IReadOnlyDictionary<string, FieldValue> values, Actor by, bool isLocked = false, CancellationToken cancellationToken = default) =>
        RecordAsync(id, ObservationKind.Edit, values, by, isLocked, cancellationToken);

    public async Task<Result<long>> UnlockAsync(long id, string key, Actor by, CancellationToken cancellationToken = default)
    {
        var found = await GetAsync(id, cancellationToken);
        if (found.Value is not { } lead)
        {
            return found.Error!;
        }

        if (lead.Catalog.Find(key) is not { } field)
        {
            return new FieldNotFound(key);
        }

        var nothing = new Dictionary<string, FieldValue>(StringComparer.Ordinal) { [key] = FieldValue.Empty };
        return lead.IsLocked(field) ? await RecordAsync(id, ObservationKind.Unlock, nothing, by, isLocked: false, cancellationToken) : id;
    }

    public Task<Result<long>> SetOutcomeAsync(
        long id, int? outcome, double? value, Actor by, long? at = null, CancellationToken cancellationToken = default)
    {
        var instant = FieldValue.Of(at ?? UtcMicroseconds.From(time.GetUtcNow()));
        return RecordAsync(
            id,
            ObservationKind.Edit,
            new Dictionary<string, FieldValue>(StringComparer.Ordinal)
            {
                [StandardFields.Outcome] = outcome is { } code ? FieldValue.Of(code) : FieldValue.Empty,
                [StandardFields.OutcomeAt] = outcome is null ? FieldValue.Empty : instant,
                [StandardFields.OutcomeValue] = outcome is not null && value is { } money ? FieldValue.Of(money) : FieldValue.Empty,
            },
            by,
            isLocked: false,
            cancellationToken);
    }

    public Task<IReadOnlyList<ScoreHistoryEntry>> HistoryAsync(IReadOnlyCollection<long> ids, long since, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<ScoreHistoryEntry>>(
            async db =>
            {
                var past = await db.Set<ScoreHistoryEntry>().Where(entry => ids.Contains(entry.LeadId)).ToListAsync(cancellationToken);
                var now = await db.Set<Standing>().Where(standing => ids.Contains(standing.LeadId)).ToListAsync(cancellationToken);
                return
                [
                    .. past
                        .Concat(now.Select(standing => new ScoreHistoryEntry
                        {
                            LeadId = standing.LeadId,
                            At = standing.ChangedAt,
                            Score = standing.Score,
                            BandCode = standing.BandCode,
                            Version = standing.Version,
                        }))
                        .GroupBy(entry => entry.LeadId)
                        .SelectMany(lead => Since(lead, since)),
                ];
            },
            cancellationToken);

    // The score at the start of the time is the last one that began before it. One that did not change anything is none of its own.
    private static IEnumerable<ScoreHistoryEntry> Since(IEnumerable<ScoreHistoryEntry> entries, long since)
    {
        var sorted = new List<ScoreHistoryEntry>();
        foreach (var entry in entries.OrderBy(entry => entry.At))
        {
            if (sorted is not [.., var before] || before.Score != entry.Score || before.BandCode != entry.BandCode)
            {
                sorted.Add(entry);
            }
        }

        return sorted.Skip(Math.Max(0, sorted.FindLastIndex(entry => entry.At <= since)));
    }

    private async Task<Result<long>> RecordAsync(
        long? id, ObservationKind kind, IReadOnlyDictionary<string, FieldValue> values, Actor by, bool isLocked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(by);
        var catalog = await fields.GetAsync(cancellationToken);
        if (values.Keys.FirstOrDefault(key => catalog.Find(key) is null) is { } unknown)
        {
            return new FieldNotFound(unknown);
        }

        var batch = new ObservationBatch
        {
            Kind = kind,
            SourceId = Source.People,
            By = by.Name,
            LearnedAt = UtcMicroseconds.From(time.GetUtcNow()),
            IsLocked = isLocked,
            Clearing = id is null ? FrozenSet<int>.Empty : values.Keys.Select(key => catalog[key].Id).ToHashSet(),
            Fields = [.. values.Keys.Select(key => catalog[key])],
            Catalog = catalog,
            Rows = [new BatchRow(0, [.. values.Values], id)],
        };
        var result = await database.WriteAsync(
            async db =>
            {
                var before = id is { } known ? (await LeadReader.LoadProfilesAsync(db, catalog, [known], cancellationToken)).GetValueOrDefault(known) : null;
                if (id is not null && before is null)
                {
                    return null;
                }

                var recorded = await recorder.RecordAsync(db, batch, cancellationToken);
                if (recorded.Rows[0].Problem is null)
                {
                    LeadDeeds.Of(by, catalog, recorded.Rows[0].LeadId, before?.Profile, values.ToDictionary(pair => catalog[pair.Key].Id, pair => pair.Value), isNew: id is null).AddTo(db, batch.LearnedAt);
                }

                return recorded;
            },
            cancellationToken);
        if (result is null)
        {
            return new LeadNotFound(id!.Value);
        }

        if (result.Rows[0].Problem is { } problem)
        {
            return problem.OtherLead is { } other && (await GetAsync(other, cancellationToken)).Value is { } taken
                ? new LeadKeyTaken(other, taken.DisplayName)
                : new LeadRefused(problem.Message);
        }

        recorder.Announce(result);
        return result.Rows[0].LeadId;
    }
}
