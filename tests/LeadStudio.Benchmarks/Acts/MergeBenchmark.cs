using LeadStudio.Benchmarks.Import;
using LeadStudio.Core.Access;
using LeadStudio.Core.Leads.Acts;
using LeadStudio.Core.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Benchmarks.Acts;

/// <summary>Merges two leads of 1,000,000 on SQLite and takes it back, again and again.</summary>
internal sealed class MergeBenchmark : IBenchmark
{
    private const int Rows = 1_000_000;
    private const int Times = 100;
    private const double MostMilliseconds = 100;

    public string Name => "merge";

    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        await using var imported = await ImportedDatabase.CreateAsync(Rows, cancellationToken);
        var acts = imported.Services.GetRequiredService<ILeadActs>();
        var runner = imported.Services.GetRequiredService<ActRunner>();
        var ids = await imported.Services.GetRequiredService<IDatabase>().ReadAsync(
            db => db.Sql($"select id from leads where id % {Rows / (2 * Times + 2)} = 1").ListAsync(reader => reader.GetInt64(0), cancellationToken), cancellationToken);
        var (merges, undos, scores) = (new Timings(), new Timings(), new Timings());

        // The first one compiles the code.
        for (var time = 0; time <= Times; time++)
        {
            var (into, gone) = (ids[2 * time], ids[(2 * time) + 1]);
            var merge = time == 0 ? new Timings() : merges;
            var undo = time == 0 ? new Timings() : undos;
            var act = await merge.MeasureAsync(async () =>
            {
                var started = ImportedDatabase.Value(await acts.MergeAsync(gone, into, Actor.System, cancellationToken));
                await runner.DrainAsync(cancellationToken);
                return started;
            });
            await scores.MeasureAsync(() => ScoreAsync(imported.Services, cancellationToken));
            await undo.MeasureAsync(async () =>
            {
                var taken = ImportedDatabase.Value(await acts.UndoAsync(act.Id, Actor.System, cancellationToken));
                await runner.DrainAsync(cancellationToken);
                return taken;
            });
            await ScoreAsync(imported.Services, cancellationToken);
            Require(ImportedDatabase.Value(await acts.GetAsync(act.Id, cancellationToken)));
        }

        Console.WriteLine($"""

            ## Two of {Rows:N0} leads merged, and that taken back, {Times} times (SQLite)

            | | figure | must reach |
            | --- | --- | --- |
            | a merge | {merges} | 95 % within {MostMilliseconds:0} ms |
            | taken back | {undos} | 95 % within {MostMilliseconds:0} ms |
            | the score that follows a merge | {scores} | |
            """);
        return merges.Within(0.95) < MostMilliseconds && undos.Within(0.95) < MostMilliseconds;
    }

    private static async Task<bool> ScoreAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await ImportedDatabase.ScoreAsync(services, cancellationToken);
        return true;
    }

    private static void Require(LeadAct act)
    {
        if (act.State != ActState.TakenBack || act.Kept > 0)
        {
            throw new InvalidOperationException($"The merge {act.Id} was not taken back: {act.State}.");
        }
    }
}
