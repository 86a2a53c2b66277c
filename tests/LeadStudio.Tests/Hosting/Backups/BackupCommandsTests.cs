using System.Diagnostics;
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
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Restore_BesideARunningProgram_IsTakenInByTheSameProcess()
    {
        var database = databases.NewDatabase();
        await AddAsync(database, "old@example.com");
        using var program = Start(database);
        try
        {
            var path = (await RunAsync(database, "backup")).Trim();
            await AddAsync(database, "new@example.com");

            Assert.Contains("restarts with it", await RunAsync(database, "restore", path), StringComparison.Ordinal);

            await UntilAsync(() => Leads(database) == 1 && !File.Exists(Restore(database)), program);
            Assert.False(program.HasExited);
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync();
        }
    }

    [Fact]
    public async Task Restore_OfNoBackup_EndsWithASentence()
    {
        var mistake = await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(databases.NewDatabase(), "restore", "nothing.db"));

        Assert.Contains("There is no backup \"nothing.db\"", mistake.Message, StringComparison.Ordinal);
    }

    private static string Restore(string database) => new SqliteConnectionStringBuilder(database).DataSource + ".restore";

    private static string[] Settings(string database) => [$"--LeadStudio:Database={database}", $"--LeadStudio:DataFolder={Path.GetTempPath()}"];

    private static Task<string> RunAsync(string database, params string[] command) =>
        Commands.RunAsync("dotnet", [typeof(LeadStudioApplication).Assembly.Location, .. command, .. Settings(database)]);

    private static Process Start(string database)
    {
        string[] arguments = [typeof(LeadStudioApplication).Assembly.Location, "--urls", "http://127.0.0.1:0", .. Settings(database)];
        var program = Process.Start(new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        program.BeginOutputReadLine();
        return program;
    }

    private static async Task UntilAsync(Func<bool> condition, Process program)
    {
        using var patience = new CancellationTokenSource(s_patience);
        while (!condition())
        {
            Assert.False(program.HasExited, "LeadStudio ended by itself");
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token); // between two looks
        }
    }

    private static long Leads(string database)
    {
        using var connection = new SqliteConnection($"{database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from leads";
        return (long)command.ExecuteScalar()!;
    }

    private static async Task AddAsync(string database, string email)
    {
        await using var core = await CoreFixture.StartAsync(database);
        await core.Get<ILeadStore>().AddAsync(new Dictionary<string, FieldValue> { ["email"] = FieldValue.Of(email) }, Actor.LocalUser);
    }
}
