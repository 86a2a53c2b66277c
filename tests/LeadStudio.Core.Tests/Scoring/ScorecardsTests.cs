using LeadStudio.Core.Access;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Scoring;
using LeadStudio.Core.Scoring.Model;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Core.Tests.Scoring;

public abstract class ScorecardsTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private CoreFixture _core = null!;

    private IScorecards Scorecards => _core.Get<IScorecards>();

    public async Task InitializeAsync() => _core = await CoreFixture.StartAsync(databases.NewDatabase());

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [SkippableFact]
    public async Task GetPublishedAsync_ManyAtOnce_PublishTheDefaultOnce()
    {
        var cards = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await Scorecards.GetPublishedAsync())));

        Assert.All(cards, card => Assert.Equal(1, card.Version));
        Assert.Single(await Scorecards.ListAsync());
    }

    [SkippableFact]
    public async Task PublishAsync_ManyAtOnce_EachGetsAVersionOfItsOwn()
    {
        var results = await Task.WhenAll(Enumerable.Range(1, 8).Select(points => Task.Run(() => Scorecards.PublishAsync(Card(points), null, Actor.LocalUser))));

        Assert.Equal(Enumerable.Range(1, 8).Select(version => (long)version), results.Select(result => result.Value!.Version).Order());
    }

    [SkippableFact]
    public async Task RollBackAsync_OlderVersion_IsPublishedAgainAndTheDraftStays()
    {
        await Scorecards.PublishAsync(Card(60), "First", Actor.LocalUser);
        await Scorecards.PublishAsync(Card(10), "Second", Actor.LocalUser);
        await Scorecards.SaveDraftAsync(Card(5), 0, Actor.LocalUser);

        var result = await Scorecards.RollBackAsync(1, Actor.LocalUser);

        Assert.Equal((3, Card(60)), (result.Value!.Version, result.Value.Card));
        Assert.Equal(Card(5), (await Scorecards.GetDraftAsync())!.Card);
        Assert.Equal(new ScorecardNotFound(9), (await Scorecards.RollBackAsync(9, Actor.LocalUser)).Error);
    }

    private static Scorecard Card(int points) =>
        new([new("all", "All", Axis.None, 100, [new("ceo", "Chief", new Predicate("title", Operator.Contains, ["CEO"]), points)])], BandCuts.Default);

    public sealed class OnSqlite(SqliteFixture databases) : ScorecardsTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : ScorecardsTests(databases);
}
