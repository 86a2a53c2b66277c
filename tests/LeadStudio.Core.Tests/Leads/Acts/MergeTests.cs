using LeadStudio.Core.Access;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Acts;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Notes;
using LeadStudio.Core.Leads.Privacy;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Tests.Leads.Import;
using LeadStudio.Core.Tests.Leads.Import.Undo;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Core.Tests.Leads.Acts;

public abstract class MergeTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private readonly FakeClock _clock = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly string _database = databases.NewDatabase();
    private CoreFixture _core = null!;
    private long _ann;
    private long _anna;

    public async Task InitializeAsync()
    {
        _core = await CoreFixture.StartAsync(_database, services => services.AddSingleton<TimeProvider>(_clock));
        await _core.ImportAsync("Id,Email,First Name,Job Title,Employees\nA-1,ann@a.example,Ann,Clerk,250\n");
        _clock.Advance(TimeSpan.FromHours(1));
        await _core.ImportAsync("Id,Email,Last Name,Job Title,City\nB-2,anna.lee@b.example,Lee,CEO,Paris\n");
        (_ann, _anna) = (await IdAsync("ann@a.example"), await IdAsync("anna.lee@b.example"));
        await _core.Get<ILeadNotes>().AddAsync(_anna, "Called Anna.", Actor.LocalUser);
        await _core.ScoreAsync();
    }

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [SkippableFact]
    public async Task Merge_TwoLeads_ShowsWhatWasSaidOfBothAndKeepsTheAddress()
    {
        await MergeAsync();

        Assert.Equal(("ann@a.example", "A-1", "Ann", "Lee"), (await TextAsync("email"), await TextAsync("externalId"), await TextAsync("firstName"), await TextAsync("lastName")));
        Assert.Equal(("CEO", "Paris", "250"), (await TextAsync("title"), await TextAsync("city"), await TextAsync("employees"))); // the newer title wins
        Assert.Equal(["Called Anna."], (await _core.Get<ILeadNotes>().ListAsync(_ann)).Select(note => note.Text));
        Assert.IsType<LeadNotFound>((await _core.Get<ILeadStore>().GetAsync(_anna)).Error);
        Assert.Equal(_ann, (await _core.Get<ILeadActs>().FindInTrashAsync(_anna))!.MergedInto);
        var lead = (await _core.Get<ILeadStore>().GetAsync(_ann)).Value!;
        Assert.Equal(["city", "lastName", "title"], lead.Observations.Single(said => said.ActId is not null).Values.Keys.Select(id => lead.Catalog[id].Key).Order(StringComparer.Ordinal));
    }

    [SkippableFact]
    public async Task Undo_AMerge_LeavesEveryRowAsItWas()
    {
        var before = await _core.SnapshotAsync();

        var act = await MergeAsync();
        await _core.ScoreAsync();
        _clock.Advance(TimeSpan.FromMinutes(3));
        var undone = await _core.UndoActAsync(act.Id);
        await _core.ScoreAsync();

        Assert.Equal((1L, 0L), (undone.Restored, undone.Kept));
        Assert.Equal(WithoutHistory(before), WithoutHistory(await _core.SnapshotAsync()));
    }

    [SkippableFact]
    public async Task Import_OfTheAddressThatWent_SpeaksOfTheLeadThatStayed()
    {
        var act = await MergeAsync();

        var job = await _core.ImportAsync("Id,Email,City,Phone\nB-2,anna.lee@b.example,London,+44 20 7946 0000\n,ann@a.example,Rome,\n");

        Assert.Equal((0, 2), (job.Created, job.Updated));
        Assert.Equal(("ann@a.example", "A-1", "Rome"), (await TextAsync("email"), await TextAsync("externalId"), await TextAsync("city")));
        await _core.UndoActAsync(act.Id); // what was said since stays
        Assert.Equal("Rome", await TextAsync("city"));
        Assert.Equal("Paris", await _core.TextAsync(_anna, "city"));
        Assert.Equal(0, (await _core.ImportAsync("Email,City\nanna.lee@b.example,Oslo\n")).Created);
        Assert.Equal("Oslo", await _core.TextAsync(_anna, "city"));
    }

    [SkippableFact]
    public async Task Undo_TheAddressIsTheOthersByNow_KeepsTheMerge()
    {
        var act = await MergeAsync();
        await _core.EditLeadAsync(_ann, StandardFields.Email, FieldValue.Of("anna.lee@b.example"));

        var undone = await _core.UndoActAsync(act.Id);

        Assert.Equal((0L, 1L), (undone.Restored, undone.Kept));
        Assert.Equal("Lee", await TextAsync("lastName"));
        await _core.EditLeadAsync(_ann, StandardFields.Email, FieldValue.Of("ann@a.example"));
        Assert.Equal(1, (await _core.UndoActAsync(act.Id)).Restored);
        Assert.Equal("Lee", await _core.TextAsync(_anna, "lastName"));
    }

    [SkippableFact]
    public async Task Merge_OfAMergedLead_GoesOnToTheLast()
    {
        var third = await _core.AddLeadAsync("lee@c.example");
        await MergeAsync();
        var second = await _core.Get<ILeadActs>().MergeAsync(_ann, third, ActScene.Ada);
        await _core.FinishAsync(second.Value!.Id);

        Assert.Equal(0, (await _core.ImportAsync("Email,City\nanna.lee@b.example,Oslo\n")).Created);

        Assert.Equal("Oslo", await _core.TextAsync(third, "city"));
        Assert.Equal("lee@c.example", await _core.TextAsync(third, "email"));
    }

    [SkippableFact]
    public async Task Erase_OfAMergedPerson_LeavesNothingOfEither()
    {
        await MergeAsync();

        Assert.Null((await _core.Get<IErasure>().EraseAsync(_anna, Actor.LocalUser)).Error);

        var left = await _core.SnapshotAsync();
        Assert.DoesNotContain("Lee", left, StringComparison.OrdinalIgnoreCase);
        Assert.Null(await _core.Get<ILeadActs>().FindInTrashAsync(_anna));
        Assert.DoesNotContain("Ann", string.Join(' ', (await _core.Get<ILeadActs>().ListAsync(9)).Select(act => act.Selection + act.ArgumentText)), StringComparison.Ordinal);
        Assert.Equal(1, (await _core.ImportAsync("Email\nanna.lee@b.example\n")).Created);
    }

    [SkippableFact]
    public async Task Merge_WithItselfOrNobody_IsRefused()
    {
        Assert.IsType<ActRefused>((await _core.Get<ILeadActs>().MergeAsync(_ann, _ann, ActScene.Ada)).Error);
        Assert.IsType<LeadNotFound>((await _core.Get<ILeadActs>().MergeAsync(_ann, 999, ActScene.Ada)).Error);
    }

    private static string WithoutHistory(string snapshot) =>
        string.Join('\n', snapshot.Split('\n').Where(line => !line.StartsWith("score_history", StringComparison.Ordinal)));

    private async Task<LeadAct> MergeAsync()
    {
        var started = await _core.Get<ILeadActs>().MergeAsync(_anna, _ann, ActScene.Ada);
        Assert.Null(started.Error);
        var act = await _core.FinishAsync(started.Value!.Id);
        Assert.Equal((ActState.Done, 1L), (act.State, act.Changed));
        return act;
    }

    private Task<string> TextAsync(string field) => _core.TextAsync(_ann, field);

    private async Task<long> IdAsync(string email) =>
        await _core.Get<IDatabase>().ReadAsync(db => db.Sql("select id from leads where email_key = @email", ("email", email)).NumberAsync());

    public sealed class OnSqlite(SqliteFixture databases) : MergeTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : MergeTests(databases);
}
