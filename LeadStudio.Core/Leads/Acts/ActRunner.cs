using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace LeadStudio.Core.Leads.Acts;

/// <summary>Does acts and takes them back, piece by piece: the smallest first. A crash loses at most the piece that was not committed.</summary>
internal sealed class ActRunner(
    IDatabase database, IFieldCatalog fields, ValuePiece values, DeletePiece deletions, RestorePiece restorations, MergePiece merges, Trash trash, IWorkQueue queue, IEventBus bus,
    TimeProvider time, ILogger<ActRunner> logger)
{
    public const string Queue = "acts";

    /// <summary>How many leads are written in one transaction: other writers wait for it.</summary>
    public const int PieceSize = 500;

    private static readonly TimeSpan s_betweenNews = TimeSpan.FromMilliseconds(250);
    private (long Act, IdSet Ids)? _selection;
    private long _lastNews;

    /// <summary>Does one piece.</summary>
    /// <param name="cancellationToken">Stops between two pieces.</param>
    /// <returns>Whether there was anything to do; if so, there may be more.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var act = await database.ReadAsync(
            db => db.Set<LeadAct>().Where(row => row.State == ActState.Running || row.State == ActState.TakingBack)
                .OrderBy(row => row.Total).ThenBy(row => row.Id).FirstOrDefaultAsync(cancellationToken),
            cancellationToken);
        if (act is null)
        {
            _selection = null;
            return await trash.EmptyAsync(cancellationToken);
        }

        try
        {
            await (act.State == ActState.Running ? DoAsync(act, cancellationToken) : TakeBackAsync(act, cancellationToken));
        }
#pragma warning disable CA1031 // An edge: the act says that it stopped, and the others go on.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            logger.ActFailed(act.Id, failure);
            await FailAsync(act, cancellationToken);
        }

        return true;
    }

    /// <summary>Does all that waits, and returns.</summary>
    internal async Task DrainAsync(CancellationToken cancellationToken = default)
    {
        while (await RunAsync(cancellationToken))
        {
        }
    }

    private Task DoAsync(LeadAct seen, CancellationToken cancellationToken) =>
        WriteAsync(
            seen,
            async (db, catalog, act) =>
            {
                var ids = (await SelectionAsync(db, act.Id, cancellationToken)).List(act.Reached).Take(PieceSize).ToArray();
                var done = ids.Length == 0 ? PieceResult.None
                    : act.Kind == ActKind.Delete ? await deletions.DoAsync(db, catalog, act, ids, cancellationToken)
                    : act.Kind == ActKind.Merge ? await merges.DoAsync(db, catalog, act, ids, cancellationToken)
                    : await values.DoAsync(db, catalog, act, ids, cancellationToken);
                (act.Reached, act.Changed, act.Unchanged) = (ids.LastOrDefault(act.Reached), act.Changed + done.Changed, act.Unchanged + ids.Length - done.Changed);
                if (ids.Length < PieceSize || act.Done == act.Total)
                {
                    (act.State, act.EndedAt) = (ActState.Done, Now);
                    await db.Set<ActSelection>().Where(row => row.ActId == act.Id).ExecuteDeleteAsync(cancellationToken);
                }

                return done;
            },
            cancellationToken);

    private Task TakeBackAsync(LeadAct seen, CancellationToken cancellationToken) =>
        WriteAsync(
            seen,
            async (db, catalog, act) =>
            {
                var (table, from) = (act.Kind is ActKind.Delete or ActKind.Merge ? "trash" : "act_leads", act.UndoReached);
                var ids = (await db.Sql($"select lead_id from {table} where act_id = {act.Id} and lead_id > {from} order by lead_id limit {PieceSize}")
                    .ListAsync(reader => reader.GetInt64(0), cancellationToken)).ToArray();
                var done = ids.Length == 0 ? PieceResult.None
                    : act.Kind == ActKind.Delete ? await restorations.DoAsync(db, catalog, act, ids, cancellationToken)
                    : act.Kind == ActKind.Merge ? await merges.TakeBackAsync(db, catalog, act, ids, cancellationToken)
                    : await values.TakeBackAsync(db, catalog, act, ids, cancellationToken);
                (act.UndoReached, act.Restored, act.Kept) = (ids.LastOrDefault(from), act.Restored + done.Changed, act.Kept + ids.Length - done.Changed);
                if (ids.Length < PieceSize)
                {
                    (act.State, act.UndoEndedAt, act.EndedAt) = (ActState.TakenBack, Now, act.EndedAt ?? Now);
                    await db.Set<ActSelection>().Where(row => row.ActId == act.Id).ExecuteDeleteAsync(cancellationToken);
                }

                return done;
            },
            cancellationToken);

    // Nothing is done where another turn, of this process or of another one, was quicker.
    private async Task WriteAsync(
        LeadAct seen, Func<LeadStudioDbContext, FieldCatalog, LeadAct, Task<PieceResult>> piece, CancellationToken cancellationToken)
    {
        var catalog = await fields.GetAsync(cancellationToken);
        var (act, done) = await database.WriteAsync(
            async db =>
            {
                await WriterLocks.TakeAsync(db, seen.Kind is ActKind.Delete or ActKind.Merge ? [WriterLocks.Leads, WriterLocks.Standings] : [WriterLocks.Leads], cancellationToken);

                var row = await db.Set<LeadAct>().AsTracking().SingleAsync(act => act.Id == seen.Id, cancellationToken);
                var isOurs = row.State == seen.State && row.Reached == seen.Reached && row.UndoReached == seen.UndoReached;
                return (row, isOurs ? await piece(db, catalog, row) : null);
            },
            cancellationToken);
        if (done is not null)
        {
            Tell(act, done);
        }
    }

    private async Task<IdSet> SelectionAsync(LeadStudioDbContext db, long act, CancellationToken cancellationToken)
    {
        if (_selection?.Act != act)
        {
            var row = await db.Set<ActSelection>().AsNoTracking().SingleAsync(row => row.ActId == act, cancellationToken);
            _selection = (act, IdSet.FromBytes(row.Ids));
        }

        return _selection.Value.Ids;
    }

    private async Task FailAsync(LeadAct act, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            db => db.Set<LeadAct>().Where(row => row.Id == act.Id && row.State == act.State)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ActState.Failed), cancellationToken),
            cancellationToken);
        bus.Publish(new ActProgressed(act.Id, ActState.Failed));
    }

    private void Tell(LeadAct act, PieceResult done)
    {
        if (done.Touched.Count > 0)
        {
            queue.Wake(LeadQueues.Score);
            bus.Publish(new LeadsChanged(0, done.Touched, done.Touched.Min(), done.Touched.Max()));
        }

        if (done.Scored.Count > 0)
        {
            bus.Publish(new StandingsChanged(done.Scored, done.Scored.Count));
        }

        var isOver = act.State is not (ActState.Running or ActState.TakingBack);
        if (isOver || _lastNews == 0 || time.GetElapsedTime(_lastNews) >= s_betweenNews)
        {
            _lastNews = time.GetTimestamp();
            bus.Publish(new ActProgressed(act.Id, act.State));
        }
    }

    private long Now => UtcMicroseconds.From(time.GetUtcNow());
}

/// <summary>What a piece of an act did.</summary>
/// <param name="Changed">How many of its leads changed.</param>
/// <param name="Touched">The leads that pages are to read again.</param>
internal sealed record PieceResult(int Changed, IReadOnlyList<long> Touched)
{
    /// <summary>Gets the leads that lists have to take in, with their scores.</summary>
    public IReadOnlyList<StandingChange> Scored { get; init; } = [];

    public static PieceResult None { get; } = new(0, []);
}
