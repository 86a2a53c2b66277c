using System.Text;
using LeadStudio.Core.Access;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Tests.Leads.Import.Undo;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Core.Tests.Leads.Import;

/// <summary>What the user decides about empty cells, rows without identity, and leads that are there already.</summary>
public abstract class ImportRulesTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private readonly string _database = databases.NewDatabase();
    private CoreFixture _core = null!;

    private ILeadStore Leads => _core.Get<ILeadStore>();

    public async Task InitializeAsync() => _core = await StartAsync();

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [SkippableFact]
    public async Task EmptyCell_OnlyWhereAsked_ClearsAndCanBeTakenBack()
    {
        await _core.ImportAsync("Email,City,Job title\nann@a.example,Bonn,CEO\n");

        var job = await _core.ImportAsync("Email,City,Job title\nann@a.example,,\nbob@a.example,,CTO\n", mapping => Clearing(mapping, "City"));

        Assert.Equal((1, 1, 0, 0), job.Counts());
        Assert.Equal(("", "CEO"), (await TextAsync("ann@a.example", "city"), await TextAsync("ann@a.example", "title")));
        await _core.UndoAsync(job.Id);
        Assert.Equal("Bonn", await TextAsync("ann@a.example", "city"));
    }

    [SkippableFact]
    public async Task EmptyCell_ValueThatAPersonLocked_Stays()
    {
        await _core.ImportAsync("Email,Owner\nann@a.example,Bea\n");
        await Leads.EditAsync(await IdAsync("ann@a.example"), Value("owner", "Cleo"), Actor.LocalUser);

        await _core.ImportAsync("Email,Owner\nann@a.example,\n", mapping => Clearing(mapping, "Owner"));

        Assert.Equal("Cleo", await TextAsync("ann@a.example", "owner"));
    }

    [SkippableFact]
    public async Task EmptyCell_BadValueLeftOut_IsNotTakenForOne()
    {
        await _core.ImportAsync("Email,Employees\nann@a.example,12\nbob@a.example,12\n");

        await _core.ImportAsync("Email,Employees\nann@a.example,many\nbob@a.example,\n", mapping => To(Clearing(mapping, "Employees"), "Employees", "employees") with { LeavesOutBadValues = true });

        Assert.Equal(("12", ""), (await TextAsync("ann@a.example", "employees"), await TextAsync("bob@a.example", "employees")));
    }

    [SkippableFact]
    public async Task EmptyCell_OutcomeThatClears_TakesItsInstantAlong()
    {
        const string header = "Email,Won,Won date\n";
        await _core.ImportAsync(header + "ann@a.example,yes,2026-01-02\nbob@a.example,yes,2026-01-03\n");

        await _core.ImportAsync(header + "ann@a.example,,\nbob@a.example,yes,2026-01-03\n", mapping => Clearing(mapping, "Won"));

        Assert.Equal(1, await _core.CountAsync("email = 'ann@a.example' and outcome is null and outcome_at is null"));
        Assert.Equal(1, await _core.CountAsync("email = 'bob@a.example' and outcome = 1 and outcome_at is not null"));
    }

    [SkippableFact]
    public async Task RowWithoutIdentity_IfTheUserSaysSo_MakesALeadEach()
    {
        const string csv = "Email,First name\nann@a.example,Ann\n,Bob\n,Bob\n,N/A\n";
        var refused = await _core.ImportAsync(csv);

        var taken = await _core.ImportAsync(csv, mapping => mapping with { TakesUnidentified = true });

        Assert.Equal((1, 0, 0, 3), refused.Counts());
        Assert.Equal((2, 0, 1, 1), taken.Counts()); // a row of which nothing is known is no lead
        Assert.Equal(2, await _core.CountAsync("t0 = 'Bob' and email is null"));
        Assert.Equal(2L, (await _core.UndoAsync(taken.Id)).Removed);
        Assert.Equal(0, await _core.CountAsync("t0 = 'Bob'"));
    }

    [SkippableFact]
    public async Task RowWithoutIdentity_CrashBetweenChunks_IsNotTakenTwice()
    {
        var csv = "Plan,First name\n" + string.Concat(Enumerable.Range(0, 95).Select(row => $"Free,Ann {row}\n"));
        using var crash = new CancellationTokenSource();
        using var first = _core.Get<IEventBus>().Subscribe<LeadsChanged>(_ => crash.Cancel());
        var id = await _core.StartImportAsync(Encoding.UTF8.GetBytes(csv), mapping => mapping with { TakesUnidentified = true });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _core.Get<ImportRunner>().DrainAsync(crash.Token));

        await using var restarted = await StartAsync();
        await restarted.Get<ImportRunner>().DrainAsync(CancellationToken.None);

        Assert.Equal((95, 0, 0, 0), (await restarted.Get<IImports>().GetAsync(id)).Value!.Counts());
        Assert.Equal(95, await restarted.CountAsync("email is null"));
    }

    [SkippableFact]
    public async Task KnownLead_FillEmpty_OnlyGetsWhatNobodySaid()
    {
        await _core.ImportAsync("Id,Email,City\n1,ann@a.example,Bonn\n");

        var job = await _core.ImportAsync(
            "Id,Email,City,Job title,Stage\n1,new@a.example,Berlin,CEO,Qualified\n1,ann@a.example,Bern,CTO,Customer\n2,new@a.example,Basel,CFO,New\n",
            mapping => To(mapping, "Id", StandardFields.ExternalId) with { KnownLeads = KnownLeads.FillEmpty });

        Assert.Equal((1, 1, 1, 0), job.Counts()); // the address that was not taken over is free for the third row
        Assert.Equal(("Bonn", "CEO", "Qualified"), (await TextAsync("ann@a.example", "city"), await TextAsync("ann@a.example", "title"), await TextAsync("ann@a.example", "stage")));
        Assert.Equal("Basel", await TextAsync("new@a.example", "city"));
        await _core.UndoAsync(job.Id);
        Assert.Equal(("Bonn", ""), (await TextAsync("ann@a.example", "city"), await TextAsync("ann@a.example", "title")));
    }

    [SkippableFact]
    public async Task KnownLead_Leave_NothingChangesAlsoWithinTheFile()
    {
        await _core.ImportAsync("Email,City\nann@a.example,Bonn\n");

        var job = await _core.ImportAsync(
            "Email,City,Job title\nann@a.example,Berlin,CEO\nbob@a.example,Bern,CTO\nbob@a.example,Basel,CFO\n",
            mapping => mapping with { KnownLeads = KnownLeads.Leave });

        Assert.Equal((1, 0, 2, 0), job.Counts());
        Assert.Equal(("Bonn", ""), (await TextAsync("ann@a.example", "city"), await TextAsync("ann@a.example", "title")));
        Assert.Equal("Bern", await TextAsync("bob@a.example", "city"));
        var undone = await _core.UndoAsync(job.Id);
        Assert.Equal((1L, 0L), (undone.Removed, undone.Kept));
    }

    [SkippableFact]
    public async Task KnownLead_LeaveAfterACrash_CountsEachRowOnce()
    {
        await _core.ImportAsync("Email,City\n" + string.Concat(Enumerable.Range(0, 40).Select(row => $"p{row}@a.example,Bonn\n")));
        var csv = "Email,City\n" + string.Concat(Enumerable.Range(0, 95).Select(row => $"p{row}@a.example,Bern\n"));
        using var crash = new CancellationTokenSource();
        using var first = _core.Get<IEventBus>().Subscribe<LeadsChanged>(_ => crash.Cancel());
        var id = await _core.StartImportAsync(Encoding.UTF8.GetBytes(csv), mapping => mapping with { KnownLeads = KnownLeads.Leave });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _core.Get<ImportRunner>().DrainAsync(crash.Token));

        await using var restarted = await StartAsync();
        await restarted.Get<ImportRunner>().DrainAsync(CancellationToken.None);

        Assert.Equal((55, 0, 40, 0), (await restarted.Get<IImports>().GetAsync(id)).Value!.Counts());
        Assert.Equal(40, await restarted.CountAsync("t6 = 'Bonn'"));
    }

    [SkippableFact]
    public async Task RowThatWasTrueEarlier_DoesNotReplaceWhatIsNewer()
    {
        await _core.ImportAsync("Email,City,Job title,Last modified\nann@a.example,Bonn,,2026-03-01\n");

        var job = await _core.ImportAsync("Email,City,Job title,Last modified\nann@a.example,Berlin,CEO,2026-02-01\n");

        Assert.Equal((0, 1, 0, 0), job.Counts());
        Assert.Equal(("Bonn", "CEO"), (await TextAsync("ann@a.example", "city"), await TextAsync("ann@a.example", "title")));
        await _core.ImportAsync("Email,City,Last modified\nann@a.example,Bern,2026-03-02\n");
        Assert.Equal("Bern", await TextAsync("ann@a.example", "city"));
    }

    private static ImportMapping Clearing(ImportMapping mapping, string column) =>
        mapping with { Columns = [.. mapping.Columns.Select(own => own.Name == column ? own with { EmptyClears = true } : own)] };

    private static ImportMapping To(ImportMapping mapping, string column, string field) =>
        mapping with { Columns = [.. mapping.Columns.Select(own => own.Name == column ? own with { Use = ColumnUse.Field, Field = field } : own)] };

    private static Dictionary<string, FieldValue> Value(string key, string text) => new(StringComparer.Ordinal) { [key] = FieldValue.Of(text) };

    private Task<long> IdAsync(string email) =>
        _core.Get<IDatabase>().ReadAsync(db => db.Sql("select id from leads where email = @email", ("email", email)).NumberAsync());

    private async Task<string> TextAsync(string email, string key) => (await Leads.GetAsync(await IdAsync(email))).Value!.Text(key);

    private Task<CoreFixture> StartAsync() => CoreFixture.StartAsync(_database, services => services.AddSingleton(new ImportLimits { RowsPerChunk = 10 }));

    public sealed class OnSqlite(SqliteFixture databases) : ImportRulesTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : ImportRulesTests(databases);
}
