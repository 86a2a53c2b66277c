using LeadStudio.Core.Tests.Leads.Import.Csv;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Core.Tests.Leads.Import;

/// <summary>Real files, imported as suggested. Row counts: the README of the test data.</summary>
public abstract class ImportDataTests(IDatabaseFixture databases) : IAsyncLifetime
{
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

    public sealed class OnSqlite(SqliteFixture databases) : ImportDataTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : ImportDataTests(databases);
}
