using LeadStudio.Core.Access;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Tests.Leads.Import.Csv;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Core.Tests.Leads.Import;

/// <summary>Real files, imported as suggested. Row counts: the README of the test data.</summary>
public abstract class ImportDataTests(IDatabaseFixture databases) : IAsyncLifetime
{
    // In the order of their names; counted in the files. Deals are of leads. The second Olist files write "health_beauty" for "Health Beauty", which is another choice,
    // but "pet" for "Pet", which is the same; an empty cell says nothing. Zoho's contacts are some of its leads, under ids that count contacts.
    private static readonly (string File, long Created, long Updated, long Unchanged, long Rejected)[] s_crm =
    [
        ("hubspot_companies.csv", 200, 0, 0, 0),
        ("hubspot_contacts.csv", 950, 0, 0, 0),
        ("olist_deals_bom_semicolon.csv", 589, 0, 0, 0),
        ("olist_deals_dmy_dates.csv", 0, 559, 30, 0),
        ("olist_leads_bom_semicolon_crlf.csv", 5600 - 589, 589, 0, 0),
        ("olist_leads_dmy_dates.csv", 0, 3107, 2493, 0),
        ("zoho_contacts.csv", 1265, 0, 0, 0),
        ("zoho_leads.csv", 3900 - 1265, 1265, 0, 0),
        ("zoho_users.csv", 11, 0, 0, 0),
    ];

    private CoreFixture _core = null!;

    public async Task InitializeAsync() => _core = await CoreFixture.StartAsync(databases.NewDatabase());

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [SkippableTheory]
    [InlineData("xeducation/leads_train.csv", 6468)]
    [InlineData("olist-funnel/olist_marketing_qualified_leads_train.csv", 5600)]
    [InlineData("csv-import/crm/olist_leads_bom_semicolon_crlf.csv", 5600)]
    [InlineData("csv-import/crm/olist_leads_dmy_dates.csv", 5600)]
    [InlineData("csv-import/crm/hubspot_contacts.csv", 950)]
    [InlineData("csv-import/crm/zoho_leads.csv", 3900)]
    [InlineData("csv-import/crm/zoho_contacts.csv", 1265)]
    public async Task Import_RealFileTwice_CreatesEachLeadOnceThenFindsAllUnchanged(string file, long rows)
    {
        var csv = await File.ReadAllBytesAsync(CsvTestData.Path(file));

        var first = await _core.ImportAsync(csv);
        var second = await _core.ImportAsync(csv);

        Assert.Equal((rows, 0, 0, 0), first.Counts());
        Assert.Equal((0, 0, rows, 0), second.Counts());
    }

    [SkippableTheory]
    [InlineData("olist-funnel/olist_marketing_qualified_leads_train.csv", "olist-funnel/olist_closed_deals_train.csv")]
    [InlineData("csv-import/crm/olist_leads_bom_semicolon_crlf.csv", "csv-import/crm/olist_deals_bom_semicolon.csv")]
    [InlineData("csv-import/crm/olist_leads_dmy_dates.csv", "csv-import/crm/olist_deals_dmy_dates.csv")]
    public async Task Import_OlistLeadsThenDeals_DealsCloseTheirLeads(string leads, string deals)
    {
        var csv = await File.ReadAllBytesAsync(CsvTestData.Path(deals));

        var first = await _core.ImportAsync(await File.ReadAllBytesAsync(CsvTestData.Path(leads)));
        var second = await _core.ImportAsync(csv);
        var again = await _core.ImportAsync(csv);

        Assert.Equal((5600, 0, 0, 0), first.Counts());
        Assert.Equal((0, 589, 0, 0), second.Counts());
        Assert.Equal((0, 0, 589, 0), again.Counts());
        Assert.Equal(589, await _core.CountAsync("outcome = 1 and outcome_at is not null"));
        // The first deal of the file: 2018-02-26, at 19:58 in every variant.
        Assert.Equal(1, await _core.CountAsync("external_id = '5420aad7fec3549a85876ba1c529bd84' and outcome_at >= 1519675080000000 and outcome_at < 1519675140000000"));
    }

    [SkippableFact]
    public async Task Import_XEducation_TellsWonFromLostAndTakesSelectAsMissing()
    {
        await _core.ImportAsync(await File.ReadAllBytesAsync(CsvTestData.Path("xeducation/leads_train.csv")));

        // 38.5 % of 6,468 are ones: the README of the test data; counted: 2,493.
        Assert.Equal(2493, await _core.CountAsync("outcome = 1"));
        Assert.Equal(6468 - 2493, await _core.CountAsync("outcome = 2"));
        var catalog = await _core.Get<LeadStudio.Core.Leads.Fields.IFieldCatalog>().GetAsync();
        Assert.DoesNotContain(catalog.Fields.SelectMany(catalog.OptionsOf), option => option.Label == "Select");
        Assert.Equal(LeadStudio.Core.Leads.Fields.FieldType.Number, catalog["totalTimeSpentOnWebsite"].Type);
        Assert.Equal(LeadStudio.Core.Leads.Fields.FieldType.Boolean, catalog["doNotEmail"].Type);
        Assert.Equal(LeadStudio.Core.Leads.Fields.FieldType.Choice, catalog["lastActivity"].Type);
    }

    private async Task ImportAllCrmFilesAsync()
    {
        var refused = await _core.Get<IImports>().UploadAsync(File.OpenRead(CsvTestData.Path("csv-import/crm/zoho_campaigns.csv")), "zoho_campaigns.csv", Actor.LocalUser);
        var campaigns = (await _core.Get<IImports>().AnalyzeAsync(refused.Value!.Id)).Value!;
        var start = await _core.Get<IImports>().StartAsync(refused.Value.Id, campaigns.Mapping);

        Assert.Contains("neither people nor companies", campaigns.Hint, StringComparison.Ordinal);
        Assert.IsType<MappingRefused>(start.Error);
        foreach (var (file, created, updated, unchanged, rejected) in s_crm)
        {
            var job = await _core.ImportAsync(await File.ReadAllBytesAsync(CsvTestData.Path($"csv-import/crm/{file}")));

            Assert.Equal((file, (created, updated, unchanged, rejected)), (file, job.Counts()));
        }

        Assert.Equal(950 + 5600 + 3900 + 11, await _core.CountAsync("id > 0"));
        Assert.Equal(679, await _core.CountAsync("company_id in (select id from companies where external_key like 'comp-%')"));
        Assert.Equal(589, await _core.CountAsync("outcome = 1 and external_id in (select external_id from leads where email is null)"));
    }

    [SkippableTheory]
    [InlineData("utf-16")]
    [InlineData("windows-1252")]
    public async Task Import_OtherEncodings_GiveTheSameAsUtf8(string encoding)
    {
        var path = CsvTestData.Path("csv-import/crm/hubspot_contacts.csv");
        var text = (await File.ReadAllTextAsync(path)).Replace("Francisco,Small", "Françisco,Smäll", StringComparison.Ordinal);
        var target = encoding == "utf-16" ? System.Text.Encoding.Unicode : System.Text.CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

        var job = await _core.ImportAsync([.. target.GetPreamble(), .. target.GetBytes(text)]);
        var utf8 = await _core.ImportAsync(System.Text.Encoding.UTF8.GetBytes(text));

        Assert.Equal((950, 0, 0, 0), job.Counts());
        Assert.Equal((0, 0, 950, 0), utf8.Counts());
    }

    public sealed class OnSqlite(SqliteFixture databases) : ImportDataTests(databases), IClassFixture<SqliteFixture>
    {
        /// <summary>All files of customer systems, one after the other into one database: what is known of each lead meets what comes next.</summary>
        [SkippableFact]
        public Task Import_AllCrmFilesInOrder_GiveExactCounts() => ImportAllCrmFilesAsync();
    }

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : ImportDataTests(databases);
}
