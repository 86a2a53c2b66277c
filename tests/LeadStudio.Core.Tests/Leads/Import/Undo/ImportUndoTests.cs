using LeadStudio.Core.Access;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Scoring;
using LeadStudio.Core.Tests.Leads.Import.Csv;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Core.Tests.Leads.Import.Undo;

public abstract class ImportUndoTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private readonly string _database = databases.NewDatabase();
    private CoreFixture _core = null!;

    private IImportUndo Undo => _core.Get<IImportUndo>();

    private ILeadStore Leads => _core.Get<ILeadStore>();

    public async Task InitializeAsync() => _core = await CoreFixture.StartAsync(_database);

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [SkippableFact]
    public async Task Undo_OnlyImport_LeavesNothingAndImportsAgain()
    {
        const string csv = "Email,First Name,Company\nann@a.example,Ann,A Ltd\nbob@b.example,Bob,B Ltd\n";
        var first = await _core.ImportAsync(csv);
        await _core.ScoreAsync();

        var job = await _core.UndoAsync(first.Id);

        Assert.Equal((ImportStatus.TakenBack, "Ada", 2L, 0L), (job.Status, job.UndoBy, job.Removed, job.Kept));
        Assert.Equal(["leads: 0", "observations: 0", "lead_standings: 0", "score_history: 0", "companies: 0"], await _core.RowCountsAsync());
        Assert.Equal(0, await FoundAsync(_core, "ann"));
        Assert.Equal((2, 0, 0, 0), (await _core.ImportAsync(csv)).Counts());
        await _core.ScoreAsync();
        await using var restarted = await CoreFixture.StartAsync(_database); // lists keep what they found for a second
        Assert.Equal(1, await FoundAsync(restarted, "ann"));
    }

    [SkippableFact]
    public async Task CountAsync_SomeLeadsAreKnownElsewhere_SaysWhatThenHappens()
    {
        await _core.ImportAsync("Email,City\nann@a.example,Bonn\n");
        var second = await _core.ImportAsync("Email,City\nann@a.example,Berlin\nbob@a.example,Bern\ncy@a.example,Basel\n");
        await Leads.EditAsync(await IdAsync("cy@a.example"), Value("title", "CEO"), Actor.LocalUser);

        var counts = (await Undo.CountAsync(second.Id)).Value!;
        var job = await _core.UndoAsync(second.Id);

        Assert.Equal(new UndoCounts(Removed: 1, Kept: 2), counts);
        Assert.Equal((1L, 2L, 3L), (job.Removed, job.Kept, job.UndoTotal));
        Assert.Equal("Bonn", await TextAsync("ann@a.example", "city"));
    }

    [SkippableFact]
    public async Task Undo_LeadThatAPersonChanged_KeepsWhatThePersonSaidAndItsAddress()
    {
        var job = await _core.ImportAsync("Email,First Name,City,Stage,Owner\nann@a.example,Ann,Bonn,Qualified,Bea\n");
        var id = await IdAsync("ann@a.example");
        await Leads.EditAsync(id, Value("city", "Berlin"), Actor.LocalUser);

        await _core.UndoAsync(job.Id);

        var lead = (await Leads.GetAsync(id)).Value!;
        Assert.Equal(("ann@a.example", "", "Berlin", "New", ""), (lead.Text("email"), lead.Text("firstName"), lead.Text("city"), lead.Text("stage"), lead.Text("owner")));
        Assert.Equal((1, 1, 0, 0), (await _core.ImportAsync("Email,First Name\nann@a.example,Ann\nbob@a.example,Bob\n")).Counts());
    }

    [SkippableFact]
    public async Task Undo_LeadWithFeedback_Stays()
    {
        var job = await _core.ImportAsync("Email,City\nann@a.example,Bonn\nbob@a.example,Bern\n");
        await _core.Get<IScoreFeedbacks>().AddAsync(await IdAsync("ann@a.example"), 10, 1, FeedbackDirection.TooLow, "", Actor.LocalUser);

        var undone = await _core.UndoAsync(job.Id);

        Assert.Equal((1L, 1L), (undone.Removed, undone.Kept));
        Assert.Equal("", await TextAsync("ann@a.example", "city"));
    }

    [SkippableFact]
    public async Task Undo_FileThatAnotherImportRepeated_LeavesWhatThatSaid()
    {
        const string csv = "Email,City\nann@a.example,Bonn\n";
        var first = await _core.ImportAsync(csv);
        var second = await _core.ImportAsync(csv);
        var before = (await Leads.GetAsync(await IdAsync("ann@a.example"))).Value!;

        var undone = await _core.UndoAsync(first.Id);

        Assert.Equal((0, 0, 1, 0), second.Counts());
        Assert.Equal((0L, 1L), (undone.Removed, undone.Kept));
        var lead = (await Leads.GetAsync(before.Id)).Value!;
        Assert.Equal("Bonn", lead.Text("city"));
        Assert.Equal(second.Id, lead.OriginOf(lead.Catalog["city"])!.ImportId);
        Assert.Equal(1L, (await _core.UndoAsync(second.Id)).Removed);
    }

    [SkippableFact]
    public async Task Undo_AddressTakenByAnotherLeadSince_StaysWithThatOne()
    {
        await _core.ImportAsync("Id,Email\n1,old@a.example\n");
        var second = await _core.ImportAsync("Id,Email\n1,new@a.example\n");
        await Leads.AddAsync(Value("email", "old@a.example"), Actor.LocalUser);

        await _core.UndoAsync(second.Id);

        Assert.Equal(1, await _core.CountAsync("email is null and external_id = '1'"));
        Assert.Equal(1, await _core.CountAsync("email = 'old@a.example' and external_id is null"));
    }

    [SkippableFact]
    public async Task StartAsync_RunningOrTwiceOrNotStarted_IsRefusedWithASentence()
    {
        var running = await _core.StartImportAsync("Email\nann@a.example\n"u8.ToArray());
        var uploaded = (await _core.Get<IImports>().UploadAsync(new MemoryStream("Email\nbob@a.example\n"u8.ToArray()), "b.csv", Actor.LocalUser)).Value!;

        var early = await Undo.StartAsync(running, Actor.LocalUser);
        await _core.Get<ImportRunner>().DrainAsync(CancellationToken.None);
        await _core.UndoAsync(running);
        var twice = await Undo.StartAsync(running, Actor.LocalUser);
        var none = await Undo.StartAsync(uploaded.Id, Actor.LocalUser);

        Assert.Equal("This import is running. Cancel it first, then take it back.", early.Error?.Message);
        Assert.Equal("This import was taken back already, by Ada. To have its leads again, import the file once more.", twice.Error?.Message);
        Assert.Equal("This import was not started, so there is nothing to take back.", none.Error?.Message);
        Assert.IsType<ImportNotFound>((await Undo.StartAsync(99, Actor.LocalUser)).Error);
        Assert.IsType<ImportNotReady>((await _core.Get<IImports>().ResumeAsync(running)).Error);
    }

    [SkippableFact]
    public async Task Undo_CutOffInTheMiddle_GoesOnWithoutDoingAnythingTwice()
    {
        await _core.ImportAsync(Csv(0, 6_000, "Bonn"));
        await _core.ScoreAsync();
        var before = await _core.LeadsAsync();
        var second = await _core.ImportAsync(Csv(3_000, 12_000, "Berlin"));
        await _core.ScoreAsync();
        await Undo.StartAsync(second.Id, Actor.LocalUser);
        await _core.Get<UndoRunner>().RunAsync(CancellationToken.None); // counts
        await _core.Get<UndoRunner>().RunAsync(CancellationToken.None); // the first piece
        var cut = (await _core.Get<IImports>().GetAsync(second.Id)).Value!;

        await using var restarted = await CoreFixture.StartAsync(_database);
        await restarted.Get<UndoRunner>().DrainAsync();

        Assert.Equal(ImportStatus.TakingBack, cut.Status);
        Assert.InRange(cut.Removed + cut.Kept, 1, 8_999);
        var job = (await restarted.Get<IImports>().GetAsync(second.Id)).Value!;
        Assert.Equal((ImportStatus.TakenBack, 6_000L, 3_000L), (job.Status, job.Removed, job.Kept));
        await restarted.ScoreAsync();
        Assert.Equal(before, await restarted.LeadsAsync());
    }

    [SkippableFact]
    public async Task Undo_ScoresComputedBefore_DoNotComeBackAfterwards()
    {
        var job = await _core.ImportAsync("Email\nann@a.example\n");
        var id = await IdAsync("ann@a.example");
        await _core.UndoAsync(job.Id);

        await _core.Get<IDatabase>().WriteAsync(db => _core.Get<LeadStudio.Core.Leads.Standings.IStandingWriter>().WriteAsync(
            db, [new() { LeadId = id, Score = 50, BandCode = 1, Parts = "", RuleMask = "", Version = 1, IsOpen = 1 }]));

        Assert.Contains("lead_standings: 0", await _core.RowCountsAsync());
    }

    [SkippableFact]
    public async Task Undo_ZohoLeadsOverHubSpotContacts_ListIsAsBefore()
    {
        await _core.ImportAsync(await File.ReadAllBytesAsync(CsvTestData.Path("csv-import/crm/hubspot_contacts.csv")));
        await _core.ScoreAsync();
        var (rows, leads) = (await _core.RowCountsAsync(), await _core.LeadsAsync());
        var zoho = await _core.ImportAsync(await File.ReadAllBytesAsync(CsvTestData.Path("csv-import/crm/zoho_leads.csv")));
        await _core.ScoreAsync();

        var job = await _core.UndoAsync(zoho.Id);

        await _core.ScoreAsync();
        Assert.Equal((3900, 0, 0, 0), (zoho.Created, zoho.Updated, zoho.Unchanged, zoho.Rejected));
        Assert.Equal((3900L, 0L), (job.Removed, job.Kept));
        Assert.Equal(rows, await _core.RowCountsAsync());
        Assert.Equal(leads, await _core.LeadsAsync());
    }

    [SkippableFact]
    public async Task Undo_OlistDealsOverLeads_OutcomesFallBack()
    {
        await _core.ImportAsync(await File.ReadAllBytesAsync(CsvTestData.Path("olist-funnel/olist_marketing_qualified_leads_train.csv")));
        await _core.ScoreAsync();
        var leads = await _core.LeadsAsync();
        var deals = await _core.ImportAsync(await File.ReadAllBytesAsync(CsvTestData.Path("olist-funnel/olist_closed_deals_train.csv")));
        await _core.ScoreAsync();

        var job = await _core.UndoAsync(deals.Id);

        await _core.ScoreAsync();
        Assert.Equal((0L, 589L), (job.Removed, job.Kept)); // the deals of the file: the README of the test data
        Assert.Equal(0, await _core.CountAsync("outcome is not null"));
        Assert.Equal(leads, await _core.LeadsAsync());
    }

    private static string Csv(int from, int to, string city) =>
        "Email,First Name,City,Company\n" + string.Concat(Enumerable.Range(from, to - from).Select(row => $"p{row}@c{row / 10}.example,Ann {row},{city},C {row / 10}\n"));

    private static Dictionary<string, FieldValue> Value(string key, string text) => new(StringComparer.Ordinal) { [key] = FieldValue.Of(text) };

    private Task<long> IdAsync(string email) =>
        _core.Get<IDatabase>().ReadAsync(db => db.Sql("select id from leads where email = @email", ("email", email)).NumberAsync());

    private async Task<string> TextAsync(string email, string key) => (await Leads.GetAsync(await IdAsync(email))).Value!.Text(key);

    private static async Task<long> FoundAsync(CoreFixture core, string words) => (await core.Get<ILeadList>().CountAsync(new LeadQuery { Search = words, Scope = LeadScope.All }, mayEstimate: false)).Count;

    public sealed class OnSqlite(SqliteFixture databases) : ImportUndoTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : ImportUndoTests(databases);
}
