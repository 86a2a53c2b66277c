using System.Collections.Concurrent;
using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Audit;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Leads.Standings;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Intake;

/// <summary>Writes statements and the scores that follow from them in one transaction.</summary>
internal sealed class IntakeWriter(IDatabase database, IFieldCatalog fields, ILeadRecorder recorder, ILeadScorer scorer, IEventBus bus, TimeProvider time)
{
    // News with more leads than this tell only how many there are.
    private const int ListedChanges = 1000;
    private readonly ConcurrentDictionary<string, int> _sources = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Writes statements of one program or of several.</summary>
    /// <param name="said">The statements with the names of who says them.</param>
    /// <param name="readsLeads">Whether the answer has the leads as they are now.</param>
    /// <param name="cancellationToken">Stops the write; nothing of it remains.</param>
    /// <returns>What became of each, in the same order.</returns>
    public async Task<IntakeResult> WriteAsync(IReadOnlyList<(LeadStatement Said, Actor By)> said, bool readsLeads, CancellationToken cancellationToken)
    {
        var catalog = await fields.GetAsync(cancellationToken);
        var score = await scorer.ReadyAsync(cancellationToken);
        var sources = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var written = await database.WriteAsync(
            async db =>
            {
                var results = await CheckAsync(db, catalog, said, cancellationToken);
                var states = new Dictionary<long, LeadState>();
                var news = new List<LeadsChanged>();
                foreach (var group in Enumerable.Range(0, said.Count).Where(i => results[i] is null).GroupBy(i => (By: said[i].By.Name, said[i].Said.IsDeliberate)).ToList())
                {
                    var source = sources[group.Key.By] = _sources.TryGetValue(group.Key.By, out var known) ? known : await SourceNames.IdOfAsync(db, group.Key.By, cancellationToken);
                    var batch = StatementBatch.Of([.. group.Select(i => said[i].Said)], catalog, group.Key.By, source, UtcMicroseconds.From(time.GetUtcNow()));
                    var recorded = await recorder.RecordAsync(db, batch, cancellationToken);
                    foreach (var (i, row) in group.Zip(recorded.Rows))
                    {
                        results[i] = row;
                    }

                    foreach (var state in readsLeads ? recorded.Touched : [])
                    {
                        states.TryAdd(state.Id, state);
                    }

                    news.AddRange(recorded.Changed is { } changed ? [changed] : []);
                }

                Note(db, catalog, said, results, states, isBatch: !readsLeads);
                var touched = results.OfType<RowResult>().Where(row => row.Outcome is RowOutcome.Created or RowOutcome.Updated).Select(row => row.LeadId).ToHashSet();
                var scored = await score(db, touched, cancellationToken);
                var leads = readsLeads
                    ? await LeadSnapshots.ReadAsync(db, catalog, [.. results.OfType<RowResult>().Where(row => row.LeadId != 0).Select(row => row.LeadId).Distinct()], cancellationToken)
                    : [];
                return (Result: new IntakeResult([.. results.Select(row => row!.Value)], scored.Standings.ToDictionary(standing => standing.LeadId), leads), News: news, scored.Changes);
            },
            cancellationToken);
        Tell(written.News, written.Changes);
        foreach (var (name, source) in sources)
        {
            _sources[name] = source;
        }

        return written.Result;
    }

    private void Tell(List<LeadsChanged> news, IReadOnlyList<StandingChange> changes)
    {
        news.ForEach(bus.Publish);
        if (changes.Count > 0)
        {
            bus.Publish(new StandingsChanged(changes.Count > ListedChanges ? [] : changes, changes.Count));
        }
    }

    // A batch is one deed: what each of its leads became is in their observations.
    private void Note(
        LeadStudioDbContext db, FieldCatalog catalog, IReadOnlyList<(LeadStatement Said, Actor By)> said, RowResult?[] results, Dictionary<long, LeadState> states, bool isBatch)
    {
        var now = UtcMicroseconds.From(time.GetUtcNow());
        if (isBatch)
        {
            var counts = results.OfType<RowResult>().GroupBy(row => row.Outcome).ToDictionary(group => group.Key.ToString().ToLowerInvariant(), group => (object?)group.Count(), StringComparer.Ordinal);
            new Deed(said[0].By, "batch.written", "", "Leads", After: counts).AddTo(db, now);
            return;
        }

        for (var i = 0; i < results.Length; i++)
        {
            if (results[i] is { Outcome: RowOutcome.Created or RowOutcome.Updated } row)
            {
                var isNew = row.Outcome == RowOutcome.Created;
                LeadDeeds.Of(said[i].By, catalog, row.LeadId, isNew ? null : states[row.LeadId].ProfileBefore(), said[i].Said.Values, isNew).AddTo(db, now);
            }
        }
    }

    private static async Task<RowResult?[]> CheckAsync(
        LeadStudioDbContext db, FieldCatalog catalog, IReadOnlyList<(LeadStatement Said, Actor By)> said, CancellationToken cancellationToken)
    {
        var results = new RowResult?[said.Count];
        var named = said.Select(one => one.Said.LeadId).OfType<long>().Distinct().ToList();
        if (named.Count == 0)
        {
            return results;
        }

        await WriterLocks.TakeAsync(db, [WriterLocks.Leads], cancellationToken);
        var known = (await db.Sql($"select id from leads where id in ({string.Join(',', named)})").ListAsync(row => row.GetInt64(0), cancellationToken)).ToHashSet();
        var expecting = said.Where(one => one.Said.ExpectedVersions is not null).Select(one => one.Said.LeadId).OfType<long>().ToList();
        var versions = expecting.Count == 0 ? [] : await LeadSnapshots.ReadAsync(db, catalog, expecting, cancellationToken);
        for (var i = 0; i < results.Length; i++)
        {
            var (id, expected) = (said[i].Said.LeadId, said[i].Said.ExpectedVersions);
            results[i] = id is not { } lead ? null
                : !known.Contains(lead) ? Refused(IntakeResult.Missing)
                : expected is not null && !expected.Contains(versions[lead].Version()) ? Refused(IntakeResult.Changed)
                : null;
        }

        return results;
    }

    private static RowResult Refused(RowProblem problem) => new(RowOutcome.Rejected, 0, problem);
}

/// <summary>What became of statements.</summary>
/// <param name="Rows">What became of each.</param>
/// <param name="Standings">The new scores, by lead.</param>
/// <param name="Leads">The leads as they are now, where that was asked for.</param>
internal sealed record IntakeResult(IReadOnlyList<RowResult> Rows, IReadOnlyDictionary<long, Standing> Standings, IReadOnlyDictionary<long, LeadSnapshot> Leads)
{
    public static readonly RowProblem Missing = new("missing", "There is no such lead.");

    public static readonly RowProblem Changed = new("changed", "The lead was changed meanwhile.");
}
