using LeadStudio.Core.Access;
using LeadStudio.Core.Scoring;
using LeadStudio.Core.Scoring.Model;
using LeadStudio.Features.Scoring;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Tests.Features.Scoring;

public sealed class DraftSessionTests(SqliteFixture databases) : IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private static readonly Actor s_ada = new(ActorKind.Person, "Ada");
    private CoreFixture _core = null!;

    private IScorecards Scorecards => _core.Get<IScorecards>();

    public async Task InitializeAsync() => _core = await CoreFixture.StartAsync(databases.NewDatabase());

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [Fact]
    public async Task SaveAsync_Change_IsTheDraftOfTheNextSession()
    {
        var session = await DraftSession.StartAsync(Scorecards, s_ada);
        var changed = Changed(session, 7);
        session.Editor.Apply(changed);

        await session.SaveAsync();

        Assert.True(session is { IsSaved: true, HasDraft: true });
        Assert.Equal(changed, (await DraftSession.StartAsync(Scorecards, s_ada)).Editor.Card);
    }

    [Fact]
    public async Task SaveAsync_TwoSessions_TheLaterIsToldAndCanOverwrite()
    {
        var first = await DraftSession.StartAsync(Scorecards, s_ada);
        var second = await DraftSession.StartAsync(Scorecards, Actor.LocalUser);
        first.Editor.Apply(Changed(first, 7));
        await first.SaveAsync();

        second.Editor.Apply(Changed(second, 9));
        await second.SaveAsync();

        Assert.Equal(new DraftChanged("Ada"), second.Problem);
        Assert.False(second.IsSaved);
        await second.OverwriteAsync();
        Assert.Equal(second.Editor.Card, (await Scorecards.GetDraftAsync())!.Card);
    }

    private static Scorecard Changed(DraftSession session, int points) => session.Editor.Card.WithRule("manager", rule => rule with { Points = points });
}
