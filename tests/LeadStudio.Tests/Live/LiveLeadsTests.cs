using System.Threading.Channels;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Messaging;
using LeadStudio.Live;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Tests.Live;

public sealed class LiveLeadsTests(SqliteFixture databases) : IClassFixture<SqliteFixture>
{
    [Fact]
    public async Task Subscribe_ManyChanges_ComeTogetherAtABoundedRate()
    {
        await using var core = await CoreFixture.StartAsync(databases.NewDatabase());
        var bus = core.Get<IEventBus>();
        var calls = Channel.CreateUnbounded<LeadNews>();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        using var subscription = new LiveLeads(bus, TimeProvider.System).Subscribe(news => calls.Writer.WriteAsync(news).AsTask());

        bus.Publish(new LeadsChanged(1, [1], 1, 1));
        var first = await calls.Reader.ReadAsync();
        for (var id = 2; id <= 100; id++)
        {
            bus.Publish(new StandingsChanged([new StandingChange(id, null, 50), new StandingChange(2, 10, id)], 2));
        }

        var second = await calls.Reader.ReadAsync();

        Assert.Equal(1, first.Added);
        Assert.Equal(99, second.Ids.Count);
        Assert.Equal(100, second.Scored.Single(change => change.LeadId == 2).After);
        Assert.True(watch.Elapsed >= LiveLeads.Interval, "the second call came too early");
    }

    [Fact]
    public async Task Subscribe_TooManyToList_SaysMany()
    {
        await using var core = await CoreFixture.StartAsync(databases.NewDatabase());
        var bus = core.Get<IEventBus>();
        var calls = Channel.CreateUnbounded<LeadNews>();
        using var subscription = new LiveLeads(bus, TimeProvider.System).Subscribe(news => calls.Writer.WriteAsync(news).AsTask());

        bus.Publish(new StandingsChanged([], 20_000));

        Assert.True((await calls.Reader.ReadAsync()).Many);
    }
}
