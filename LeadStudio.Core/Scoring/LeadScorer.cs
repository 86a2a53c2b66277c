using LeadStudio.Core.Common;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Standings;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Scoring.Engine;

namespace LeadStudio.Core.Scoring;

/// <summary>Computes standings from the facts in the database.</summary>
internal sealed class LeadScorer(LiveScorecards scorecards, IStandingWriter writer, IWorkQueue queue, TimeProvider time) : ILeadScorer
{
    // Where leads stand this close together, a range of ids is shorter than a list, and few others are read with them.
    private const int Spread = 2;

    public async ValueTask<ScoreLeads> ReadyAsync(CancellationToken cancellationToken = default)
    {
        var live = await scorecards.GetAsync(cancellationToken);
        return (db, ids, stop) => ScoreAsync(db, live, ids, stop);
    }

    /// <summary>Scores leads without storing anything.</summary>
    /// <param name="db">The context; its connection must be open.</param>
    /// <param name="live">The scorecard.</param>
    /// <param name="where">Which leads, as SQL over the columns of <c>leads</c>.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<List<Standing>> ComputeAsync(LeadStudioDbContext db, LiveScorecard live, string where, CancellationToken cancellationToken)
    {
        var now = UtcMicroseconds.From(time.GetUtcNow());
        var standings = new List<Standing>();
        var score = new LeadScore(live.Compiled);
        await FactReader.ReadAsync(
            db, live.Source, live.Keys, where, (id, outcome, facts) => standings.Add(StandingOf(live, id, outcome, facts, now, score)), cancellationToken);
        return standings;
    }

    private async Task<ScoredLeads> ScoreAsync(LeadStudioDbContext db, LiveScorecard live, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return new([], []);
        }

        var (from, to) = (ids.Min(), ids.Max());
        var where = to - from < ids.Count * Spread ? $"id between {from} and {to}" : $"id in ({string.Join(',', ids)})";
        var standings = await ComputeAsync(db, live, where, cancellationToken);
        var changes = await writer.WriteAsync(db, standings, cancellationToken);
        if (!await IsLastWordAsync(db, live, cancellationToken))
        {
            await queue.AddRangesAsync(db, LeadQueues.Score, ids);
        }

        return new(standings, changes);
    }

    // What is being scored by the worker is in the queue until its scores are stored.
    private async Task<bool> IsLastWordAsync(LeadStudioDbContext db, LiveScorecard live, CancellationToken cancellationToken) =>
        live == await scorecards.GetAsync(cancellationToken)
        && live.Published.Version == await db.Sql("select max(version) from scorecards").NumberAsync(cancellationToken)
        && await queue.IsEmptyAsync(db, LeadQueues.Score, cancellationToken);

    private static Standing StandingOf(LiveScorecard live, long id, int outcome, LeadFacts facts, long now, LeadScore score)
    {
        live.Compiled.Score(facts, now, score);
        return new()
        {
            LeadId = id,
            Score = score.Score,
            BandCode = score.Band.Code,
            Parts = StandingText.Parts(score),
            RuleMask = StandingText.Mask(score.Mask),
            Version = live.Published.Version,
            IsOpen = outcome == 0 ? 1 : 0,
            ScoredAt = now,
            NextChangeAt = live.Compiled.NextChange(facts, now),
        };
    }
}
