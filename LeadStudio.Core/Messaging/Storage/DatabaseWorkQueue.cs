using System.Collections.Concurrent;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Messaging.Storage;

internal sealed class DatabaseWorkQueue(IDatabase database, TimeProvider time) : IWorkQueue, IDisposable
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _signals = [];

    public async Task AddAsync(LeadStudioDbContext db, string queue, long from, long to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        db.Add(new WorkItem { Queue = queue, FromId = from, ToId = to });
        await db.SaveChangesAsync();
    }

    public async Task AddRangesAsync(LeadStudioDbContext db, string queue, IEnumerable<long> ids)
    {
        WorkItem? last = null;
        foreach (var id in ids.Order())
        {
            if (last?.ToId == id - 1)
            {
                last.ToId = id;
            }
            else
            {
                db.Add(last = new WorkItem { Queue = queue, FromId = id, ToId = id });
            }
        }

        await db.SaveChangesAsync();
    }

    public Task<IReadOnlyList<WorkItem>> PeekAsync(string queue, int count, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<WorkItem>>(
            async db => await db.Set<WorkItem>().Where(item => item.Queue == queue).OrderBy(item => item.Id).Take(count).ToListAsync(cancellationToken),
            cancellationToken);

    public async Task<bool> IsEmptyAsync(LeadStudioDbContext db, string queue, CancellationToken cancellationToken = default) =>
        await db.Sql("select count(*) from (select 1 from work_items where queue = @queue limit 1) one", ("queue", queue)).NumberAsync(cancellationToken) == 0;

    public async Task RemoveAsync(LeadStudioDbContext db, IReadOnlyList<WorkItem> items)
    {
        var ids = items.Select(item => item.Id).ToList();
        await db.Set<WorkItem>().Where(item => ids.Contains(item.Id)).ExecuteDeleteAsync();
    }

    public void Wake(string queue)
    {
        var signal = SignalOf(queue);
        lock (signal)
        {
            if (signal.CurrentCount == 0)
            {
                signal.Release();
            }
        }
    }

    public async Task WaitAsync(string queue, TimeSpan patience, CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var woken = SignalOf(queue).WaitAsync(either.Token);
        var tired = Task.Delay(patience, time, either.Token); // the longest that it waits: another server wakes nobody here
        await Task.WhenAny(woken, tired);
        await either.CancelAsync();
        await Task.WhenAll(woken, tired).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        cancellationToken.ThrowIfCancellationRequested();
    }

    public void Dispose()
    {
        foreach (var signal in _signals.Values)
        {
            signal.Dispose();
        }
    }

    private SemaphoreSlim SignalOf(string queue) => _signals.GetOrAdd(queue, _ => new SemaphoreSlim(0));
}
