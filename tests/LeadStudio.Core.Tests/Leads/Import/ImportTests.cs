using System.Text;
using LeadStudio.Core.Access;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Leads.Import.Csv;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Core.Tests.Leads.Import;

public abstract class ImportTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private const int RowsPerChunk = 10;
    private const int LargestFile = 4 << 20;
    private readonly string _database = databases.NewDatabase();
    private CoreFixture _core = null!;

    private IImports Imports => _core.Get<IImports>();

    public async Task InitializeAsync() => _core = await StartAsync();

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [SkippableFact]
    public async Task Import_BadRows_NeverStopGoodOnes()
    {
        var job = await _core.ImportAsync(
            "Email,Employees,Created\n" +
            "ann@example.com,250,2026-01-31\n" +
            "no address,10,2026-01-31\n" +
            ",10,2026-01-31\n" +
            "bob@example.com,many,2026-01-31\n" +
            "cy@example.com,10,2026-01-31,surplus\n" +
            string.Concat(Enumerable.Range(0, 30).Select(row => $"p{row}@example.com,{row},2026-02-01\n")));

        Assert.Equal((31, 0, 0, 4), job.Counts());
        var reasons = await Imports.RejectReasonsAsync(job.Id);
        Assert.Equal(["cells", "email", "identity", "value:Employees"], reasons.Select(reason => reason.Code).Order(StringComparer.Ordinal));
        var bad = Assert.Single(reasons, reason => reason.Code == "value:Employees");
        Assert.Equal((5, "Employees: \"many\" is not a number."), (bad.Line, bad.Example));
    }

    [SkippableFact]
    public async Task Import_CellWithANul_IsReadWithoutIt()
    {
        var job = await _core.ImportAsync("Email,First name,Notes\nann@example.com,An\0n,a\0\nbob@example.com,Bob,\0\n");

        var lead = (await _core.Get<ILeadStore>().GetAsync(1)).Value!;
        Assert.Equal((2, 0, 0, 0), job.Counts());
        Assert.Equal("Ann", lead[StandardFields.FirstName].Text);
    }

    [SkippableFact]
    public async Task Import_BadValuesLeftOut_KeepsTheLead()
    {
        var csv = "Email,Employees\nbob@example.com,many\n" + string.Concat(Enumerable.Range(0, 30).Select(row => $"p{row}@example.com,{row}\n"));

        var job = await _core.ImportAsync(csv, mapping => mapping with { LeavesOutBadValues = true });

        Assert.Equal((31, 0, 0, 0), job.Counts());
    }

    [SkippableFact]
    public async Task RejectsCsvAsync_CorrectedAndImportedAgain_IsTaken()
    {
        var rows = string.Concat(Enumerable.Range(0, 30).Select(row => $"p{row}@example.com;{row};\"a;b\"\r\n"));
        var job = await _core.ImportAsync($"Email;Employees;Note\r\nann@example;250;\"says \"\"hello\"\"\nthere\"\r\nbob@example.com;many;=1+1\r\n{rows}");
        var rejects = new MemoryStream();

        var count = await Imports.RejectsCsvAsync(job.Id, rejects);

        Assert.Equal(2, count.Value);
        var text = Encoding.UTF8.GetString(rejects.ToArray());
        Assert.Equal(
            "Email;Employees;Note;reason\r\n" +
            "ann@example;250;\"says \"\"hello\"\"\nthere\";\"Line 2: \"\"ann@example\"\" is no e-mail address. Correct it, or leave it empty.\"\r\n" +
            "bob@example.com;many;=1+1;\"Line 4: Employees: \"\"many\"\" is not a number.\"\r\n",
            text);

        var unchanged = await _core.ImportAsync(text, mapping => mapping with { Columns = [.. job.ReadMapping().Columns, mapping.Columns[^1]] });
        var again = new MemoryStream();
        await Imports.RejectsCsvAsync(unchanged.Id, again);
        var corrected = await _core.ImportAsync(text.Replace("ann@example;", "ann@example.com;", StringComparison.Ordinal).Replace("many;", "12;", StringComparison.Ordinal));

        Assert.Equal((0, 0, 0, 2), unchanged.Counts());
        Assert.StartsWith("Email;Employees;Note;reason\r\nann@example;250", Encoding.UTF8.GetString(again.ToArray()), StringComparison.Ordinal);
        Assert.Equal(ColumnUse.Ignore, corrected.ReadMapping().Columns[^1].Use);
        Assert.Equal((2, 0, 0, 0), corrected.Counts());
    }

    [SkippableFact]
    public async Task Import_CrashBetweenChunks_ResumesWithoutDoublingAnything()
    {
        using var crash = new CancellationTokenSource();
        using var fourth = AfterChunk(4, crash.Cancel);
        var id = await _core.StartImportAsync(Csv(95));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _core.Get<ImportRunner>().DrainAsync(crash.Token));
        var cut = (await Imports.GetAsync(id)).Value!;

        await using var restarted = await StartAsync();
        await restarted.Get<ImportRunner>().DrainAsync(CancellationToken.None);

        // A transaction takes the chunks that are ready, six at most.
        Assert.Equal(ImportStatus.Running, cut.Status);
        Assert.InRange(cut.Rows, 40, 90);
        var job = (await restarted.Get<IImports>().GetAsync(id)).Value!;
        Assert.Equal((95, 0, 0, 0), job.Counts());
        Assert.Equal(95, await restarted.CountAsync("email is not null"));
        Assert.Equal(95, await restarted.Get<IDatabase>().ReadAsync(db => db.Sql("select count(*) from observations").NumberAsync()));
    }

    [SkippableFact]
    public async Task Import_UploadLost_FailsWithASentence()
    {
        var id = await _core.StartImportAsync(Csv(95));
        _core.Get<ImportFiles>().Delete((await Imports.GetAsync(id)).Value!.StoredName);

        await _core.Get<ImportRunner>().DrainAsync(CancellationToken.None);

        var job = (await Imports.GetAsync(id)).Value!;
        Assert.Equal(ImportStatus.Failed, job.Status);
        Assert.Contains("Upload it again", job.Error, StringComparison.Ordinal);
        Assert.IsType<ImportNotReady>((await Imports.ResumeAsync(id)).Error);
    }

    [SkippableFact]
    public async Task CancelAsync_WhileRunning_KeepsWhatIsImportedAndCanGoOn()
    {
        var cancelled = Task.CompletedTask;
        var id = await _core.StartImportAsync(Csv(500));
        using var third = AfterChunk(3, () => cancelled = Imports.CancelAsync(id));
        await _core.Get<ImportRunner>().DrainAsync(CancellationToken.None);
        await cancelled;
        var job = (await Imports.GetAsync(id)).Value!;

        await Imports.ResumeAsync(id);
        await _core.Get<ImportRunner>().DrainAsync(CancellationToken.None);

        Assert.Equal(ImportStatus.Cancelled, job.Status);
        Assert.InRange(job.Created, 30, 499);
        Assert.Equal((500, 0, 0, 0), (await Imports.GetAsync(id)).Value!.Counts());
        Assert.Equal(500, await _core.CountAsync("email is not null"));
    }

    [SkippableFact]
    public async Task Import_RowsOfOneLead_UpdateIt()
    {
        var job = await _core.ImportAsync("Email,First Name,Score X\nann@example.com,Ann,1\nANN@example.com,Ann,2\nANN@example.com,Ann,2\n");

        Assert.Equal((1, 1, 1, 0), job.Counts());
    }

    [SkippableFact]
    public async Task StartAsync_ColumnsThatClash_AreNamed()
    {
        var upload = (await Imports.UploadAsync(new MemoryStream(Csv(3)), "leads.csv", Actor.LocalUser)).Value!;
        var mapping = (await Imports.AnalyzeAsync(upload.Id)).Value!.Mapping;
        var twice = mapping with { Columns = [.. mapping.Columns.Select(column => column with { Use = ColumnUse.Field, Field = StandardFields.Email })] };
        var none = mapping with { Columns = [.. mapping.Columns.Select(column => column with { Use = ColumnUse.Ignore })] };

        Assert.Contains("both go to E-mail", (await Imports.StartAsync(upload.Id, twice)).Error!.Message, StringComparison.Ordinal);
        Assert.Contains("Choose the column with the e-mail address", (await Imports.StartAsync(upload.Id, none)).Error!.Message, StringComparison.Ordinal);
        Assert.Equal(ImportStatus.Uploaded, (await Imports.GetAsync(upload.Id)).Value!.Status);
    }

    [SkippableFact]
    public async Task UploadAsync_NoCsv_GetsASentenceThatHelps()
    {
        var result = await Imports.UploadAsync(new MemoryStream("%PDF-1.7 ..."u8.ToArray()), "leads.csv", Actor.LocalUser);

        Assert.Contains("PDF", Assert.IsType<FileIsNoCsv>(result.Error).Message, StringComparison.Ordinal);
        Assert.Empty(await Imports.ListAsync());
    }

    [SkippableFact]
    public async Task UploadAsync_PathInTheName_IsOnlyShown()
    {
        var upload = (await Imports.UploadAsync(new MemoryStream(Csv(3)), "../../etc/pass\u0007wd.csv", Actor.LocalUser)).Value!;

        Assert.Equal("passwd.csv", upload.FileName);
        Assert.DoesNotContain("passwd", upload.StoredName, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task UploadAsync_TooLarge_IsRefused() =>
        Assert.IsType<FileTooLarge>((await Imports.UploadAsync(new MemoryStream(new byte[LargestFile + 1]), "leads.csv", Actor.LocalUser)).Error);

    [SkippableTheory]
    [InlineData("'; drop table leads; --")]
    [InlineData("a\0b")]
    [InlineData("\u202Eevil\uD83D\uDE00 مرحبا")]
    public async Task Import_HostileText_IsKeptAsText(string text)
    {
        var job = await _core.ImportAsync($"Email,First Name,{text.Replace("\0", "", StringComparison.Ordinal)}\nann@example.com,{text},{text}\n");

        Assert.Equal((1, 0, 0, 0), job.Counts());
        Assert.Equal(1, await _core.CountAsync("email = 'ann@example.com' and t0 is not null"));
    }

    [SkippableFact]
    public async Task Import_HugeCells_NeverStopOtherRows()
    {
        var huge = new string('x', 500_000);

        var good = string.Concat(Enumerable.Range(10, 40).Select(row => $"p{row}@example.com,{row},A,\n"));

        var job = await _core.ImportAsync(
            $"Email,Id,Company,Note\n{good}ann@example.com,{huge},A,\nbob@example.com,2,{huge},\ncy@example.com,3,C,{huge}\n{huge}@example.com,4,D,\n");

        Assert.Equal((41, 0, 0, 3), job.Counts());
    }

    [SkippableFact]
    public async Task RemoveOldAsync_UploadNobodyStarted_IsGoneAfterADay()
    {
        var upload = (await Imports.UploadAsync(new MemoryStream(Csv(3)), "leads.csv", Actor.LocalUser)).Value!;
        var runner = _core.Get<ImportRunner>();

        await runner.RemoveOldAsync(CancellationToken.None);
        Assert.True((await Imports.GetAsync(upload.Id)).IsSuccess);
        await _core.Get<IDatabase>().WriteAsync(db => db.Sql("update imports set uploaded_at = 0").RunAsync());
        await runner.RemoveOldAsync(CancellationToken.None);

        Assert.IsType<ImportNotFound>((await Imports.GetAsync(upload.Id)).Error);
    }

    private static byte[] Csv(int rows) =>
        Encoding.UTF8.GetBytes("Email,First Name\n" + string.Concat(Enumerable.Range(0, rows).Select(row => $"p{row}@example.com,Ann\n")));

    private IDisposable AfterChunk(int number, Action action)
    {
        var chunks = 0;
        return _core.Get<IEventBus>().Subscribe<LeadsChanged>(_ =>
        {
            if (++chunks == number)
            {
                action();
            }
        });
    }

    private Task<CoreFixture> StartAsync() => CoreFixture.StartAsync(_database, services => services.AddSingleton(
        new ImportLimits { RowsPerChunk = RowsPerChunk, MaximumBytes = LargestFile, RowsAnalyzed = RowsPerChunk * 4 }));

    public sealed class OnSqlite(SqliteFixture databases) : ImportTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : ImportTests(databases);
}
