using LeadStudio.Core.Access;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Core.Tests.Leads.Companies;

public abstract class CompanyStoreTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private static readonly Condition s_ofSam = new Predicate(StandardFields.Owner, Operator.IsOneOf, ["sam", "sam@example.com"]);
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

    [SkippableTheory]
    [InlineData(false, new[] { "acme.com", "mill.com", "beta.org", "zeta.com" })]
    [InlineData(true, new[] { "mill.com", "acme.com", "zeta.com", "beta.org" })]
    public async Task ListAsync_SomeFirst_IsSortedByNameInBothPartsAndPagedAsOneList(bool isDescending, string[] expected)
    {
        await AddAsync("dan@acme.com", "Sam");
        await AddAsync("eve@oak.com", "SAM");
        await AddAsync("flo@mill.com", "Otto");
        await AddAsync("gil@zeta.com", "Otto");
        await Store.MergeAsync(await IdAsync("oak"), await IdAsync("mill"), Actor.LocalUser);
        var query = new CompanyQuery(Sort: CompanySort.Name, IsDescending: isDescending, First: s_ofSam);

        var whole = await Store.ListAsync(query, 0, 10);
        var pages = new List<CompanyRow>();
        for (var first = 0; first < 5; first++)
        {
            pages.AddRange(await Store.ListAsync(query, first, 1));
        }

        Assert.Equal(expected, whole.Select(row => row.Name));
        Assert.Equal(whole.Select(row => row.Id), pages.Select(row => row.Id));
        Assert.Equal(["zeta.com"], (await Store.ListAsync(query with { Search = "zeta" }, 0, 10)).Select(row => row.Name));
        Assert.Equal(4, await Store.CountAsync(query));
    }

    [SkippableFact]
    public async Task ListAsync_SomeFirstOfManyLeads_BuildsTheIndexAndListsTheSame()
    {
        var limits = new ListLimits { LeadsWithoutIndex = 0, BuildDelay = TimeSpan.Zero };
        await using var core = await CoreFixture.StartAsync(databases.NewDatabase(), services => services.AddSingleton(limits));
        await AddAsync("ann@acme.com", "Otto", core);
        await AddAsync("eve@oak.com", "Sam", core);
        var query = new CompanyQuery(Sort: CompanySort.Name, IsDescending: false, First: s_ofSam);

        var before = await core.Get<ICompanyStore>().ListAsync(query, 0, 10);
        await core.Get<ListIndexes>().WaitAsync(["lx_f8_company"], CancellationToken.None);
        var asked = new Predicate(StandardFields.Owner, Operator.IsOneOf, ["Sam", "Pam"]); // another one, of which nothing is remembered
        var after = await core.Get<ICompanyStore>().ListAsync(query with { First = asked }, 0, 10);

        var catalog = core.Get<IDatabase>().Kind == DatabaseKind.Sqlite ? "sqlite_master where name" : "pg_indexes where indexname";
        Assert.Equal(1, await core.Get<IDatabase>().ReadAsync(db => db.Sql($"select count(*) from {catalog} = 'lx_f8_company'").NumberAsync()));
        Assert.Equal(["oak.com", "acme.com"], before.Select(row => row.Name));
        Assert.Equal(["oak.com", "acme.com"], after.Select(row => row.Name));
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

    private async Task AddAsync(string email, string owner, CoreFixture? core = null) => await (core ?? _core).Get<ILeadStore>().AddAsync(
        new Dictionary<string, FieldValue> { ["email"] = FieldValue.Of(email), ["owner"] = FieldValue.Of(owner) }, Actor.LocalUser);

    private async Task<long> IdAsync(string search) => (await Store.ListAsync(new CompanyQuery(search), 0, 1)).Single().Id;

    public sealed class OnSqlite(SqliteFixture databases) : CompanyStoreTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : CompanyStoreTests(databases);
}
