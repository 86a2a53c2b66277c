using LeadStudio.Core.Common;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Standings;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Scoring.Engine;
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

    // The next slice of the long work, read while the one before it is written.
    private (WorkItem Item, long From, LiveScorecard Live, Task<List<Standing>> Standings)? _ahead;

    /// <summary>Does one turn.</summary>
    /// <param name="cancellationToken">Stops between two transactions.</param>
    /// <returns>Whether there was anything to do; if so, there may be more.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken = default)
    {
        var items = await queue.PeekAsync(LeadQueues.Score, PeekedItems, cancellationToken);
        var small = items.Where(item => item.ToId == item.FromId).ToList();
        if (small.Count > 0)
        {
            _ahead = null; // it may have read a lead as it was before this change
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
        var live = await scorecards.GetAsync(cancellationToken);
        var end = EndOfSlice(item.FromId, item);
        var ahead = _ahead;
        _ahead = null;
        var standings = ahead is { } read && read.Item.Id == item.Id && read.From == item.FromId && read.Live == live
            ? await read.Standings
            : await ReadSliceAsync(live, item.FromId, item, cancellationToken);
        _ahead = end < item.ToId ? (item, end + 1, live, ReadSliceAsync(live, end + 1, item, cancellationToken)) : null;
        await WriteAsync(
            standings,
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

    private static long EndOfSlice(long from, WorkItem item) => Math.Min(item.ToId, from + Slice - 1);

    private Task<List<Standing>> ReadSliceAsync(LiveScorecard live, long from, WorkItem item, CancellationToken cancellationToken) =>
        Task.Run(() => ComputeAsync(live, $"id between {from} and {EndOfSlice(from, item)}", cancellationToken), cancellationToken);

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
        await WriteAsync(await ComputeAsync(live, where, cancellationToken), settle, cancellationToken);
    }

    private async Task WriteAsync(List<Standing> standings, Func<LeadStudioDbContext, Task> settle, CancellationToken cancellationToken)
    {
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
        var score = new LeadScore(live.Compiled);
        await database.ReadAsync(
            async db =>
            {
                await FactReader.ReadAsync(
                    db, live.Source, live.Keys, where, (id, outcome, facts) => standings.Add(StandingOf(live, id, outcome, facts, now, score)), cancellationToken);
                return true;
            },
            cancellationToken);
        return standings;
    }

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
