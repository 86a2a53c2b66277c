using LeadStudio.Core.Access;
using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Standings;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Scoring;
using LeadStudio.Core.Scoring.Model;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Core.Tests.Scoring;

public abstract class ScorePassTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private readonly FakeClock _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly string _database = databases.NewDatabase();
    private CoreFixture _core = null!;

    private ILeadStore Leads => _core.Get<ILeadStore>();

    private IScorecards Scorecards => _core.Get<IScorecards>();

    public async Task InitializeAsync() => _core = await StartAsync();

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [SkippableFact]
    public async Task RunAsync_NewLead_GetsAScoreWithItsVersion()
    {
        await PublishAsync(Rule("ceo", 30, "title", Operator.Contains, "CEO"));
        var id = await AddAsync("ann@example.com", ("title", FieldValue.Of("CEO")));

        await ScoreAsync();

        var standing = await StandingAsync(id);
        Assert.Equal(30, standing.Score);
        Assert.Equal(1, standing.Version);
        Assert.Equal("30", standing.Parts);
    }

    [SkippableFact]
    public async Task RunAsync_EditedLead_IsScoredAgainAndTheOldScoreIsHistory()
    {
        await PublishAsync(Rule("ceo", 30, "title", Operator.Contains, "CEO"), Rule("big", 20, "employees", Operator.AtLeast, 100));
        var id = await AddAsync("ann@example.com", ("title", FieldValue.Of("CEO")));
        await ScoreAsync();
        List<StandingsChanged> news = [];
        using var subscription = _core.Get<IEventBus>().Subscribe<StandingsChanged>(news.Add);

        _clock.Advance(TimeSpan.FromHours(1));
        await Leads.EditAsync(id, new Dictionary<string, FieldValue> { ["employees"] = FieldValue.Of(500) }, Actor.LocalUser);
        await ScoreAsync();

        var history = await Leads.HistoryAsync([id], since: 0);
        Assert.Equal([30, 50], history.Select(entry => entry.Score));
        Assert.Equal([new StandingChange(id, 30, 50)], news.SelectMany(batch => batch.Changes));
    }

    [SkippableFact]
    public async Task RunAsync_PublishedScorecard_ScoresAllLeadsAgain()
    {
        await PublishAsync(Rule("ceo", 30, "title", Operator.Contains, "CEO"));
        var id = await AddAsync("ann@example.com", ("title", FieldValue.Of("CEO")));
        await ScoreAsync();

        await PublishAsync(Rule("ceo", 70, "title", Operator.Contains, "CEO"));
        await ScoreAsync();

        Assert.Equal((70L, 2L), ((await StandingAsync(id)).Score, (await StandingAsync(id)).Version));
    }

    [SkippableFact]
    public async Task RunAsync_NothingButTimePassed_MovesTheScoreWhenItsWindowEnds()
    {
        await PublishAsync(Rule("active", 40, "lastSeenAt", Operator.InLastDays, 7));
        var seen = FieldValue.Of(UtcMicroseconds.From(_clock.GetUtcNow()));
        var id = await AddAsync("ann@example.com", ("lastSeenAt", seen));
        await ScoreAsync();
        Assert.Equal(40, (await StandingAsync(id)).Score);

        _clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));
        await ScoreAsync();

        Assert.Equal(0, (await StandingAsync(id)).Score);
    }

    [SkippableFact]
    public async Task RunAsync_WonLead_IsNoLongerOpen()
    {
        var id = await AddAsync("ann@example.com");
        await Leads.SetOutcomeAsync(id, StandardFields.Won, null, Actor.LocalUser);

        await ScoreAsync();

        Assert.Equal(0, (await StandingAsync(id)).IsOpen);
    }

    [SkippableFact]
    public async Task GetPublishedAsync_FreshInstallation_IsTheDefaultScorecard()
    {
        var published = await Scorecards.GetPublishedAsync();

        Assert.Equal(DefaultScorecard.Card, published.Card);
        Assert.Equal(1, published.Version);
    }

    [SkippableFact]
    public async Task RunAsync_ProcessThatDiedBeforeScoring_IsMadeUpForByTheNext()
    {
        await PublishAsync(Rule("ceo", 30, "title", Operator.Contains, "CEO"));
        var id = await AddAsync("ann@example.com", ("title", FieldValue.Of("CEO")));
        await _core.DisposeAsync();

        _core = await StartAsync();
        await ScoreAsync();

        Assert.Equal(30, (await StandingAsync(id)).Score);
    }

    [SkippableFact]
    public async Task Backfill_LeadThatChanged_ScoresEachWeekByWhatWasKnownThen()
    {
        await PublishAsync(Rule("ceo", 30, "title", Operator.Contains, "CEO"), Rule("big", 20, "employees", Operator.AtLeast, 100));
        var id = await AddAsync("ann@example.com", ("title", FieldValue.Of("CEO")));
        _clock.Advance(TimeSpan.FromDays(20));
        await Leads.EditAsync(id, new Dictionary<string, FieldValue> { ["employees"] = FieldValue.Of(500) }, Actor.LocalUser);
        _clock.Advance(TimeSpan.FromDays(10));
        await ScoreAsync();

        await _core.Get<IScoreBackfill>().RunAsync();
        await _core.Get<IScoreBackfill>().RunAsync();

        // Known since 30 and 10 days: of the weeks past, the first that knew the lead was 28 days ago, the first that knew its size 7.
        var history = await Leads.HistoryAsync([id], since: 0);
        var now = _clock.GetUtcNow();
        Assert.Equal(
            [(30, now.AddDays(-28)), (50, now.AddDays(-7))],
            history.Select(entry => ((int)entry.Score, UtcMicroseconds.ToInstant(entry.At))));
    }

    private Task<CoreFixture> StartAsync() => CoreFixture.StartAsync(_database, services => services.AddSingleton<TimeProvider>(_clock));

    private static Rule Rule(string key, int points, string field, Operator comparison, Operand value) =>
        new(key, $"Rule {key}", new Predicate(field, comparison, [value]), points);

    private async Task PublishAsync(params Rule[] rules)
    {
        var card = new Scorecard([new("all", "All", Axis.None, 100, [.. rules])], BandCuts.Default);
        Assert.Null((await Scorecards.PublishAsync(card, null, Actor.LocalUser)).Error);
    }

    private async Task<long> AddAsync(string email, params (string Key, FieldValue Value)[] values)
    {
        var all = values.Append(("email", FieldValue.Of(email))).ToDictionary(value => value.Item1, value => value.Item2);
        var result = await Leads.AddAsync(all, Actor.LocalUser);
        Assert.Null(result.Error);
        return result.Value;
    }

    private async Task ScoreAsync()
    {
        while (await _core.Get<ScorePass>().RunAsync())
        {
        }
    }

    private async Task<Standing> StandingAsync(long id) => (await Leads.GetAsync(id)).Value!.Standing!;

    public sealed class OnSqlite(SqliteFixture databases) : ScorePassTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : ScorePassTests(databases);
}
