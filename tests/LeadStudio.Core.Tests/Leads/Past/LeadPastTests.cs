using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Acts;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Past;
using LeadStudio.Core.Tests.Leads.Acts;
using LeadStudio.Core.Tests.Leads.Import;
using LeadStudio.Core.Tests.Leads.Import.Undo;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Core.Tests.Leads.Past;

public abstract class LeadPastTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private readonly string _database = databases.NewDatabase();
    private CoreFixture _core = null!;

    public async Task InitializeAsync() => _core = await CoreFixture.StartAsync(_database);

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [SkippableFact]
    public async Task Get_AMergeAndItsUndo_ToldOfBothLeads()
    {
        var ann = await _core.AddLeadAsync("ann@a.example");
        var bob = await _core.AddLeadAsync("bob@b.example");
        for (var other = 0; other < 12; other++)
        {
            await _core.AddLeadAsync($"p{other}@c.example"); // ids that begin or end alike
        }

        var act = (await _core.Get<ILeadActs>().MergeAsync(bob, ann, ActScene.Ada)).Value!;
        await _core.FinishAsync(act.Id);
        var merged = Assert.Single((await PastAsync(ann)).Merges);
        await _core.UndoActAsync(act.Id);
        var undone = Assert.Single((await PastAsync(ann)).Merges);
        var back = Assert.Single((await PastAsync(bob)).Merges);

        Assert.Equal((bob, "bob@b.example", true, "Ada", (string?)null), (merged.Other, merged.OtherName, merged.IsInto, merged.Act.By, merged.Act.UndoBy));
        Assert.Equal(("Local user", 1L), (undone.Act.UndoBy, undone.Act.Restored));
        Assert.Equal((ann, "ann@a.example", false), (back.Other, back.OtherName, back.IsInto));
        for (var other = bob + 1; other <= bob + 12; other++)
        {
            Assert.Empty((await PastAsync(other)).Merges);
        }
    }

    [SkippableFact]
    public async Task Get_WhatAnImportSaid_IsToldAfterItWasTakenBack()
    {
        var ann = await _core.AddLeadAsync("ann@a.example");
        var job = await _core.ImportAsync("Email,City\nann@a.example,Paris\n");
        Assert.Empty((await PastAsync(ann)).Withdrawn);

        await _core.UndoAsync(job.Id);

        var withdrawn = Assert.Single((await PastAsync(ann)).Withdrawn);
        Assert.Equal((ObservationStatus.Withdrawn, job.Id, "Ada"), (withdrawn.Said.Status, withdrawn.Import!.Id, withdrawn.Import.UndoBy));
        Assert.Equal("Paris", withdrawn.Said.Values[await IdAsync("city")].Text);
        Assert.DoesNotContain((await _core.Get<ILeadStore>().GetAsync(ann)).Value!.Observations, said => said.ImportId == job.Id);
    }

    [SkippableFact]
    public async Task Get_WhatAChangeOfManyLeadsSaid_IsToldAfterItWasTakenBack()
    {
        var (ann, bob) = (await _core.AddLeadAsync("ann@a.example"), await _core.AddLeadAsync("bob@b.example"));
        var act = await _core.DoAsync(new ActChange(ActKind.Assign, "Cy"), ann, bob);

        await _core.UndoActAsync(act.Id);

        var withdrawn = Assert.Single((await PastAsync(bob)).Withdrawn);
        Assert.Null(withdrawn.Import);
        Assert.Equal((act.Id, "Local user"), (withdrawn.Act!.Id, withdrawn.Act.UndoBy));
    }

    [SkippableFact]
    public async Task Get_NoSuchLead_IsNothing()
    {
        var past = await PastAsync(999);

        Assert.Empty(past.Merges);
        Assert.Empty(past.Withdrawn);
    }

    private Task<LeadPast> PastAsync(long id) => _core.Get<ILeadPast>().GetAsync(id);

    private async Task<int> IdAsync(string key) => (await _core.Get<IFieldCatalog>().GetAsync())[key].Id;

    public sealed class OnSqlite(SqliteFixture databases) : LeadPastTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : LeadPastTests(databases);
}
