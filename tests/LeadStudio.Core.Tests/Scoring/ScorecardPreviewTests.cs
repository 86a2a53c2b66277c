using LeadStudio.Core.Access;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Scoring;
using LeadStudio.Core.Scoring.Model;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Core.Tests.Scoring;

public sealed class ScorecardPreviewTests(SqliteFixture databases) : IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private CoreFixture _core = null!;

    private IScorecards Scorecards => _core.Get<IScorecards>();

    private IScorecardPreview Preview => _core.Get<IScorecardPreview>();

    public async Task InitializeAsync() => _core = await CoreFixture.StartAsync(databases.NewDatabase());

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [Fact]
    public async Task PreviewAsync_OtherPoints_CountsWhatChanges()
    {
        await Scorecards.PublishAsync(Card(ceo: 60, berlin: 20), null, Actor.LocalUser);
        var ann = await AddAsync("ann@example.com", "CEO", "Berlin");
        await AddAsync("bob@example.com", "Clerk", "Berlin");
        await AddAsync("cleo@example.com", "Clerk", "Paris");
        var won = await AddAsync("dan@example.com", "CEO", "Berlin");
        await _core.Get<ILeadStore>().SetOutcomeAsync(won, StandardFields.Won, null, Actor.LocalUser);

        var preview = (await Preview.PreviewAsync(Card(ceo: 30, berlin: 25))).Value!;

        Assert.Equal((3, 2, 0, 1), (preview.Leads, preview.Changed, preview.Risen, preview.Fallen));
        Assert.Equal([new ScoreMover(ann, "ann@example.com", 80, 55)], preview.Movers.Take(1));
        Assert.Equal(new ScoreBin(80, 84, 1, 0), preview.Bins[16]);
        Assert.Equal(new ScoreBin(55, 59, 0, 1), preview.Bins[11]);
        Assert.Equal(1, preview.BandChanged);
    }

    [Fact]
    public async Task CountAsync_Rules_TellsHowManyEachHoldsFor()
    {
        await AddAsync("ann@example.com", "CEO", "Berlin");
        await AddAsync("bob@example.com", "Clerk", "Berlin");

        var counts = (await Preview.CountAsync(Card(ceo: 60, berlin: 20))).Value!;

        Assert.Equal((2, 1, 2), (counts.Leads, counts.ByRule["ceo"], counts.ByRule["berlin"]));
    }

    [Fact]
    public async Task PreviewAsync_CardWithErrors_SaysSo() =>
        Assert.IsType<ScorecardHasErrors>((await Preview.PreviewAsync(Card(ceo: 0, berlin: 20))).Error);

    [Fact]
    public async Task PreviewAsync_Cancelled_Stops()
    {
        await AddAsync("ann@example.com", "CEO", "Berlin");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Preview.PreviewAsync(Card(ceo: 1, berlin: 1), new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Of_TwoCards_TellsWhatDiffers()
    {
        var before = Card(ceo: 60, berlin: 20);
        var group = before.Groups[0];
        var after = before with
        {
            Groups = [group with { Rules = [group.Rules[0] with { Points = 30 }, new Rule("new", "Paris", new Predicate("city", Operator.Is, ["Paris"]), 5)] }],
        };

        var diff = ScorecardDiff.Of(before, after);

        Assert.Equal(["60 -> 30", " -> 5", "20 -> "], diff.Rules.Select(rule => $"{rule.Before?.Points} -> {rule.After?.Points}"));
        Assert.Empty(diff.Groups);
        Assert.True(ScorecardDiff.Of(before, before).IsEmpty);
    }

    private static Scorecard Card(int ceo, int berlin) => new(
        [
            new("all", "All", Axis.None, 100,
            [
                new("ceo", "Chief", new Predicate("title", Operator.Contains, ["CEO"]), ceo),
                new("berlin", "In Berlin", new Predicate("city", Operator.Is, ["Berlin"]), berlin),
            ]),
        ],
        BandCuts.Default);

    private async Task<long> AddAsync(string email, string title, string city)
    {
        var values = new Dictionary<string, FieldValue> { ["email"] = FieldValue.Of(email), ["title"] = FieldValue.Of(title), ["city"] = FieldValue.Of(city) };
        return (await _core.Get<ILeadStore>().AddAsync(values, Actor.LocalUser)).Value;
    }
}
