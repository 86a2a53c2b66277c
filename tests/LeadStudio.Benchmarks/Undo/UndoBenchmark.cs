using System.Diagnostics;
using System.Globalization;
using LeadStudio.Benchmarks.Import;
using LeadStudio.Benchmarks.List;
using LeadStudio.Core.Access;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Benchmarks.Undo;

/// <summary>Takes an import of 1,000,000 rows back on SQLite, while somebody pages through the list.</summary>
/// <remarks>The variable <c>LEADSTUDIO_UNDO_LEADS</c> sets another number of rows.</remarks>
internal sealed class UndoBenchmark : IBenchmark
{
    public string Name => "undo";

    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var rows = int.TryParse(Environment.GetEnvironmentVariable("LEADSTUDIO_UNDO_LEADS"), CultureInfo.InvariantCulture, out var number) ? number : 1_000_000;
        await using var imported = await ImportedDatabase.CreateAsync(rows, cancellationToken);
        return Print(rows, await UndoAsync(imported.Services, imported.ImportId, cancellationToken));
    }

    private static async Task<Figures> UndoAsync(IServiceProvider services, long id, CancellationToken cancellationToken)
    {
        var undo = services.GetRequiredService<IImportUndo>();
        var start = Stopwatch.GetTimestamp();
        ImportedDatabase.Value(await undo.CountAsync(id, cancellationToken));
        var counted = Stopwatch.GetElapsedTime(start);
        using var done = new CancellationTokenSource();
        var pages = Task.Run(() => PageTurner.TurnAsync(services, done.Token), cancellationToken);
        var cpu = Environment.CpuUsage.TotalTime;
        start = Stopwatch.GetTimestamp();
        ImportedDatabase.Value(await undo.StartAsync(id, Actor.System, cancellationToken));
        await services.GetRequiredService<UndoRunner>().DrainAsync(cancellationToken);
        var taken = Stopwatch.GetElapsedTime(start);
        cpu = Environment.CpuUsage.TotalTime - cpu;
        await done.CancelAsync();
        var job = ImportedDatabase.Value(await services.GetRequiredService<IImports>().GetAsync(id, cancellationToken));
        var left = await services.GetRequiredService<IDatabase>().ReadAsync(
            db => db.Sql("select (select count(*) from leads) + (select count(*) from observations) + (select count(*) from lead_standings) + (select count(*) from companies)")
                .NumberAsync(cancellationToken),
            cancellationToken);
        return new(counted, taken, cpu, await pages, job.Removed, left);
    }

    private static bool Print(int rows, Figures figures)
    {
        figures.Pages.Sort();
        var slow = figures.Pages[(int)(figures.Pages.Count * 0.95)];
        Console.WriteLine($"""

            ## An import of {rows:N0} rows taken back (SQLite)

            | | figure | must reach |
            | --- | --- | --- |
            | counted beforehand what will happen | {figures.Counted.TotalSeconds:0.0} s | |
            | taken back, to the last company | {figures.Taken.TotalSeconds:0.0} s (CPU {figures.Cpu.TotalSeconds:0.0} s) | under 60 s |
            | pages of the list meanwhile, 95 % of {figures.Pages.Count} within | {slow:0} ms | 100 ms |
            | leads that vanished | {figures.Removed:N0}; rows left of leads, observations, scores and companies: {figures.Left:N0} | {rows:N0}; 0 |
            """);
        return figures.Taken.TotalSeconds < 60 && slow < 100 && figures.Removed == rows && figures.Left == 0;
    }

    private sealed record Figures(TimeSpan Counted, TimeSpan Taken, TimeSpan Cpu, List<double> Pages, long Removed, long Left);
}
