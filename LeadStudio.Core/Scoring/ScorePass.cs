using LeadStudio.Core.Common;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Standings;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Scoring;

/// <summary>One turn of scoring: first what single leads wait for, then a slice of the long work, then what time alone has changed.</summary>
internal sealed class ScorePass(
    IDatabase database, IWorkQueue queue, LiveScorecards scorecards, LeadScorer scorer, IStandingWriter writer, IEventBus bus, TimeProvider time)
{
    // A slice is one transaction: short enough that a person's edit does not wait for it.
    private const int Slice = 20_000;
    private const int DueSlice = 5_000;
    private const int ListedChanges = 1000;
    private const int PeekedItems = 500;
    private long _longItem;

    // The next slice of the long work, read while the one before it is written.
    private (ScoreSlice Slice, LiveScorecard Live, Task<List<Standing>> Standings)? _ahead;

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

        if (items.Count > 0)
        {
            await ScoreSliceAsync(items, cancellationToken);
            return true;
        }

        return await ScoreDueAsync(cancellationToken);
    }

    private async Task ScoreSliceAsync(IReadOnlyList<WorkItem> items, CancellationToken cancellationToken)
    {
        var live = await scorecards.GetAsync(cancellationToken);
        var (slice, standings) = _ahead is { } ahead && ahead.Slice.BeginsWith(items[0]) && ahead.Live == live
            ? (ahead.Slice, await ahead.Standings)
            : await ReadSliceAsync(live, ScoreSlice.Next(items, Slice), cancellationToken);
        var behind = slice.Behind(items);
        _ahead = behind.Count == 0 ? null : ReadAhead(live, ScoreSlice.Next(behind, Slice), cancellationToken);
        await WriteAsync(
            standings,
            db => slice.Rest is { } rest
                ? db.Set<WorkItem>().Where(row => row.Id == rest.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.FromId, slice.To + 1), cancellationToken)
                : queue.RemoveAsync(db, slice.Done),
            cancellationToken);
        var item = slice.Rest ?? slice.Done[^1];
        if (slice.Rest is not null || _longItem == item.Id)
        {
            _longItem = item.Id;
            bus.Publish(new RescoreProgressed(slice.To, item.ToId));
        }
    }

    private (ScoreSlice Slice, LiveScorecard Live, Task<List<Standing>> Standings) ReadAhead(
        LiveScorecard live, ScoreSlice slice, CancellationToken cancellationToken) =>
        (slice, live, Task.Run(async () => (await ReadSliceAsync(live, slice, cancellationToken)).Standings, cancellationToken));

    private async Task<(ScoreSlice Slice, List<Standing> Standings)> ReadSliceAsync(LiveScorecard live, ScoreSlice slice, CancellationToken cancellationToken) =>
        (slice, await ComputeAsync(live, $"id between {slice.From} and {slice.To}", cancellationToken));

    private async Task<bool> ScoreDueAsync(CancellationToken cancellationToken)
    {
        var now = UtcMicroseconds.From(time.GetUtcNow());
        if (!await database.ReadAsync(db => db.Set<Standing>().AnyAsync(standing => standing.NextChangeAt <= now, cancellationToken), cancellationToken))
        {
            return false;
        }

        // They are not in the queue: nobody may change them between the read and the write.
        var score = await scorer.ReadyAsync(cancellationToken);
        var scored = await database.WriteAsync(
            async db =>
            {
                await WriterLocks.TakeAsync(db, [WriterLocks.Leads], cancellationToken);
                var due = await db.Set<Standing>()
                    .Where(standing => standing.NextChangeAt <= now)
                    .OrderBy(standing => standing.NextChangeAt)
                    .Select(standing => standing.LeadId)
                    .Take(DueSlice)
                    .ToListAsync(cancellationToken);
                return await score(db, due, cancellationToken);
            },
            cancellationToken);
        Tell(scored.Changes);
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
        Tell(changes);
    }

    private void Tell(IReadOnlyList<StandingChange> changes) =>
        bus.Publish(new StandingsChanged(changes.Count > ListedChanges ? [] : changes, changes.Count));

    private Task<List<Standing>> ComputeAsync(LiveScorecard live, string where, CancellationToken cancellationToken) =>
        database.ReadAsync(db => scorer.ComputeAsync(db, live, where, cancellationToken), cancellationToken);
}
