using LeadStudio.Core.Access;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;
using Microsoft.Data.Sqlite;

namespace LeadStudio.Tests.Hosting.Backups;

/// <summary>Runs the program itself: one process serves, others give the commands.</summary>
public sealed class BackupCommandsTests(SqliteFixture databases) : IClassFixture<SqliteFixture>
{
    [Fact]
    public async Task Restore_BesideARunningProgram_IsTakenInByTheSameProcess()
    {
        var database = databases.NewDatabase();
        var waiting = new SqliteConnectionStringBuilder(database).DataSource + ".restore";
        await AddAsync(database, "old@example.com");
        await using var program = RunningProgram.Start(database);
        var path = (await RunningProgram.CommandAsync(database, "backup")).Trim();
        await AddAsync(database, "new@example.com");

        Assert.Contains("restarts with it", await RunningProgram.CommandAsync(database, "restore", path), StringComparison.Ordinal);

        await program.UntilAsync(async () => !File.Exists(waiting) && await RunningProgram.ReadAsync(database, "select count(*) from leads") == 1 ? 1 : 0);
    }

    [Fact]
    public async Task Restore_OfNoBackup_EndsWithASentence()
    {
        var mistake = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningProgram.CommandAsync(databases.NewDatabase(), "restore", "nothing.db"));

        Assert.Contains("There is no backup \"nothing.db\"", mistake.Message, StringComparison.Ordinal);
    }

    private static async Task AddAsync(string database, string email)
    {
        await using var core = await CoreFixture.StartAsync(database);
        await core.Get<ILeadStore>().AddAsync(new Dictionary<string, FieldValue> { ["email"] = FieldValue.Of(email) }, Actor.LocalUser);
    }
}
