using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Core.Tests.Messaging;

public abstract class WorkQueueTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private CoreFixture _core = null!;

    private IWorkQueue Queue => _core.Get<IWorkQueue>();

    private IDatabase Database => _core.Get<IDatabase>();

    public async Task InitializeAsync() => _core = await CoreFixture.StartAsync(databases.NewDatabase());

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [SkippableFact]
    public async Task PeekAsync_AddedWork_IsThereInOrderUntilItIsRemoved()
    {
        await AddAsync("a", 1, 5);
        await AddAsync("b", 2, 2);
        await AddAsync("a", 9, 9);

        var first = await Queue.PeekAsync("a", 10);
        await Database.WriteAsync(async db =>
        {
            await Queue.RemoveAsync(db, [first[0]]);
            return true;
        });

        Assert.Equal([(1L, 5L), (9L, 9L)], first.Select(item => (item.FromId, item.ToId)));
        Assert.Equal([(9L, 9L)], (await Queue.PeekAsync("a", 10)).Select(item => (item.FromId, item.ToId)));
    }

    [SkippableFact]
    public async Task AddAsync_ChangeThatFails_LeavesNoWork()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Database.WriteAsync<bool>(async db =>
        {
            await Queue.AddAsync(db, "a", 1, 1);
            throw new InvalidOperationException("the change failed");
        }));

        Assert.Empty(await Queue.PeekAsync("a", 10));
    }

    [SkippableFact]
    public async Task WaitAsync_WokenBefore_ReturnsAtOnce()
    {
        Queue.Wake("a");
        Queue.Wake("a");

        await Queue.WaitAsync("a", Timeout.InfiniteTimeSpan);
        var second = Queue.WaitAsync("a", Timeout.InfiniteTimeSpan);

        Assert.False(second.IsCompleted);
        Queue.Wake("a");
        await second;
    }

    private Task<bool> AddAsync(string queue, long from, long to) => Database.WriteAsync(async db =>
    {
        await Queue.AddAsync(db, queue, from, to);
        return true;
    });

    public sealed class OnSqlite(SqliteFixture databases) : WorkQueueTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : WorkQueueTests(databases);
}
