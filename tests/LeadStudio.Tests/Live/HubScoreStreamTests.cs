using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Journal;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using LeadStudio.Live;
using LeadStudio.Tests.Api;
using LeadStudio.TestSupport.Persistence;
using Microsoft.AspNetCore.SignalR;

namespace LeadStudio.Tests.Live;

public sealed class HubScoreStreamTests(SqliteFixture databases) : IClassFixture<SqliteFixture>
{
    [Fact]
    public async Task Watch_FromAPlaceOn_TellsWhatWasMissedThenWhatIsNew()
    {
        await using var api = await ApiScene.StartAsync(databases);
        var stream = api.Get<HubScoreStream>();
        await api.Get<ScoreChanges>().LastAsync(CancellationToken.None);
        await ChangeAsync(api, "1::10:9 2::80:1");
        await using var first = stream.WatchAsync(null, null, after: "0", CancellationToken.None).GetAsyncEnumerator();
        Assert.True(await first.MoveNextAsync());
        var place = first.Current.Id;
        await ChangeAsync(api, "3::90:1 4::5:9");

        await using var resumed = stream.WatchAsync(threshold: 70, null, place, CancellationToken.None).GetAsyncEnumerator();
        var leads = new List<string>();
        while (leads.Count < 2 && await resumed.MoveNextAsync())
        {
            leads.Add(resumed.Current.LeadId);
        }

        Assert.Equal(["2", "3"], leads);
    }

    [Theory]
    [InlineData("title eats", null)]
    [InlineData(null, "yesterday")]
    [InlineData(null, "999999")]
    public async Task Watch_WhatDoesNotFit_SaysWhatToDo(string? filter, string? after)
    {
        await using var api = await ApiScene.StartAsync(databases);
        await using var changes = api.Get<HubScoreStream>().WatchAsync(null, filter, after, CancellationToken.None).GetAsyncEnumerator();

        await Assert.ThrowsAsync<HubException>(async () => await changes.MoveNextAsync());
    }

    private static async Task ChangeAsync(ApiScene api, string steps)
    {
        await api.Get<IDatabase>().WriteAsync(async db =>
        {
            await api.Get<IOutbox>().AddAsync(db, LeadTopics.Scores, steps);
            return true;
        });
        api.Get<IEventBus>().Publish(new StandingsChanged([], 1));
    }
}
