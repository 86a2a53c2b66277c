using LeadStudio.Core.Access;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Intake;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Scoring;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Core.Tests.Leads.Intake;

public abstract class LeadIntakeTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private static readonly Actor s_shop = new(ActorKind.Key, "Shop");
    private readonly string _database = databases.NewDatabase();
    private CoreFixture _core = null!;
    private FieldCatalog _catalog = null!;

    private ILeadIntake Intake => _core.Get<ILeadIntake>();

    public async Task InitializeAsync()
    {
        _core = await CoreFixture.StartAsync(_database);
        _catalog = await _core.Get<IFieldCatalog>().GetAsync();
    }

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [SkippableFact]
    public async Task TakeAsync_NewAddress_MakesAScoredLeadAndTellsOfBoth()
    {
        var news = new List<object>();
        using var leads = _core.Get<IEventBus>().Subscribe<LeadsChanged>(news.Add);
        using var scores = _core.Get<IEventBus>().Subscribe<StandingsChanged>(news.Add);

        var taken = (await Intake.TakeAsync(Say(("email", "ann@example.com"), ("title", "CEO")), s_shop)).Value!;

        Assert.Equal(RowOutcome.Created, taken.Outcome);
        Assert.True(taken.Lead.Standing!.Score > 0);
        Assert.Equal(1, Assert.IsType<LeadsChanged>(news[0]).Created);
        Assert.Equal([new StandingChange(taken.Lead.Id, null, (int)taken.Lead.Standing.Score)], Assert.IsType<StandingsChanged>(news[1]).Changes);
        var known = (await _core.Get<ILeadStore>().GetAsync(taken.Lead.Id)).Value!;
        Assert.Equal(taken.Lead.Standing.Score, (await _core.Get<IScoreExplainer>().ExplainAsync(known)).Score);
        Assert.Equal("Shop, by the API", Origin.Of(known.OriginOf(known.Catalog["title"])));
    }

    [SkippableFact]
    public async Task TakeAsync_NothingElseIsScored_LeavesNoWork()
    {
        await Intake.TakeAsync(Say(("email", "ann@example.com")), s_shop);

        Assert.Empty(await WorkAsync());
    }

    [SkippableFact]
    public async Task TakeAsync_WhileOthersAreScored_LeavesTheLeadToTheQueueToo()
    {
        var ann = (await Intake.TakeAsync(Say(("email", "ann@example.com")), s_shop)).Value!.Lead.Id;
        await _core.Get<ILeadStore>().EditAsync(ann, new Dictionary<string, FieldValue> { ["title"] = FieldValue.Of("CEO") }, Actor.LocalUser);
        var before = await WorkAsync();

        var bob = (await Intake.TakeAsync(Say(("email", "bob@example.com")), s_shop)).Value!.Lead.Id;

        Assert.Equal([.. before, bob], await WorkAsync());
    }

    [SkippableFact]
    public async Task TakeAsync_AnotherProcessHasPublishedAScorecard_LeavesTheLeadToTheQueue()
    {
        await Intake.TakeAsync(Say(("email", "ann@example.com")), s_shop);
        await using (var other = await CoreFixture.StartAsync(_database))
        {
            await other.Get<IScorecards>().PublishAsync(DefaultScorecard.Card, null, Actor.LocalUser);
        }

        await RemoveWorkAsync();
        var bob = (await Intake.TakeAsync(Say(("email", "bob@example.com")), s_shop)).Value!.Lead.Id;

        Assert.Equal([bob], await WorkAsync());
    }

    [SkippableFact]
    public async Task TakeAsync_ManyAtOnce_EachGetsItsOwnAnswer()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Intake.TakeAsync(
            i % 3 == 2 ? Say(("email", "no address")) : Say(("email", $"lead{i % 150}@example.com"), ("employees", i + 1)), s_shop)));

        for (var i = 0; i < answers.Length; i++)
        {
            Assert.Equal(i % 3 == 2, answers[i].Error is LeadRefused);
            Assert.True(answers[i].Value is not { } taken || taken.Lead.Profile[_catalog["email"].Id].Text == $"lead{i % 150}@example.com");
        }

        Assert.Equal(100, answers.Select(answer => answer.Value?.Lead.Id).OfType<long>().Distinct().Count());
    }

    [SkippableFact]
    public async Task TakeAsync_TheSameAgain_CountsOnlyWhereItIsDeliberate()
    {
        var id = (await Intake.TakeAsync(Say(("email", "ann@example.com"), ("title", "CEO")), s_shop)).Value!.Lead.Id;
        await _core.Get<ILeadStore>().EditAsync(id, new Dictionary<string, FieldValue> { ["title"] = FieldValue.Of("Clerk") }, Actor.LocalUser);

        var repeated = (await Intake.TakeAsync(Say(("title", "CEO")) with { LeadId = id }, s_shop)).Value!;
        var restored = (await Intake.TakeAsync(Say(("title", "CEO")) with { LeadId = id, IsDeliberate = true }, s_shop)).Value!;

        Assert.Equal((RowOutcome.Unchanged, "Clerk"), (repeated.Outcome, repeated.Lead.Profile[_catalog["title"].Id].Text));
        Assert.Equal((RowOutcome.Updated, "CEO"), (restored.Outcome, restored.Lead.Profile[_catalog["title"].Id].Text));
    }

    [SkippableFact]
    public async Task TakeAsync_EmptyValue_ClearsInThatStatementAlone()
    {
        await Intake.TakeAsync([Say(("email", "ann@example.com"), ("title", "CEO")), Say(("email", "bob@example.com"), ("title", "Clerk"))], s_shop);

        await Intake.TakeAsync([Say(("email", "ann@example.com"), ("title", null)), Say(("email", "bob@example.com"), ("city", "Bonn"))], s_shop);

        var ann = (await Intake.TakeAsync(Say(("email", "ann@example.com")), s_shop)).Value!.Lead;
        var bob = (await Intake.TakeAsync(Say(("email", "bob@example.com")), s_shop)).Value!.Lead;
        Assert.False(ann.Profile.ContainsKey(_catalog["title"].Id));
        Assert.Equal("Clerk", bob.Profile[_catalog["title"].Id].Text);
    }

    [SkippableFact]
    public async Task TakeAsync_OneVersionForTwoChanges_TakesTheFirstOnly()
    {
        var lead = (await Intake.TakeAsync(Say(("email", "ann@example.com")), s_shop)).Value!.Lead;

        var answers = await Task.WhenAll(new[] { "Ann", "Anna" }.Select(name => Intake.TakeAsync(
            Say(("firstName", name)) with { LeadId = lead.Id, IsDeliberate = true, ExpectedVersions = [lead.Version()] }, s_shop)));

        Assert.Equal("Ann", answers[0].Value!.Lead.Profile[_catalog["firstName"].Id].Text);
        Assert.Equal(new LeadChangedMeanwhile(lead.Id), answers[1].Error);
    }

    [SkippableFact]
    public async Task TakeAsync_BadAmongGood_RefusesThatOneOnly()
    {
        var ann = (await Intake.TakeAsync(Say(("email", "ann@example.com"), ("lastName", "Lee")), s_shop)).Value!.Lead.Id;

        var taken = await Intake.TakeAsync(
            [
                Say(("email", "new@example.com")),
                Say(("title", "CEO")),
                Say(("email", "ann@example.com")) with { LeadId = (await Intake.TakeAsync(Say(("email", "bob@example.com")), s_shop)).Value!.Lead.Id },
                Say(("title", "CEO")) with { LeadId = ann + 1000 },
                Say(("email", "ann@example.com"), ("title", "CEO")),
            ],
            s_shop);

        Assert.Equal(RowOutcome.Created, taken[0].Value!.Outcome);
        Assert.IsType<LeadRefused>(taken[1].Error);
        Assert.Equal(new LeadKeyTaken(ann, "Lee"), taken[2].Error);
        Assert.Equal(new LeadNotFound(ann + 1000), taken[3].Error);
        Assert.Equal((RowOutcome.Updated, ann), (taken[4].Value!.Outcome, taken[4].Value!.LeadId));
        Assert.True(taken[4].Value!.Standing!.Score > 0);
    }

    private async Task<IEnumerable<long>> WorkAsync() => (await _core.Get<IWorkQueue>().PeekAsync(LeadQueues.Score, 10)).Select(item => item.FromId);

    private async Task RemoveWorkAsync()
    {
        var queue = _core.Get<IWorkQueue>();
        var items = await queue.PeekAsync(LeadQueues.Score, 10);
        await _core.Get<IDatabase>().WriteAsync(async db =>
        {
            await queue.RemoveAsync(db, items);
            return items.Count;
        });
    }

    private LeadStatement Say(params (string Key, object? Value)[] values) =>
        new(values.ToDictionary(value => _catalog[value.Key].Id, value => value.Value switch
        {
            string text => FieldValue.Of(text),
            int number => FieldValue.Of(number),
            _ => FieldValue.Empty,
        }));

    public sealed class OnSqlite(SqliteFixture databases) : LeadIntakeTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : LeadIntakeTests(databases);
}
