using System.Diagnostics;
using System.Globalization;
using LeadStudio.Benchmarks.List;
using LeadStudio.Core.Access;
using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Scoring;
using LeadStudio.Core.Scoring.Engine;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Benchmarks.Rescore;

/// <summary>Scores 1,000,000 leads again after a publishing, while somebody pages through the list.</summary>
internal sealed class RescoreBenchmark : IBenchmark
{
    private const int Leads = 1_000_000;
    private static readonly TimeSpan s_calm = TimeSpan.FromMinutes(1);

    public string Name => "rescore";

    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        await using (await ListDatabase.OpenAsync(Leads))
        {
        }

        // In a folder of its own: a log that an earlier copy left behind would be taken for this one's.
        var folder = Directory.CreateTempSubdirectory("leadstudio-rescore-");
        var copy = Path.Combine(folder.FullName, "leads.db");
        await CopyAsync(ListDatabase.FileOf(Leads), copy, cancellationToken);
        try
        {
            await using var services = await ListDatabase.OpenAsync(Leads, copy);
            var (load, rules) = await ScoreColumnsAsync(services, cancellationToken);
            await RescoreAsync(services, cancellationToken); // the first publishing finds scores that no scorecard gave
            var (stored, pages) = await RescoreAsync(services, cancellationToken);
            var megabytes = await RestAsync(cancellationToken);
            return Print(load, rules, stored, pages, megabytes);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task CopyAsync(string file, string copy, CancellationToken cancellationToken)
    {
        SqliteConnection.ClearAllPools();
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=false"))
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "pragma wal_checkpoint(truncate)";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        File.Copy(file, copy);
    }

    private static async Task<(TimeSpan Load, TimeSpan Rules)> ScoreColumnsAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var source = await services.GetRequiredService<IFactSources>().GetAsync(cancellationToken);
        var card = DefaultScorecard.Card;
        var keys = card.Rules().SelectMany(rule => rule.Rule.Condition.Fields()).ToHashSet(StringComparer.Ordinal);
        var start = Stopwatch.GetTimestamp();
        var builder = new FactTableBuilder(source.Facts, ColumnScorer.SlotsOf(card, source.Facts), Leads);
        await services.GetRequiredService<IDatabase>().ReadAsync(
            async db =>
            {
                await FactReader.ReadAsync(db, source, keys, "1 = 1", (_, _, facts) => builder.Add(facts), cancellationToken);
                return true;
            },
            cancellationToken);
        var table = builder.Build();
        var load = Stopwatch.GetElapsedTime(start);
        var results = new ColumnScores(table.Rows, card);
        start = Stopwatch.GetTimestamp();
        new ColumnScorer(card, source.Facts, table).Score(UtcMicroseconds.From(TimeProvider.System.GetUtcNow()), 0, table.Rows, results);
        return (load, Stopwatch.GetElapsedTime(start));
    }

    private static async Task<(TimeSpan Stored, List<double> Pages)> RescoreAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var card = DefaultScorecard.Card;
        var scorecards = services.GetRequiredService<IScorecards>();
        var isOdd = (await scorecards.GetPublishedAsync(cancellationToken)).Version % 2 == 1;
        var groups = card.Groups.Select(group => group with
        {
            Rules = [.. group.Rules.Select(rule => rule.Key is "manager" or "phone" && isOdd ? rule with { Points = rule.Points + 3 } : rule)],
        });
        var published = await scorecards.PublishAsync(card with { Groups = [.. groups] }, null, Actor.System, cancellationToken);
        _ = published.Value ?? throw new InvalidOperationException(published.Error?.Message);
        using var done = new CancellationTokenSource();
        var pages = Task.Run(() => PageTurner.TurnAsync(services, done.Token), cancellationToken);
        var start = Stopwatch.GetTimestamp();
        while (await services.GetRequiredService<ScorePass>().RunAsync(cancellationToken))
        {
        }

        var stored = Stopwatch.GetElapsedTime(start);
        await done.CancelAsync();
        return (stored, await pages);
    }

    private static async Task<double> RestAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(s_calm, cancellationToken); // the figure is that of a minute later
        var line = File.ReadLines("/proc/self/status").First(text => text.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    private static bool Print(TimeSpan load, TimeSpan rules, TimeSpan stored, List<double> pages, double megabytes)
    {
        pages.Sort();
        var slow = pages[(int)(pages.Count * 0.95)];
        Console.WriteLine($"""

            ## Scoring {Leads:N0} leads again after a publishing (SQLite)

            | | figure | must reach |
            | --- | --- | --- |
            | columns of the default scorecard loaded | {load.TotalSeconds:0.0} s | |
            | its rules over these columns | {rules.TotalMilliseconds:0} ms | under 1,000 ms |
            | all scores, parts and histories stored | {stored.TotalSeconds:0.0} s | under 10 s |
            | pages of the list meanwhile, 95 % of {pages.Count} within | {slow:0} ms | 100 ms |
            | resident memory a minute later | {megabytes:0} MB | under 250 MB |
            """);
        return rules.TotalSeconds < 1 && stored.TotalSeconds < 10 && slow < 100 && megabytes < 250;
    }
}
