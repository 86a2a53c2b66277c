using LeadStudio.Core.Common;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Standings;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Scoring;

/// <summary>One turn of scoring: first what single leads wait for, then a slice of the long work, then what time alone has changed.</summary>
internal sealed class ScorePass(
    IDatabase database, IWorkQueue queue, LiveScorecards scorecards, IStandingWriter writer, IEventBus bus, TimeProvider time)
{
    // A slice is one transaction: short enough that a person's edit does not wait for it.
    private const int Slice = 20_000;
    private const int ListedChanges = 1000;
    private const int PeekedItems = 500;
    private long _longItem;

    /// <summary>Does one turn.</summary>
    /// <param name="cancellationToken">Stops between two transactions.</param>
    /// <returns>Whether there was anything to do; if so, there may be more.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken = default)
    {
        var items = await queue.PeekAsync(LeadQueues.Score, PeekedItems, cancellationToken);
        var small = items.Where(item => item.ToId == item.FromId).ToList();
        if (small.Count > 0)
        {
            var ids = string.Join(',', small.Select(item => item.FromId).Distinct());
            await ScoreAsync($"id in ({ids})", db => queue.RemoveAsync(db, small), cancellationToken);
            return true;
        }

        if (items is [var item, ..])
        {
            await ScoreSliceAsync(item, cancellationToken);
            return true;
        }

        return await ScoreDueAsync(cancellationToken);
    }

    private async Task ScoreSliceAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var end = Math.Min(item.ToId, item.FromId + Slice - 1);
        await ScoreAsync(
            $"id between {item.FromId} and {end}",
            db => end == item.ToId
                ? queue.RemoveAsync(db, [item])
                : db.Set<WorkItem>().Where(row => row.Id == item.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.FromId, end + 1), cancellationToken),
            cancellationToken);
        if (end < item.ToId || _longItem == item.Id)
        {
            _longItem = item.Id;
            bus.Publish(new RescoreProgressed(end, item.ToId));
        }
    }

    private async Task<bool> ScoreDueAsync(CancellationToken cancellationToken)
    {
        var now = UtcMicroseconds.From(time.GetUtcNow());
        var due = await database.ReadAsync(
            async db => await db.Set<Standing>()
                .Where(standing => standing.NextChangeAt <= now)
                .OrderBy(standing => standing.NextChangeAt)
                .Select(standing => standing.LeadId)
                .Take(Slice)
                .ToListAsync(cancellationToken),
            cancellationToken);
        if (due.Count == 0)
        {
            return false;
        }

        await ScoreAsync($"id in ({string.Join(',', due)})", _ => Task.CompletedTask, cancellationToken);
        return true;
    }

    private async Task ScoreAsync(string where, Func<LeadStudioDbContext, Task> settle, CancellationToken cancellationToken)
    {
        var live = await scorecards.GetAsync(cancellationToken);
        var standings = await ComputeAsync(live, where, cancellationToken);
        var changes = await database.WriteAsync(
            async db =>
            {
                var changed = await writer.WriteAsync(db, standings, cancellationToken);
                await settle(db);
                return changed;
            },
            cancellationToken);
        bus.Publish(new StandingsChanged(changes.Count > ListedChanges ? [] : changes, changes.Count));
    }

    private async Task<List<Standing>> ComputeAsync(LiveScorecard live, string where, CancellationToken cancellationToken)
    {
        var now = UtcMicroseconds.From(time.GetUtcNow());
        var standings = new List<Standing>();
        await database.ReadAsync(
            async db =>
            {
                await FactReader.ReadAsync(
                    db, live.Source, live.Keys, where, (id, outcome, facts) => standings.Add(StandingOf(live, id, outcome, facts, now)), cancellationToken);
                return true;
            },
            cancellationToken);
        return standings;
    }

    private static Standing StandingOf(LiveScorecard live, long id, int outcome, LeadFacts facts, long now)
    {
        var score = live.Compiled.Score(facts, now);
        return new()
        {
            LeadId = id,
            Score = score.Score,
            BandCode = score.Band.Code,
            Parts = StandingText.Parts(score, live.Published.Card.Groups.Count),
            RuleMask = StandingText.Mask(score.Mask),
            Version = live.Published.Version,
            IsOpen = outcome == 0 ? 1 : 0,
            ScoredAt = now,
            NextChangeAt = live.Compiled.NextChange(facts, now),
        };
    }
}
