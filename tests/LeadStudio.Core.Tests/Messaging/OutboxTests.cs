using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Core.Tests.Messaging;

public abstract class OutboxTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private CoreFixture _core = null!;

    private IOutbox Outbox => _core.Get<IOutbox>();

    private IDatabase Database => _core.Get<IDatabase>();

    public async Task InitializeAsync() => _core = await CoreFixture.StartAsync(databases.NewDatabase());

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [SkippableFact]
    public async Task Read_FromAPlaceOn_GivesWhatWasCommittedSinceInOrder()
    {
        await AddAsync("a", "1");
        await AddAsync("b", "2");
        await AddAsync("a", "3");
        var first = (await Outbox.ReadAsync(0, ["a", "b"], 1)).Single();

        var rest = await Outbox.ReadAsync(first.Id, ["a"], 10);

        Assert.Equal(("a", "1"), (first.Topic, first.Data));
        Assert.Equal(["3"], rest.Select(entry => entry.Data));
        Assert.Equal((first.Id, rest[0].Id), await Outbox.BoundsAsync());
    }

    [SkippableFact]
    public async Task Add_ChangeThatFails_LeavesNothing()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Database.WriteAsync<bool>(async db =>
        {
            await Outbox.AddAsync(db, "a", "1");
            throw new InvalidOperationException("the change failed");
        }));

        Assert.Equal((0, 0), await Outbox.BoundsAsync());
    }

    [SkippableFact]
    public async Task Add_WhileAnotherChangeIsNotCommitted_IsNotReadBeforeIt()
    {
        var (isAdded, mayCommit) = (new TaskCompletionSource(), new TaskCompletionSource());
        var slow = Database.WriteAsync(async db =>
        {
            await Outbox.AddAsync(db, "a", "slow");
            isAdded.SetResult();
            await mayCommit.Task;
            return true;
        });
        await isAdded.Task;
        var quick = AddAsync("a", "quick");

        Assert.Empty(await Outbox.ReadAsync(0, ["a"], 10));
        mayCommit.SetResult();
        await Task.WhenAll(slow, quick);

        Assert.Equal(["slow", "quick"], (await Outbox.ReadAsync(0, ["a"], 10)).Select(entry => entry.Data));
    }

    [SkippableFact]
    public async Task Prune_All_LeavesTheNewestSoThatNumbersGoOn()
    {
        await AddAsync("a", "1");
        await AddAsync("a", "2");
        var (_, last) = await Outbox.BoundsAsync();

        await Outbox.PruneAsync(long.MaxValue, long.MaxValue);
        await AddAsync("a", "3");

        Assert.Equal(["2", "3"], (await Outbox.ReadAsync(0, ["a"], 10)).Select(entry => entry.Data));
        Assert.True((await Outbox.BoundsAsync()).Last > last);
    }

    private Task<bool> AddAsync(string topic, string data) => Database.WriteAsync(async db =>
    {
        await Outbox.AddAsync(db, topic, data);
        return true;
    });

    public sealed class OnSqlite(SqliteFixture databases) : OutboxTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : OutboxTests(databases);
}
