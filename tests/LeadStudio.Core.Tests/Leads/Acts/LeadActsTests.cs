using LeadStudio.Core.Access;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Acts;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Tests.Leads.Import;
using LeadStudio.Core.Tests.Leads.Import.Undo;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Core.Tests.Leads.Acts;

public abstract class LeadActsTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private static readonly ActChange s_qualify = new(ActKind.Stage, "Qualified");
    private readonly string _database = databases.NewDatabase();
    private CoreFixture _core = null!;
    private long _ann;
    private long _bob;

    public async Task InitializeAsync()
    {
        _core = await CoreFixture.StartAsync(_database);
        _ann = await _core.AddLeadAsync("ann@a.example", (StandardFields.FirstName, FieldValue.Of("Ann")));
        _bob = await _core.AddLeadAsync("bob@b.example");
        await _core.ScoreAsync();
    }

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [SkippableFact]
    public async Task Start_AStage_IsAnEditOfEachLeadThatNamesTheAct()
    {
        var news = new List<long>();
        using var subscription = _core.Get<IEventBus>().Subscribe<LeadsChanged>(changed => news.AddRange(changed.Ids));

        var act = await _core.DoAsync(s_qualify, _ann, _bob);

        Assert.Equal((ActState.Done, 2L, 0L, "Qualified"), (act.State, act.Changed, act.Unchanged, act.ArgumentText));
        var said = (await _core.Get<ILeadStore>().GetAsync(_ann)).Value!.Observations[^1];
        Assert.Equal((ObservationKind.Edit, "Ada", act.Id, "Ada, for 2 leads at once"), (said.Kind, said.SourceName, said.ActId, Origin.Of(said)));
        Assert.Equal("Qualified", await _core.TextAsync(_bob, StandardFields.Stage));
        Assert.Equal([_ann, _bob], news);
        var work = Assert.Single(await _core.Get<IWorkQueue>().PeekAsync(LeadQueues.Score, 10));
        Assert.Equal((_ann, _bob), (work.FromId, work.ToId));
    }

    [SkippableFact]
    public async Task Start_WhatTheLeadHasAlready_ChangesAndRecordsNothing()
    {
        await _core.DoAsync(s_qualify, _ann);

        var act = await _core.DoAsync(s_qualify, _ann, _bob, 999);

        Assert.Equal((1L, 2L), (act.Changed, act.Unchanged));
        Assert.Equal(2, (await _core.Get<ILeadStore>().GetAsync(_ann)).Value!.Observations.Count);
    }

    [SkippableFact]
    public async Task Start_AQueryThatTheChangeUnmakes_SkipsNoLeadAndTakesNoLaterOne()
    {
        await _core.ImportAsync($"Email\n{string.Concat(Enumerable.Range(0, 1_200).Select(number => $"p{number}@example.com\n"))}");
        await _core.ScoreAsync();
        var start = await _core.Get<ILeadActs>().StartAsync(
            new LeadSelection("all", [_bob], new LeadQuery { Filter = ConditionText.Parse("stage is \"New\"").Value }), s_qualify, Actor.LocalUser);
        var late = await _core.AddLeadAsync("late@example.com");
        await _core.ScoreAsync();

        var act = await _core.FinishAsync(start.Value!.Id);

        Assert.Equal((1_201L, 1_201L, 0L), (act.Total, act.Changed, act.Unchanged));
        Assert.Equal("New", await _core.TextAsync(late, StandardFields.Stage));
        Assert.Equal("New", await _core.TextAsync(_bob, StandardFields.Stage));
        Assert.Equal(1_201, (await _core.UndoActAsync(act.Id)).Restored);
        Assert.Equal(1_203, await _core.CountAsync("n4 = 1"));
    }

    [SkippableFact]
    public async Task Start_Tags_AddToThoseThatEachLeadHasAndUntagTakesOnlyThose()
    {
        await _core.DoAsync(new ActChange(ActKind.Tag, "fair", "vip"), _ann);
        await _core.DoAsync(new ActChange(ActKind.Tag, "VIP", "later"), _ann, _bob);
        Assert.Equal(("fair, vip, later", "vip, later"), (await _core.TextAsync(_ann, StandardFields.Tags), await _core.TextAsync(_bob, StandardFields.Tags)));

        var untag = await _core.DoAsync(new ActChange(ActKind.Untag, "later"), _ann, _bob);

        Assert.Equal(("fair, vip", "vip"), (await _core.TextAsync(_ann, StandardFields.Tags), await _core.TextAsync(_bob, StandardFields.Tags)));
        await _core.UndoActAsync(untag.Id);
        Assert.Equal("vip, later", await _core.TextAsync(_bob, StandardFields.Tags));
    }

    [SkippableTheory]
    [InlineData(ActKind.Stage, "No such stage", "there is no \"No such stage\"")]
    [InlineData(ActKind.Untag, "unknown", "there is no \"unknown\"")]
    [InlineData(ActKind.Tag, " ", "choose one first")]
    public async Task Start_WhatCannotBeSet_IsRefusedWithWhatToDo(ActKind kind, string value, string reason)
    {
        var refused = await _core.Get<ILeadActs>().StartAsync(new LeadSelection("1 lead", [_ann]), new ActChange(kind, value), Actor.LocalUser);

        Assert.Contains(reason, Assert.IsType<ActRefused>(refused.Error).Message, StringComparison.Ordinal);
        Assert.Empty(await _core.Get<ILeadActs>().ListAsync(10));
    }

    [SkippableFact]
    public async Task List_OfOnePerson_HasNoActsOfOthers()
    {
        var acts = _core.Get<ILeadActs>();
        await acts.StartAsync(new LeadSelection("Ann", [_ann]), s_qualify, Actor.LocalUser);
        await acts.StartAsync(new LeadSelection("Bob", [_bob]), s_qualify, new Actor(ActorKind.Person, "Otto Ott"));

        Assert.Equal(["Bob"], (await acts.ListAsync(10, "Otto Ott")).Select(act => act.Selection));
        Assert.Equal(["Bob", "Ann"], (await acts.ListAsync(10)).Select(act => act.Selection));
    }

    [SkippableFact]
    public async Task Undo_WhatSomebodyChangedSince_StaysAndIsCounted()
    {
        var act = await _core.DoAsync(s_qualify, _ann, _bob);
        await _core.EditLeadAsync(_bob, StandardFields.Stage, FieldValue.Of(4));

        var undone = await _core.UndoActAsync(act.Id);

        Assert.Equal((ActState.TakenBack, 1L, 1L, "Local user"), (undone.State, undone.Restored, undone.Kept, undone.UndoBy));
        Assert.Equal(("New", "Proposal"), (await _core.TextAsync(_ann, StandardFields.Stage), await _core.TextAsync(_bob, StandardFields.Stage)));
        Assert.IsType<ActRefused>((await _core.Get<ILeadActs>().UndoAsync(act.Id, Actor.LocalUser)).Error);
    }

    [SkippableFact]
    public async Task Run_AfterAnEditByHandSinceTheStart_LetsTheEditStand()
    {
        var start = await _core.Get<ILeadActs>().StartAsync(new LeadSelection("2 leads", [_ann, _bob]), s_qualify, Actor.LocalUser);
        await _core.EditLeadAsync(_bob, StandardFields.Stage, FieldValue.Of(4));

        var act = await _core.FinishAsync(start.Value!.Id);

        Assert.Equal((1L, 1L), (act.Changed, act.Unchanged));
        Assert.Equal("Proposal", await _core.TextAsync(_bob, StandardFields.Stage));
        await _core.UndoActAsync(act.Id);
        Assert.Equal("Proposal", await _core.TextAsync(_bob, StandardFields.Stage));
    }

    [SkippableFact]
    public async Task Run_StoppedBetweenPieces_GoesOnWithoutDoingAnythingTwice()
    {
        await _core.ImportAsync($"Email\n{string.Concat(Enumerable.Range(0, 800).Select(number => $"p{number}@example.com\n"))}");
        await _core.ScoreAsync();
        var before = await _core.SnapshotAsync(isWhole: false);
        var start = await _core.Get<ILeadActs>().StartAsync(new LeadSelection("all", [], new LeadQuery()), s_qualify, Actor.LocalUser);
        await _core.Get<ActRunner>().RunAsync(CancellationToken.None);
        var half = (await _core.Get<ILeadActs>().GetAsync(start.Value!.Id)).Value!;
        Assert.Equal((ActState.Running, (long)ActRunner.PieceSize), (half.State, half.Changed));

        await using (var restarted = await CoreFixture.StartAsync(_database))
        {
            var act = await restarted.FinishAsync(half.Id);
            Assert.Equal((ActState.Done, 802L), (act.State, act.Changed));
            Assert.Equal(802, await restarted.Get<IDatabase>().ReadAsync(db => db.Sql("select count(*) from observations where act_id is not null").NumberAsync()));
            Assert.Null((await restarted.Get<ILeadActs>().UndoAsync(act.Id, Actor.LocalUser)).Error);
            await restarted.Get<ActRunner>().RunAsync(CancellationToken.None);
        }

        Assert.Equal(ActRunner.PieceSize, (await _core.Get<ILeadActs>().GetAsync(half.Id)).Value!.Restored);
        Assert.Equal(802, (await _core.FinishAsync(half.Id)).Restored);
        await _core.ScoreAsync();
        Assert.Equal(before, await _core.SnapshotAsync(isWhole: false));
    }

    [SkippableFact]
    public async Task Run_WhatFails_StopsAndGoesOnWhenAsked()
    {
        var start = await _core.Get<ILeadActs>().StartAsync(new LeadSelection("2 leads", [_ann, _bob]), s_qualify, Actor.LocalUser);
        await RenameAsync("act_leads", "elsewhere");
        Assert.Equal(ActState.Failed, (await _core.FinishAsync(start.Value!.Id)).State);
        Assert.Equal("New", await _core.TextAsync(_ann, StandardFields.Stage));
        await RenameAsync("elsewhere", "act_leads");

        Assert.Null((await _core.Get<ILeadActs>().ResumeAsync(start.Value.Id)).Error);

        Assert.Equal((ActState.Done, 2L), await _core.FinishAsync(start.Value.Id) is var act ? (act.State, act.Changed) : default);
    }

    [SkippableFact]
    public async Task Undo_OfAnActThatRuns_StopsItAndTakesBackWhatWasDone()
    {
        var start = await _core.Get<ILeadActs>().StartAsync(new LeadSelection("2 leads", [_ann, _bob]), new ActChange(ActKind.Assign, "Bea"), Actor.LocalUser);

        var undone = await _core.UndoActAsync(start.Value!.Id);

        Assert.Equal((ActState.TakenBack, 0L, 0L), (undone.State, undone.Changed, undone.Kept));
        Assert.Equal("", await _core.TextAsync(_ann, StandardFields.Owner));
    }

    [SkippableFact]
    public async Task Fields_WhileAnActRuns_CannotBeChanged()
    {
        var start = await _core.Get<ILeadActs>().StartAsync(new LeadSelection("2 leads", [_ann, _bob]), s_qualify, Actor.LocalUser);

        var refused = await _core.Get<IFieldChanges>().SetPolicyAsync(StandardFields.City, WritePolicy.FillIfEmpty, Actor.LocalUser);

        Assert.IsType<FieldsBusy>(refused.Error);
        await _core.FinishAsync(start.Value!.Id);
        Assert.Null((await _core.Get<IFieldChanges>().SetPolicyAsync(StandardFields.City, WritePolicy.FillIfEmpty, Actor.LocalUser)).Error);
    }

    private Task<int> RenameAsync(string table, string name) =>
        _core.Get<IDatabase>().WriteAsync(db => db.Sql($"alter table {table} rename to {name}").RunAsync());

    public sealed class OnSqlite(SqliteFixture databases) : LeadActsTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : LeadActsTests(databases);
}
