using System.Text.Json;
using LeadStudio.Core.Access;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Acts;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Leads.Notes;
using LeadStudio.Core.Leads.Privacy;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Scoring;
using LeadStudio.Core.Tests.Leads.Import;
using LeadStudio.Core.Tests.Leads.Import.Undo;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Core.Tests.Leads.Acts;

public abstract class TrashTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private static readonly ActChange s_delete = new(ActKind.Delete);
    private readonly FakeClock _clock = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly string _database = databases.NewDatabase();
    private CoreFixture _core = null!;
    private long _import;
    private long _ann;
    private long _bob;

    public async Task InitializeAsync()
    {
        _core = await CoreFixture.StartAsync(_database, services => services.AddSingleton<TimeProvider>(_clock));
        _import = (await _core.ImportAsync("Email,First Name,Company,Employees,Budget\nann@a.example,Ann,A Ltd,250,12.25\nbob@b.example,Bob,B Ltd,10,7\n")).Id;
        (_ann, _bob) = (await IdAsync("ann@a.example"), await IdAsync("bob@b.example"));
        await _core.Get<ILeadNotes>().AddAsync(_ann, "Called \"Ann\", who is busy.\nAgain in May: ü🙂", Actor.LocalUser);
        await _core.Get<IScoreFeedbacks>().AddAsync(_ann, 10, 1, FeedbackDirection.TooLow, "a queen", Actor.LocalUser);
        await _core.Get<ILeadStore>().SetOutcomeAsync(_ann, StandardFields.Won, 1_234.5, Actor.LocalUser);
        await _core.ScoreAsync();
        await _core.EditLeadAsync(_ann, "title", FieldValue.Of("CEO"));
        await _core.ScoreAsync();
    }

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [SkippableFact]
    public async Task Delete_AndBack_LeavesEveryRowAsItWas()
    {
        var before = await _core.SnapshotAsync();

        var act = await _core.DoAsync(s_delete, _ann, _bob);

        Assert.Equal("", await _core.SnapshotAsync());
        Assert.IsType<LeadNotFound>((await _core.Get<ILeadStore>().GetAsync(_ann)).Error);
        Assert.Equal(0, await FoundAsync("ann"));
        Assert.Equal(("Ann", "Ada"), await _core.Get<ILeadActs>().FindInTrashAsync(_ann) is { } trashed ? (trashed.Name, trashed.By) : default);
        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal((2L, 0L), await _core.UndoActAsync(act.Id) is var undone ? (undone.Restored, undone.Kept) : default);
        Assert.Equal(before, await _core.SnapshotAsync());
        await _core.ScoreAsync();
        Assert.Equal(before, await _core.SnapshotAsync());
        await using var restarted = await CoreFixture.StartAsync(_database); // lists keep what they found for a second
        Assert.Equal(1, await FoundAsync("ann", restarted));
        Assert.Null(await _core.Get<ILeadActs>().FindInTrashAsync(_ann));
    }

    [SkippableFact]
    public async Task Undo_WhereAnotherLeadHasTheAddress_LeavesTheLeadInTheTrashAndSaysWhy()
    {
        var act = await _core.DoAsync(s_delete, _ann, _bob);
        var other = await _core.AddLeadAsync("ANN@a.example");

        var undone = await _core.UndoActAsync(act.Id);

        Assert.Equal((1L, 1L), (undone.Restored, undone.Kept));
        Assert.Equal((_ann, (long?)other), Assert.Single(await _core.Get<ILeadActs>().TrashAsync(act.Id, 10)) is var left ? (left.LeadId, left.TakenBy) : default);
        await _core.EditLeadAsync(other, StandardFields.Email, FieldValue.Of("other@a.example"));
        undone = await _core.UndoActAsync(act.Id);
        Assert.Equal((2L, 0L), (undone.Restored, undone.Kept));
        Assert.Equal("CEO", await _core.TextAsync(_ann, "title"));
    }

    [SkippableFact]
    public async Task Undo_AfterTheImportWasTakenBack_BringsBackOnlyWhatOthersKnow()
    {
        var act = await _core.DoAsync(s_delete, _ann, _bob);
        var taken = await _core.UndoAsync(_import);
        Assert.Equal((0L, 0L), (taken.Removed, taken.Kept));

        var undone = await _core.UndoActAsync(act.Id);

        Assert.Equal((1L, 1L), (undone.Restored, undone.Kept));
        var ann = (await _core.Get<ILeadStore>().GetAsync(_ann)).Value!;
        Assert.Equal(("", "CEO", "ann@a.example"), (ann.Text(StandardFields.FirstName), ann.Text("title"), ann.Text(StandardFields.Email)));
        Assert.Empty(await _core.Get<ILeadActs>().TrashAsync(act.Id, 10));
        Assert.Equal(1, await _core.CountAsync("company_id in (select id from companies)"));
    }

    [SkippableFact]
    public async Task Undo_AfterAFieldGotAnotherType_FollowsIt()
    {
        var act = await _core.DoAsync(s_delete, _ann);
        var retyped = await _core.Get<IFieldChanges>().RetypeAsync("budget", FieldType.Text, new TextReading(), Actor.LocalUser);
        Assert.Null(retyped.Error);
        await _core.Get<LeadStudio.Core.Leads.Storage.FieldReplay>().DrainAsync();

        await _core.UndoActAsync(act.Id);

        Assert.Equal("12.25", (await _core.Get<ILeadStore>().GetAsync(_ann)).Value!["budget"].Text);
    }

    [SkippableFact]
    public async Task Undo_OfAnEarlierActWhileTheLeadIsAway_IsFollowedWhenItIsBack()
    {
        var stage = await _core.DoAsync(new ActChange(ActKind.Stage, "Qualified"), _ann);
        var act = await _core.DoAsync(s_delete, _ann);
        Assert.Equal((0L, 1L), await _core.UndoActAsync(stage.Id) is var undone ? (undone.Restored, undone.Kept) : default);

        await _core.UndoActAsync(act.Id);

        Assert.Equal("New", await _core.TextAsync(_ann, StandardFields.Stage));
    }

    [SkippableFact]
    public async Task Run_AfterThirtyDays_EmptiesTheTrashForGood()
    {
        var act = await _core.DoAsync(s_delete, _ann);
        _clock.Advance(TimeSpan.FromDays(29));
        await _core.Get<ActRunner>().DrainAsync();
        Assert.NotNull(await _core.Get<ILeadActs>().FindInTrashAsync(_ann));

        _clock.Advance(TimeSpan.FromDays(2));
        await _core.Get<ActRunner>().DrainAsync();

        Assert.Null(await _core.Get<ILeadActs>().FindInTrashAsync(_ann));
        Assert.IsType<ActRefused>((await _core.Get<ILeadActs>().UndoAsync(act.Id, Actor.LocalUser)).Error);
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Erase_OfAPersonInTheTrash_LeavesNothingThere(bool isAgainALead)
    {
        var act = await _core.DoAsync(s_delete, _ann);
        var id = isAgainALead ? await _core.AddLeadAsync("Ann@A.example") : _ann;
        using var file = new MemoryStream();
        Assert.Null((await _core.Get<IErasure>().ExportAsync(id, file)).Error);
        var deleted = Assert.Single(JsonDocument.Parse(file.ToArray()).RootElement.GetProperty("deleted").EnumerateArray());
        Assert.Contains("who is busy", deleted.GetRawText(), StringComparison.Ordinal);

        var erased = await _core.Get<IErasure>().EraseAsync(id, Actor.LocalUser);

        Assert.Null(erased.Error);
        Assert.Null(await _core.Get<ILeadActs>().FindInTrashAsync(_ann));
        Assert.Equal(0, (await _core.UndoActAsync(act.Id)).Restored);
        Assert.DoesNotContain("ann@a.example", await _core.SnapshotAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [SkippableFact]
    public async Task EveryTableThatNamesALead_GoesIntoTheTrashOrSaysWhyNot()
    {
        string[] others = ["trash", "act_leads", "lead_merges", "erasures", "webhook_deliveries"]; // the acts' own, what must outlive a person, and what others were told
        var all = await _core.Get<IDatabase>().ReadAsync(db => Task.FromResult(db.Model.GetEntityTypes()
            .Where(entity => entity.GetProperties().Any(property => property.GetColumnName() == "lead_id")).Select(entity => entity.GetTableName()!).ToList()));

        Assert.Equal(all.Except(others).Order(), _core.Get<IEnumerable<LeadTable>>().Select(table => table.Name).Order());
    }

    private Task<long> IdAsync(string email) => _core.Get<IDatabase>().ReadAsync(db => db.Sql("select id from leads where email = @email", ("email", email)).NumberAsync());

    private async Task<long> FoundAsync(string words, CoreFixture? core = null) =>
        (await (core ?? _core).Get<ILeadList>().CountAsync(new LeadQuery { Search = words, Scope = LeadScope.All }, mayEstimate: false)).Count;

    public sealed class OnSqlite(SqliteFixture databases) : TrashTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : TrashTests(databases);
}
