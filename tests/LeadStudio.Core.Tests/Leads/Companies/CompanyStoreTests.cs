using LeadStudio.Core.Access;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Core.Tests.Leads.Companies;

public abstract class CompanyStoreTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private CoreFixture _core = null!;

    private ICompanyStore Store => _core.Get<ICompanyStore>();

    public async Task InitializeAsync()
    {
        _core = await CoreFixture.StartAsync(databases.NewDatabase());
        foreach (var email in new[] { "ann@acme.com", "bob@acme.com", "cy@beta.org" })
        {
            await _core.Get<ILeadStore>().AddAsync(new Dictionary<string, FieldValue> { ["email"] = FieldValue.Of(email) }, Actor.LocalUser);
        }
    }

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [SkippableFact]
    public async Task ListAsync_AfterACount_IsSortedAndSearched()
    {
        await _core.Get<CompanyCounts>().Start(isForced: true);

        var all = await Store.ListAsync(new CompanyQuery(), 0, 10);

        Assert.Equal([("acme.com", 2L), ("beta.org", 1L)], all.Select(row => (row.Name, row.Leads)));
        Assert.Equal("beta.org", Assert.Single(await Store.ListAsync(new CompanyQuery("BETA"), 0, 10)).Domain);
        Assert.Equal("beta.org", Assert.Single(await Store.ListAsync(new CompanyQuery(Sort: CompanySort.Name), 0, 1)).Name);
        Assert.Equal(2, await Store.CountAsync(new CompanyQuery()));
    }

    [SkippableFact]
    public async Task MergeAsync_AndPart_MoveNothingForGood()
    {
        var (acme, beta) = (await IdAsync("acme"), await IdAsync("beta"));

        await Store.MergeAsync(beta, acme, Actor.LocalUser);
        await _core.Get<CompanyCounts>().Start(isForced: true);

        var both = (await Store.GetAsync(beta)).Value!;
        Assert.Equal((acme, 3L), (both.Company.Id, both.Leads));
        Assert.Equal(3, (await Store.LeadsAsync(acme, 0, 10)).Count);
        Assert.Equal([acme, acme, acme], (await Store.MembersAsync([acme])).Select(member => member.CompanyId));
        Assert.Equal(beta, Assert.Single(both.Merged).Id);
        Assert.Single(await Store.ListAsync(new CompanyQuery(), 0, 10));
        Assert.IsType<CompanyRefused>((await Store.MergeAsync(acme, beta, Actor.LocalUser)).Error);

        await Store.PartAsync(beta, Actor.LocalUser);

        Assert.Equal([acme, acme, beta], (await Store.MembersAsync([acme, beta])).Select(member => member.CompanyId).Order());
        Assert.Equal((beta, 1L), ((await Store.GetAsync(beta)).Value!.Company.Id, (await Store.GetAsync(beta)).Value!.Leads));
    }

    [SkippableFact]
    public async Task EditAsync_NameAndFields_KeepWhoSaidIt()
    {
        var acme = await IdAsync("acme");
        var revenue = (await Store.AddFieldAsync("Revenue", FieldType.Number, Actor.LocalUser)).Value!;

        await Store.EditAsync(acme, new Dictionary<string, FieldValue> { ["name"] = FieldValue.Of("Acme Ltd"), ["revenue"] = FieldValue.Of(5) }, Actor.LocalUser);

        var details = (await Store.GetAsync(acme)).Value!;
        Assert.Equal("Acme Ltd", details.Company.Name);
        Assert.Equal(FieldValue.Of(5), details.Values[revenue.Id].Value);
        Assert.Equal("Local user, by hand", Origin.Of(details.Values[revenue.Id].Origin));
        Assert.Contains("beta.org", (await Store.EditAsync(acme, new Dictionary<string, FieldValue> { ["domain"] = FieldValue.Of("Beta.org") }, Actor.LocalUser)).Error!.Message, StringComparison.Ordinal);
        Assert.IsType<FieldLabelRefused>((await Store.AddFieldAsync("revenue ", FieldType.Text, Actor.LocalUser)).Error);
    }

    [SkippableFact]
    public async Task RecordAsync_ASource_IsLeftOutWhenRepeatedAndYieldsToPersons()
    {
        var acme = await IdAsync("acme");
        var revenue = (await Store.AddFieldAsync("Revenue", FieldType.Number, Actor.LocalUser)).Value!;
        var said = new CompanyObservation(acme, ObservationKind.Import, Source.Files, 1_000, new Dictionary<int, FieldValue> { [revenue.Id] = FieldValue.Of(7) });
        var recorder = _core.Get<ICompanyRecorder>();
        var database = _core.Get<IDatabase>();

        Assert.Equal([true], await database.WriteAsync(db => recorder.RecordAsync(db, [said])));
        Assert.Equal([false], await database.WriteAsync(db => recorder.RecordAsync(db, [said with { LearnedAt = 2_000 }])));
        Assert.Equal("Imported files", (await Store.GetAsync(acme)).Value!.Values[revenue.Id].Origin!.SourceName);
        await Store.EditAsync(acme, new Dictionary<string, FieldValue> { ["revenue"] = FieldValue.Of(9) }, Actor.LocalUser);
        await database.WriteAsync(db => recorder.RecordAsync(db, [said with { LearnedAt = long.MaxValue, Values = new Dictionary<int, FieldValue> { [revenue.Id] = FieldValue.Of(8) } }]));

        Assert.Equal(FieldValue.Of(9), (await Store.GetAsync(acme)).Value!.Values[revenue.Id].Value);
    }

    private async Task<long> IdAsync(string search) => (await Store.ListAsync(new CompanyQuery(search), 0, 1)).Single().Id;

    public sealed class OnSqlite(SqliteFixture databases) : CompanyStoreTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : CompanyStoreTests(databases);
}
