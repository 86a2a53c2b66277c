using LeadStudio.Core.Access;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Core.Tests.Leads;

public abstract class LeadStoreTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private CoreFixture _core = null!;

    private ILeadStore Store => _core.Get<ILeadStore>();

    public async Task InitializeAsync() => _core = await CoreFixture.StartAsync(databases.NewDatabase());

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [SkippableFact]
    public async Task AddAsync_NewEmail_IsReadBackWithItsOriginAndDerivedDomain()
    {
        var id = await AddAsync(("email", "Ann.Lee@Example.com"), ("firstName", "Ann"));

        var lead = (await Store.GetAsync(id)).Value!;

        Assert.Equal("Ann.Lee@Example.com", lead.Text("email"));
        Assert.Equal("example.com", lead.Text("domain"));
        Assert.Equal("New", lead.Text("stage"));
        Assert.Equal("Local user", lead.OriginOf(lead.Catalog["firstName"])!.SourceName);
    }

    [SkippableFact]
    public async Task AddAsync_SameMailboxSpelledOtherwise_UpdatesTheLead()
    {
        var first = await AddAsync(("email", "ann+news@gmail.com"), ("firstName", "Ann"));

        var second = await AddAsync(("email", "ANN@gmail.com"), ("title", "CEO"));

        Assert.Equal(first, second);
        var lead = (await Store.GetAsync(first)).Value!;
        Assert.Equal("Ann", lead.Text("firstName"));
        Assert.Equal("CEO", lead.Text("title"));
        Assert.Equal(2, lead.Observations.Count);
    }

    [SkippableFact]
    public async Task AddAsync_NoAddress_SaysWhatToCorrect()
    {
        var result = await Store.AddAsync(Values(("email", "not an address")), Actor.LocalUser);

        Assert.Contains("is no e-mail address", Assert.IsType<LeadRefused>(result.Error).Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task EditAsync_AddressOfAnotherLead_IsRefusedAndNothingChanges()
    {
        var ann = await AddAsync(("email", "ann@example.com"), ("firstName", "Ann"), ("lastName", "Lee"));
        var other = await AddAsync(("email", "bob@example.com"));

        var result = await Store.EditAsync(other, Values(("email", "ann@example.com")), Actor.LocalUser);

        Assert.Equal(new LeadKeyTaken(ann, "Ann Lee"), result.Error);
        Assert.Equal("bob@example.com", (await Store.GetAsync(other)).Value!.Text("email"));
    }

    [SkippableFact]
    public async Task EditAsync_EmptyValue_ClearsTheField()
    {
        var id = await AddAsync(("email", "ann@example.com"), ("title", "CEO"));

        await Store.EditAsync(id, new Dictionary<string, FieldValue> { ["title"] = FieldValue.Empty, ["employees"] = FieldValue.Of(250) }, Actor.LocalUser);

        var lead = (await Store.GetAsync(id)).Value!;
        Assert.Equal("", lead.Text("title"));
        Assert.Equal("250", lead.Text("employees"));
    }

    [SkippableFact]
    public async Task SetOutcomeAsync_WonThenReopened_LeavesBothInTheTrail()
    {
        var id = await AddAsync(("email", "ann@example.com"));

        await Store.SetOutcomeAsync(id, StandardFields.Won, 1200, Actor.LocalUser);
        var won = (await Store.GetAsync(id)).Value!;
        await Store.SetOutcomeAsync(id, null, null, Actor.LocalUser);
        var open = (await Store.GetAsync(id)).Value!;

        Assert.Equal("Won", won.Text("outcome"));
        Assert.Equal("1200", won.Text("outcomeValue"));
        Assert.Equal("", open.Text("outcome"));
        Assert.Equal(3, open.Observations.Count);
    }

    [SkippableFact]
    public async Task SetOutcomeAsync_AnEarlierInstant_IsWhenItWasWon()
    {
        var id = await AddAsync(("email", "ann@example.com"));

        await Store.SetOutcomeAsync(id, StandardFields.Won, null, Actor.LocalUser, at: 1_000);

        Assert.Equal(FieldValue.Of(1_000), (await Store.GetAsync(id)).Value!["outcomeAt"]);
    }

    [SkippableFact]
    public async Task UnlockAsync_LockedValue_LetsThePolicyDecideAndIsOnTheRecord()
    {
        var id = await AddAsync(("email", "ann@example.com"));
        await Store.EditAsync(id, Values(("title", "CEO")), Actor.LocalUser, isLocked: true);
        await Store.EditAsync(id, Values(("title", "Clerk")), Actor.LocalUser);
        var locked = (await Store.GetAsync(id)).Value!;

        await Store.UnlockAsync(id, "title", new Actor(ActorKind.Person, "Ada"));

        var lead = (await Store.GetAsync(id)).Value!;
        Assert.Equal(("CEO", true), (locked.Text("title"), locked.IsLocked(locked.Catalog["title"])));
        Assert.Equal(("Clerk", false), (lead.Text("title"), lead.IsLocked(lead.Catalog["title"]))); // the newest wins
        Assert.Equal((ObservationKind.Unlock, "Ada"), (lead.Observations[^1].Kind, lead.Observations[^1].SourceName));
        await Store.EditAsync(id, Values(("title", "CEO")), Actor.LocalUser, isLocked: true);
        Assert.True((await Store.GetAsync(id)).Value!.IsLocked(lead.Catalog["title"]));
    }

    [SkippableFact]
    public async Task UnlockAsync_NothingToUnlock_LeavesNoTraceOrSaysWhatIsWrong()
    {
        var id = await AddAsync(("email", "ann@example.com"), ("title", "CEO"));

        var unlocked = await Store.UnlockAsync(id, "title", Actor.LocalUser);

        Assert.True(unlocked.IsSuccess);
        Assert.Single((await Store.GetAsync(id)).Value!.Observations);
        Assert.IsType<FieldNotFound>((await Store.UnlockAsync(id, "nothing", Actor.LocalUser)).Error);
        Assert.IsType<LeadNotFound>((await Store.UnlockAsync(id + 1000, "title", Actor.LocalUser)).Error);
    }

    [SkippableFact]
    public async Task EditAsync_AnyChange_LeavesWorkForScoring()
    {
        var id = await AddAsync(("email", "ann@example.com"));

        var work = await _core.Get<IWorkQueue>().PeekAsync(LeadQueues.Score, 10);

        Assert.Contains(work, item => item.FromId == id && item.ToId == id);
    }

    private static Dictionary<string, FieldValue> Values(params (string Key, string Text)[] values) =>
        values.ToDictionary(value => value.Key, value => FieldValue.Of(value.Text));

    private async Task<long> AddAsync(params (string Key, string Text)[] values)
    {
        var result = await Store.AddAsync(Values(values), Actor.LocalUser);
        Assert.Null(result.Error);
        return result.Value;
    }

    public sealed class OnSqlite(SqliteFixture databases) : LeadStoreTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : LeadStoreTests(databases);
}
