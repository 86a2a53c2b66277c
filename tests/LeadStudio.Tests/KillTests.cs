using System.Diagnostics;
using System.Globalization;
using System.Text;
using LeadStudio.Core.Access;
using LeadStudio.Core.Leads.Import;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;
using Microsoft.Data.Sqlite;

namespace LeadStudio.Tests;

/// <summary>Kills the running program in the middle of its work, as a loss of power would.</summary>
public sealed class KillTests(SqliteFixture databases) : IClassFixture<SqliteFixture>
{
    private const int Rows = 100_000;

    [Fact]
    public async Task Import_KilledTwiceInTheMiddle_EndsWithEachLeadOnceAndScored()
    {
        var database = databases.NewDatabase();
        await QueueImportAsync(database);

        var first = await RunUntilAsync(database, "select rows from imports where rows > 0", kill: true);
        var second = await RunUntilAsync(database, $"select rows from imports where rows > {first}", kill: true);
        await RunUntilAsync(
            database, "select 1 from imports where status = 'Finished' and not exists (select 1 from work_items)", kill: false);

        Assert.InRange(first, 1, Rows - 1);
        Assert.InRange(second, first + 1, Rows - 1);
        Assert.Equal(Rows, await ReadAsync(database, "select created from imports"));
        Assert.Equal(0, await ReadAsync(database, "select updated + unchanged + rejected from imports"));
        Assert.Equal(Rows, await ReadAsync(database, "select count(*) from leads"));
        Assert.Equal(Rows, await ReadAsync(database, "select count(*) from observations"));
        Assert.Equal(Rows, await ReadAsync(database, "select count(*) from lead_standings"));
    }

    private static async Task QueueImportAsync(string database)
    {
        var csv = new StringBuilder("Email,First Name,Job Title,Company\n");
        for (var row = 0; row < Rows; row++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"person{row}@example{row % 50}.com,Ann,CEO,Example {row % 50}\n");
        }

        await using var core = await CoreFixture.StartAsync(database);
        var imports = core.Get<IImports>();
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(csv.ToString()));
        var job = (await imports.UploadAsync(content, "people.csv", Actor.LocalUser)).Value!;
        var analysis = (await imports.AnalyzeAsync(job.Id)).Value!;
        Assert.Null((await imports.StartAsync(job.Id, analysis.Mapping)).Error);
    }

    // Starts the program and ends it, one way or the other, as soon as a query finds a row; gives what it found.
    private static async Task<long> RunUntilAsync(string database, string query, bool kill)
    {
        string[] arguments =
        [
            typeof(LeadStudioApplication).Assembly.Location, "--urls", "http://127.0.0.1:0",
            $"--LeadStudio:Database={database}", $"--LeadStudio:DataFolder={Path.GetTempPath()}",
        ];
        using var program = Process.Start(new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        program.BeginOutputReadLine();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        long found;
        while ((found = await ReadAsync(database, query)) == 0)
        {
            Assert.False(program.HasExited, "LeadStudio ended by itself");
            await Task.Delay(TimeSpan.FromMilliseconds(5), patience.Token); // between two looks
        }

        if (kill)
        {
            program.Kill();
        }
        else
        {
            using var stop = Process.Start("kill", ["-TERM", program.Id.ToString(CultureInfo.InvariantCulture)]);
            await stop.WaitForExitAsync();
        }

        await program.WaitForExitAsync();
        return found;
    }

    private static async Task<long> ReadAsync(string database, string query)
    {
        await using var connection = new SqliteConnection($"{database};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own text.
        command.CommandText = query;
#pragma warning restore CA2100
        return Convert.ToInt64(await command.ExecuteScalarAsync() ?? 0L, CultureInfo.InvariantCulture);
    }
}
