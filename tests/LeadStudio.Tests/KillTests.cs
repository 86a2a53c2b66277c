using System.Globalization;
using System.Text;
using LeadStudio.Core.Access;
using LeadStudio.Core.Leads.Acts;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Tests;

/// <summary>Kills the running program in the middle of its work, as a loss of power would.</summary>
public sealed class KillTests(SqliteFixture databases) : IClassFixture<SqliteFixture>
{
    private const int Rows = 100_000;
    private const int Leads = 20_000;

    [Fact]
    public async Task Import_KilledTwiceInTheMiddle_EndsWithEachLeadOnceAndScored()
    {
        var database = databases.NewDatabase();
        await QueueImportAsync(database, Rows);

        var first = await KillWhenAsync(database, "select rows from imports where rows > 0");
        var second = await KillWhenAsync(database, $"select rows from imports where rows > {first}");
        await StopWhenAsync(database, "select 1 from imports where status = 'Finished' and not exists (select 1 from work_items)");

        Assert.InRange(first, 1, Rows - 1);
        Assert.InRange(second, first + 1, Rows - 1);
        Assert.Equal(Rows, await ReadAsync(database, "select created from imports"));
        Assert.Equal(0, await ReadAsync(database, "select updated + unchanged + rejected from imports"));
        Assert.Equal(Rows, await ReadAsync(database, "select count(*) from leads"));
        Assert.Equal(Rows, await ReadAsync(database, "select count(*) from observations"));
        Assert.Equal(Rows, await ReadAsync(database, "select count(*) from lead_standings"));
    }

    [Fact]
    public async Task Act_KilledInTheMiddleAndWhileItIsTakenBack_IsDoneOnceAndLeavesNothing()
    {
        var database = databases.NewDatabase();
        await QueueImportAsync(database, Leads);
        await StopWhenAsync(database, "select 1 from imports where status = 'Finished' and not exists (select 1 from work_items)");
        var act = await StartActAsync(database);

        var done = await KillWhenAsync(database, "select changed from acts where changed > 0");
        await StopWhenAsync(database, "select 1 from acts where state = 'Done'");
        Assert.InRange(done, 1, Leads - 1);
        Assert.Equal(Leads, await ReadAsync(database, "select changed from acts"));
        Assert.Equal(Leads, await ReadAsync(database, "select count(*) from observations where act_id is not null"));

        await UndoActAsync(database, act);
        var restored = await KillWhenAsync(database, "select restored from acts where restored > 0");
        await StopWhenAsync(database, "select 1 from acts where state = 'TakenBack'");
        Assert.InRange(restored, 1, Leads - 1);
        Assert.Equal(Leads, await ReadAsync(database, "select restored from acts"));
        Assert.Equal(0, await ReadAsync(database, "select count(*) from observations where act_id is not null and status = 0"));
    }

    private static async Task<long> StartActAsync(string database)
    {
        await using var core = await CoreFixture.StartAsync(database);
        var selection = new LeadSelection("all", [], new LeadQuery { Scope = LeadScope.All });
        return (await core.Get<ILeadActs>().StartAsync(selection, new ActChange(ActKind.Assign, "Ann"), Actor.LocalUser)).Value!.Id;
    }

    private static async Task UndoActAsync(string database, long act)
    {
        await using var core = await CoreFixture.StartAsync(database);
        Assert.Null((await core.Get<ILeadActs>().UndoAsync(act, Actor.LocalUser)).Error);
    }

    private static async Task QueueImportAsync(string database, int rows)
    {
        var csv = new StringBuilder("Email,First Name,Job Title,Company\n");
        for (var row = 0; row < rows; row++)
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

    private static Task<long> ReadAsync(string database, string query) => RunningProgram.ReadAsync(database, query);

    // Runs the program until a query finds something, and kills it then; gives what was found.
    private static async Task<long> KillWhenAsync(string database, string query)
    {
        await using var program = RunningProgram.Start(database);
        return await program.UntilAsync(() => ReadAsync(database, query));
    }

    private static async Task StopWhenAsync(string database, string query)
    {
        await using var program = RunningProgram.Start(database);
        await program.UntilAsync(() => ReadAsync(database, query));
        await program.StopAsync();
    }
}
