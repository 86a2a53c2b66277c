using System.Text;
using LeadStudio.Core.Access;
using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Tests.Leads.Import.Csv;
using LeadStudio.Core.Tests.Leads.Import.Undo;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Core.Tests.Leads.Import.Companies;

public abstract class CompanyImportTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private const string Header = "Company ID,Company Name,Company Domain Name,Annual Revenue\n";
    private readonly string _database = databases.NewDatabase();
    private CoreFixture _core = null!;

    private ICompanyStore Store => _core.Get<ICompanyStore>();

    public async Task InitializeAsync() => _core = await StartAsync();

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [SkippableFact]
    public async Task Import_CompaniesTwice_MakesThemWithTypedFieldsThenFindsThemUnchanged()
    {
        const string csv = Header + "C1,Acme Ltd,acme.com,$1.5M\nC2,Beta,https://www.beta.org/shop,12\n";

        var first = await _core.ImportAsync(csv);
        var second = await _core.ImportAsync(csv);

        Assert.Equal((2, 0, 0, 0), first.Counts());
        Assert.Equal((0, 0, 2, 0), second.Counts());
        var beta = await FindAsync("beta");
        Assert.Equal(("Beta", "beta.org", "C2"), (beta.Company.Name, beta.Company.Domain, beta.Company.ExternalId));
        Assert.Equal("1500000", await ValueAsync("acme", "annualRevenue"));
        Assert.Equal(FieldType.Number, (await Store.FieldsAsync()).Single(field => field.Key == "annualRevenue").Type);
    }

    [SkippableFact]
    public async Task Import_CompaniesOfLeads_AreFoundByDomainAndByNameAndBothWays()
    {
        await _core.ImportAsync("Email,Company,Account Id\nann@acme.com,Acme,\nbob@gmail.com,Beta,\ncy@gmail.com,,C3\n");

        var job = await _core.ImportAsync(Header + "C1,Acme Limited,acme.com,1\nC2,Beta,beta.org,2\nC3,Gamma,gamma.net,3\n");

        Assert.Equal((1, 2, 0, 0), job.Counts());
        Assert.Equal([("Acme Limited", 1L), ("Beta", 1L), ("Gamma", 1L)], await LeadsByCompanyAsync());
        Assert.Equal((3, 0, 0, 0), (await _core.ImportAsync("Email,Account Id\ndi@gmail.com,C1\ned@gamma.net,\nflo@gmail.com,c2\n")).Counts());
        Assert.Equal([("Acme Limited", 2L), ("Beta", 2L), ("Gamma", 2L)], await LeadsByCompanyAsync());
    }

    [SkippableFact]
    public async Task Import_RowsThatContradict_AreRefusedWithASentence()
    {
        await _core.ImportAsync(Header + "C1,Acme,acme.com,1\nC2,Beta,beta.org,2\n");

        var job = await _core.ImportAsync(Header + "C1,Acme,beta.org,1\nC3,New Beta,beta.org,2\n,,,3\nC1,Acme,acme.com,many\nC4,Delta,delta.net,4\nC5,,,\n", mapping => Map(mapping, "Annual Revenue", "annualRevenue"));

        Assert.Equal((2, 0, 0, 4), job.Counts());
        var reasons = await _core.Get<IImports>().RejectReasonsAsync(job.Id);
        Assert.Equal(["conflict", "identity", "taken", "value:Annual Revenue"], reasons.Select(reason => reason.Code).Order(StringComparer.Ordinal));
        Assert.Contains("The id belongs to Acme, and the domain to Beta.", reasons.Single(reason => reason.Code == "conflict").Example, StringComparison.Ordinal);
        Assert.Equal("C5", (await FindAsync("C5")).Company.Name);
    }

    [SkippableFact]
    public async Task Import_WhatAPersonTyped_Stays()
    {
        await _core.ImportAsync(Header + "C1,Acme,acme.com,100\n");
        await Store.EditAsync((await FindAsync("acme")).Company.Id, new Dictionary<string, FieldValue> { ["name"] = FieldValue.Of("ACME"), ["annualRevenue"] = FieldValue.Of(7) }, Actor.LocalUser);

        var job = await _core.ImportAsync(Header + "C1,Acme Inc,acme.com,2\n");

        Assert.Equal((0, 1, 0, 0), job.Counts());
        Assert.Equal(("ACME", "7"), ((await FindAsync("acme")).Company.Name, await ValueAsync("acme", "annualRevenue")));
    }

    [SkippableFact]
    public async Task Import_RulesForKnownAndEmpty_HoldForCompaniesToo()
    {
        await _core.ImportAsync(Header + "C1,Acme,acme.com,100\nC2,Beta,beta.org,\n");

        var filled = await _core.ImportAsync(Header + "C1,New,acme.com,9\nC2,New,beta.org,2\n", mapping => mapping with { KnownLeads = KnownLeads.FillEmpty });
        var left = await _core.ImportAsync(Header + "C1,New,acme.com,9\nC3,Gamma,gamma.net,3\n", mapping => mapping with { KnownLeads = KnownLeads.Leave });

        Assert.Equal(((0, 1, 1, 0), (1, 0, 1, 0)), (filled.Counts(), left.Counts()));
        Assert.Equal(("Acme", "100", "2"), ((await FindAsync("acme")).Company.Name, await ValueAsync("acme", "annualRevenue"), await ValueAsync("beta", "annualRevenue")));
        await _core.ImportAsync(Header + "C1,Acme,acme.com,\n", mapping => mapping with
        {
            KnownLeads = KnownLeads.Update,
            Columns = [.. mapping.Columns.Select(column => column with { EmptyClears = true })],
        });
        Assert.Equal("", await ValueAsync("acme", "annualRevenue"));
    }

    [SkippableFact]
    public async Task Import_CrashBetweenChunks_GoesOnWithoutDoublingAnything()
    {
        var csv = Encoding.UTF8.GetBytes(Header + string.Concat(Enumerable.Range(0, 95).Select(row => $"C{row},Company {row},c{row}.example,{row}\n")));
        using var crash = new CancellationTokenSource();
        using var first = _core.Get<LeadStudio.Core.Messaging.IEventBus>().Subscribe<LeadStudio.Core.Leads.CompaniesChanged>(_ => crash.Cancel());
        var id = await _core.StartImportAsync(csv);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _core.Get<ImportRunner>().DrainAsync(crash.Token));

        await using var restarted = await StartAsync();
        await restarted.Get<ImportRunner>().DrainAsync(CancellationToken.None);

        Assert.Equal((95, 0, 0, 0), (await restarted.Get<IImports>().GetAsync(id)).Value!.Counts());
        Assert.Equal(95, await restarted.Get<ICompanyStore>().CountAsync(new CompanyQuery()));
    }

    [SkippableFact]
    public async Task Undo_CompaniesOverLeads_AllIsAsBefore()
    {
        await _core.ImportAsync("Email,Company,Account Id\nann@acme.com,Acme,\nbob@gmail.com,Beta,\ncy@gmail.com,,C3\n");
        var before = await LeadsByCompanyAsync();
        var job = await _core.ImportAsync(Header + "C1,Acme Limited,acme.com,1\nC2,Beta,beta.org,2\nC3,Gamma,gamma.net,3\n");
        await _core.ImportAsync("Email\ndi@gamma.net\n");

        var counts = (await _core.Get<IImportUndo>().CountAsync(job.Id)).Value!;
        var undone = await _core.UndoAsync(job.Id);

        Assert.Equal((new UndoCounts(0, 3), ImportStatus.TakenBack, 0L, 3L), (counts, undone.Status, undone.Removed, undone.Kept));
        Assert.Equal([.. before, ("gamma.net", 1L)], await LeadsByCompanyAsync()); // the lead that came since would have made this one
        Assert.Equal((null, null), ((await FindAsync("beta")).Company.Domain, (await FindAsync("acme")).Company.ExternalId));
        Assert.Equal("", await ValueAsync("acme", "annualRevenue"));
    }

    [SkippableFact]
    public async Task Undo_TheIdThatLinkedLeads_LetsThemFallBackToDomainOrNameOrNone()
    {
        await _core.ImportAsync("Email,Company\nann@acme.com,Acme\nbob@gmail.com,Beta\n");
        var job = await _core.ImportAsync(Header + "C9,Gamma,gamma.net,3\n");
        await _core.ImportAsync("Email,Company,Account Id\ncy@acme.com,Acme,C9\ndi@gmail.com,BETA,C9\ned@gmail.com,,C9\n");
        Assert.Equal([("Acme", 1L), ("Beta", 1L), ("Gamma", 3L)], await LeadsByCompanyAsync());

        var undone = await _core.UndoAsync(job.Id);

        Assert.Equal((ImportStatus.TakenBack, 1L, 0L), (undone.Status, undone.Removed, undone.Kept));
        Assert.Equal([("Acme", 2L), ("Beta", 2L)], await LeadsByCompanyAsync());
        Assert.Equal(1, await _core.CountAsync("company_id is null"));
    }

    [SkippableTheory]
    [InlineData(true)] // another file says the id, too
    [InlineData(false)] // a lead does, together with the domain
    public async Task Undo_TheIdThatIsKnownOtherwise_LeavesLeadsWithIt(bool isOfFile)
    {
        await _core.ImportAsync("Email,Company\nann@acme.com,Acme\n");
        var job = await _core.ImportAsync(Header + "C9,Gamma,gamma.net,3\n");
        await (isOfFile ? _core.ImportAsync(Header + "C9,Gamma,gamma.net,4\n") : _core.ImportAsync("Email,Company,Account Id\nflo@gamma.net,Gamma,C9\n"));
        await _core.ImportAsync("Email,Company,Account Id\ncy@acme.com,Acme,C9\n");

        await _core.UndoAsync(job.Id);

        Assert.Equal([("Acme", 1L), ("Gamma", isOfFile ? 1L : 2L)], await LeadsByCompanyAsync());
    }

    [SkippableFact]
    public async Task Undo_OnlyImport_LeavesNoneAndAnotherImportKeepsWhatItRepeated()
    {
        const string csv = Header + "C1,Acme,acme.com,1\nC2,Beta,beta.org,2\n";
        var first = await _core.ImportAsync(csv);
        var second = await _core.ImportAsync(csv);

        await _core.UndoAsync(first.Id);
        Assert.Equal(("Acme", "1", 2L), ((await FindAsync("acme")).Company.Name, await ValueAsync("acme", "annualRevenue"), await Store.CountAsync(new CompanyQuery())));
        var undone = await _core.UndoAsync(second.Id);

        Assert.Equal((0, 0, 2, 0), (second.Created, second.Updated, second.Unchanged, second.Rejected));
        Assert.Equal((2L, 0L), (undone.Removed, undone.Kept)); // the first import made them, and is gone
        Assert.Equal(0, await Store.CountAsync(new CompanyQuery()));
        Assert.Equal((2, 0, 0, 0), (await _core.ImportAsync(csv)).Counts());
    }

    [SkippableFact]
    public async Task Import_HubSpotCompaniesThenContacts_ContactsFindTheirCompanies()
    {
        await _core.ImportAsync(await File.ReadAllBytesAsync(CsvTestData.Path("csv-import/crm/hubspot_companies.csv")));

        await _core.ImportAsync(await File.ReadAllBytesAsync(CsvTestData.Path("csv-import/crm/hubspot_contacts.csv")));

        // 679 of the 950 contacts name a domain, all in the file of 200 companies; the others have addresses at three more. Counted in the two files.
        Assert.Equal(203, await Store.CountAsync(new CompanyQuery()));
        Assert.Equal(679, await _core.CountAsync("company_id in (select id from companies where external_key is not null)"));
    }

    private static ImportMapping Map(ImportMapping mapping, string column, string field) =>
        mapping with { Columns = [.. mapping.Columns.Select(own => own.Name == column ? own with { Use = ColumnUse.Field, Field = field } : own)] };

    private async Task<CompanyDetails> FindAsync(string search) => (await Store.GetAsync((await Store.ListAsync(new CompanyQuery(search), 0, 1)).Single().Id)).Value!;

    private async Task<string> ValueAsync(string search, string key)
    {
        var details = await FindAsync(search);
        var value = details.Values.GetValueOrDefault(details.Fields.Single(field => field.Key == key).Id)?.Value;
        return value is { IsEmpty: false } some ? some.Text ?? some.Number.ToString("0", System.Globalization.CultureInfo.InvariantCulture) : "";
    }

    private Task<List<(string Name, long Leads)>> LeadsByCompanyAsync() => _core.Get<IDatabase>().ReadAsync(db => db.Sql(
        "select c.name, count(*) from companies c join leads l on l.company_id = c.id group by c.name order by c.name").ListAsync(reader => (reader.GetString(0), reader.GetInt64(1))));

    private Task<CoreFixture> StartAsync() => CoreFixture.StartAsync(_database, services => services.AddSingleton(new ImportLimits { RowsPerChunk = 10 }));

    public sealed class OnSqlite(SqliteFixture databases) : CompanyImportTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : CompanyImportTests(databases);
}
