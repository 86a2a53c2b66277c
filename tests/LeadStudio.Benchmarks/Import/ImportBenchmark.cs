using System.Diagnostics;
using System.Globalization;
using LeadStudio.Core;
using LeadStudio.Core.Access;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Scoring;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Benchmarks.Import;

/// <summary>Imports 1,000,000 rows of 15 columns into SQLite, from detection to the last score, beside the <c>sqlite3</c> shell.</summary>
/// <remarks>The shell only copies cells into one table with a unique index on the e-mail address. It must be in <c>PATH</c>.</remarks>
internal sealed class ImportBenchmark : IBenchmark
{
    private const int Rows = 1_000_000;
    private const double MostTimesTheShell = 4;
    private const double MostMegabytes = 300;

    public string Name => "import";

    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("leadstudio-import-");
        try
        {
            var file = Path.Combine(folder.FullName, "leads.csv");
            LeadsFile.Write(file, Rows);
            var shell = await RunShellAsync(file, Path.Combine(folder.FullName, "shell.db"), cancellationToken);
            var figures = await ImportAsync(file, folder.FullName, cancellationToken);
            var again = await RunShellAsync(file, Path.Combine(folder.FullName, "shell2.db"), cancellationToken);
            return Print((shell + again) / 2, figures);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<TimeSpan> RunShellAsync(string file, string database, CancellationToken cancellationToken)
    {
        const string columns = "id,first_name,last_name,email,company,title,phone,country,city,industry,employees,annual_revenue,source,created_at,notes";
        var start = Stopwatch.GetTimestamp();
        using var shell = Process.Start(new ProcessStartInfo("sqlite3", [database]) { UseShellExecute = false, RedirectStandardInput = true })
            ?? throw new InvalidOperationException("sqlite3 did not start.");
        await shell.StandardInput.WriteAsync($"pragma journal_mode=wal;\ncreate table leads ({columns});\ncreate unique index email on leads (email);\n.mode csv\n.import --skip 1 {file} leads\n");
        shell.StandardInput.Close();
        await shell.WaitForExitAsync(cancellationToken);
        return Stopwatch.GetElapsedTime(start);
    }

    private static async Task<Figures> ImportAsync(string file, string folder, CancellationToken cancellationToken)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("LeadStudio:DataFolder", folder)]).Build();
        await using var services = new ServiceCollection().AddLogging().AddLeadStudioCore(settings).BuildServiceProvider();
        await services.GetRequiredService<IDatabase>().MigrateAsync(cancellationToken);
        var imports = services.GetRequiredService<IImports>();
        await using var content = File.OpenRead(file);
        var job = Value(await imports.UploadAsync(content, "leads.csv", Actor.System, cancellationToken));

        var (start, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var analysis = Value(await imports.AnalyzeAsync(job.Id, cancellationToken: cancellationToken));
        Value(await imports.StartAsync(job.Id, analysis.Mapping, cancellationToken));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var runner = services.GetRequiredService<IImportRunner>().RunAsync(stop.Token);
        var pass = services.GetRequiredService<ScorePass>();
        var queue = services.GetRequiredService<IWorkQueue>();
        var imported = TimeSpan.Zero;
        while (true)
        {
            var isBusy = await pass.RunAsync(cancellationToken);
            job = Value(await imports.GetAsync(job.Id, cancellationToken));
            if (job.Status is ImportStatus.Finished or ImportStatus.Failed)
            {
                imported = imported == TimeSpan.Zero ? Stopwatch.GetElapsedTime(start) : imported;
                if (!isBusy)
                {
                    break;
                }
            }
            else if (!isBusy)
            {
                await queue.WaitAsync(LeadQueues.Score, TimeSpan.FromSeconds(1), cancellationToken);
            }
        }

        var all = Stopwatch.GetElapsedTime(start);
        await stop.CancelAsync();
        await runner.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return new(imported, all, Environment.CpuUsage.TotalTime - cpu, job.Created, job.Rejected, PeakMegabytes());
    }

    // The greatest resident memory that this process ever had; Linux keeps it.
    private static double PeakMegabytes()
    {
        var line = File.ReadLines("/proc/self/status").First(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    private static T Value<T>(Core.Common.Result<T> result) =>
        result.IsSuccess ? result.Value : throw new InvalidOperationException(result.Error.Message);

    private static bool Print(TimeSpan shell, Figures ours)
    {
        var times = ours.Scored / shell;
        Console.WriteLine($"""

            ## Import of {Rows:N0} rows x 15 columns into SQLite

            | | figure | must reach |
            | --- | --- | --- |
            | `sqlite3` shell, `.import` into one table with a unique index | {shell.TotalSeconds:0.0} s | |
            | detection, validation, identity, observations, profiles, search | {ours.Imported.TotalSeconds:0.0} s | |
            | the same with all scores stored | {ours.Scored.TotalSeconds:0.0} s, {times:0.0} times the shell (CPU {ours.Cpu.TotalSeconds:0.0} s) | at most {MostTimesTheShell:0} times |
            | leads made | {ours.Created:N0}, {ours.Rejected:N0} rejected | {Rows:N0} |
            | greatest resident memory of the process | {ours.Megabytes:0} MB | under {MostMegabytes:0} MB |
            """);
        return times <= MostTimesTheShell && ours.Created == Rows && ours.Megabytes < MostMegabytes;
    }

    private sealed record Figures(TimeSpan Imported, TimeSpan Scored, TimeSpan Cpu, long Created, long Rejected, double Megabytes);
}
