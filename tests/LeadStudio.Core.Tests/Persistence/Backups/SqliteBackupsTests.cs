using LeadStudio.Core.Access;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Persistence.Backups;
using LeadStudio.TestSupport;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadStudio.Core.Tests.Persistence.Backups;

public sealed class SqliteBackupsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("leadstudio-");

    private string File => Path.Combine(_folder.FullName, "leads.db");

    private string Restore => File + ".restore";

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Create_WhileOthersWrite_HoldsWhatWasCommittedBefore()
    {
        await using var core = await StartAsync();
        await AddAsync(core, "before@example.com");
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var lead = 0; !stop.IsCancellationRequested; lead++)
            {
                await AddAsync(core, $"meanwhile{lead}@example.com");
            }
        });

        var made = await core.Get<IBackups>().CreateAsync(BackupReason.ByHand);
        await stop.CancelAsync();
        await writing;

        var backup = Assert.Single(core.Get<IBackups>().List());
        Assert.Equal(made.Value, backup);
        Assert.Equal(BackupReason.ByHand, backup.Reason);
        Assert.Contains("before@example.com", Emails(Path.Combine(core.Get<IBackups>().Folder!, backup.Name)));
    }

    [Fact]
    public async Task Restore_AtTheNextStart_BringsBackTheLeadsAndSavesWhatWasThere()
    {
        await using (var core = await StartAsync())
        {
            await AddAsync(core, "old@example.com");
            var backup = (await core.Get<IBackups>().CreateAsync(BackupReason.ByHand)).Value!;
            await AddAsync(core, "new@example.com");

            Assert.Null((await core.Get<IBackups>().RestoreAsync(backup.Name)).Error);

            Assert.True(core.Get<IBackups>().IsRestorePending);
            Assert.Equal(["new@example.com", "old@example.com"], Emails(File));
        }

        await using var restarted = await StartAsync();

        Assert.False(restarted.Get<IBackups>().IsRestorePending);
        Assert.Equal(["old@example.com"], Emails(File));
        var saved = Assert.Single(restarted.Get<IBackups>().List(), backup => backup.Reason == BackupReason.BeforeRestore);
        Assert.Equal(["new@example.com", "old@example.com"], Emails(Path.Combine(restarted.Get<IBackups>().Folder!, saved.Name)));
        await AddAsync(restarted, "next@example.com");
    }

    [Fact]
    public async Task Restore_OfNoDatabase_IsRefused()
    {
        await using var core = await StartAsync();
        var text = Path.Combine(_folder.FullName, "letter.txt");
        await System.IO.File.WriteAllTextAsync(text, "Dear Sir or Madam");
        var empty = Path.Combine(_folder.FullName, "empty.db");
        await System.IO.File.WriteAllTextAsync(empty, "");

        Assert.IsType<NotRestorable>((await core.Get<IBackups>().RestoreAsync(text)).Error);
        Assert.IsType<NotRestorable>((await core.Get<IBackups>().RestoreAsync(empty)).Error);
        Assert.IsType<BackupNotFound>((await core.Get<IBackups>().RestoreAsync("nothing.db")).Error);
        Assert.False(core.Get<IBackups>().IsRestorePending);
    }

    [Fact]
    public async Task Restore_OfADamagedOrNewerCopy_IsRefusedWithTheReason()
    {
        await using var core = await StartAsync();
        for (var lead = 0; lead < 200; lead++)
        {
            await AddAsync(core, $"person{lead}@example.com");
        }

        var folder = core.Get<IBackups>().Folder!;
        var newer = (await core.Get<IBackups>().CreateAsync(BackupReason.ByHand)).Value!;
        Run(Path.Combine(folder, newer.Name), "insert into __EFMigrationsHistory values ('20991231000000_Later', '99')");
        var damaged = (await core.Get<IBackups>().CreateAsync(BackupReason.ByHand)).Value!;
        Overwrite(Path.Combine(folder, damaged.Name));

        Assert.Contains("newer version", (await core.Get<IBackups>().RestoreAsync(newer.Name)).Error!.Message, StringComparison.Ordinal);
        Assert.IsType<NotRestorable>((await core.Get<IBackups>().RestoreAsync(damaged.Name)).Error);
        Assert.False(core.Get<IBackups>().IsRestorePending);
    }

    [Fact]
    public async Task Start_WithACopyThatCannotBeRestored_PutsItAsideAndKeepsTheLeads()
    {
        await using (var core = await StartAsync())
        {
            await AddAsync(core, "old@example.com");
        }

        await System.IO.File.WriteAllTextAsync(Restore, "Dear Sir or Madam");

        await using var restarted = await StartAsync();

        Assert.False(restarted.Get<IBackups>().IsRestorePending);
        Assert.True(System.IO.File.Exists(Restore + ".refused"));
        Assert.Equal(["old@example.com"], Emails(File));
    }

    [Fact]
    public async Task Start_WithMigrationsToDo_CopiesTheDatabaseFirst()
    {
        await using (var db = new SqliteLeadStudioDbContext(new DbContextOptionsBuilder<SqliteLeadStudioDbContext>().UseSqlite($"Data Source={File}").Options))
        {
            await db.GetService<IMigrator>().MigrateAsync("Initial");
        }

        SqliteConnection.ClearAllPools();
        await using var core = await StartAsync();

        var backup = Assert.Single(core.Get<IBackups>().List());
        Assert.Equal(BackupReason.BeforeMigration, backup.Reason);
        Assert.Equal(["1"], Read(Path.Combine(core.Get<IBackups>().Folder!, backup.Name), "select count(*) from __EFMigrationsHistory"));
    }

    [Fact]
    public async Task Delete_OfABackup_RemovesItAndNothingElse()
    {
        await using var core = await StartAsync();
        var backup = (await core.Get<IBackups>().CreateAsync(BackupReason.ByHand)).Value!;

        Assert.IsType<BackupNotFound>(core.Get<IBackups>().Delete("../leads.db").Error);
        Assert.Equal(backup, core.Get<IBackups>().Delete(backup.Name).Value);

        Assert.Empty(core.Get<IBackups>().List());
        Assert.True(System.IO.File.Exists(File));
    }

    private static async Task AddAsync(CoreFixture core, string email) =>
        Assert.Null((await core.Get<ILeadStore>().AddAsync(new Dictionary<string, FieldValue> { ["email"] = FieldValue.Of(email) }, Actor.LocalUser)).Error);

    private static List<string> Emails(string file) => Read(file, "select email from leads order by email");

    private static List<string> Read(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
        {
            values.Add(reader.GetValue(0).ToString()!);
        }

        return values;
    }

    private static void Run(string file, string sql) => Read(file, sql);

    // Pages in the middle become noise; the header stays.
    private static void Overwrite(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Write);
        var noise = new byte[stream.Length / 2];
        new Random(1).NextBytes(noise);
        stream.Position = stream.Length / 4;
        stream.Write(noise);
    }

    private Task<CoreFixture> StartAsync() => CoreFixture.StartAsync($"Data Source={File}");
}
