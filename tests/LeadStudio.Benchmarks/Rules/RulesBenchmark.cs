using System.Diagnostics;
using System.Text.Json;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Scoring.Engine;
using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Benchmarks.Rules;

/// <summary>Scores 100,000 leads by 20 rules: one at a time and in columns, beside npm's json-logic-engine.</summary>
internal sealed class RulesBenchmark : IBenchmark
{
    private const int Leads = 100_000;
    private const long AsOf = BenchmarkLeads.AsOfSeconds * 1_000_000;
    private const int Rounds = 7;

    // Known from other implementations of the same rules; hash = hash * 31 + points over the leads in order.
    private static readonly Checksum s_expected = new(1_339_638, -1_934_360_454);

    public string Name => "rules";

    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var card = BenchmarkCard.Make();
        var compiled = CompiledScorecard.Compile(card, BenchmarkLeads.Catalog);
        var score = new LeadScore(compiled);
        LeadFacts[] facts = [];
        FactTable? table = null;
        var make = Best(() => facts = new LeadFacts[BenchmarkLeads.Make(Leads).Count()]);
        var load = Best(() => facts = [.. BenchmarkLeads.Make(Leads).Select(BenchmarkLeads.ToFacts)]) - make;
        var encode = Best(() => table = Encode(facts));
        var results = new ColumnScores(Leads, card);
        var scorer = new ColumnScorer(card, BenchmarkLeads.Catalog, table!);
        void ScoreColumns() => new ColumnScorer(card, BenchmarkLeads.Catalog, table!).Score(AsOf, 0, Leads, results);

        using var npm = new Npm();
        await npm.InstallAsync(cancellationToken);
        await BenchmarkLeads.WriteAsync(Path.Combine(npm.Folder, "leads.jsonl"), BenchmarkLeads.Make(Leads), cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(npm.Folder, "rules.json"), BenchmarkCard.ToPeerJson(), cancellationToken);
        using var peer = npm.Start("node", "rules.mjs", "rules.json", "leads.jsonl");

        // Two rounds warm everything up; then the three take turns, so that the machine's moods strike all alike.
        var (one, columns, other, allocatedOne, allocatedColumns) = (new List<double>(), new List<double>(), new List<double>(), 0L, 0L);
        for (var round = -2; round < Rounds; round++)
        {
            var (oneAtATime, columnar) = (MeasurePasses(10, () => s_expected.Require(ScoreEach(compiled, facts, score), "one at a time")), MeasurePasses(50, ScoreColumns));
            s_expected.Require(ChecksumOf(compiled, results), "columns");
            var peerRate = await RunPeerAsync(peer, cancellationToken);
            if (round >= 0)
            {
                one.Add(10 * Leads / oneAtATime.Cpu.TotalSeconds);
                columns.Add(50 * Leads / columnar.Cpu.TotalSeconds);
                other.Add(peerRate);
                allocatedOne = oneAtATime.AllocatedBytes / 10;
                allocatedColumns = CpuClock.Measure(() => scorer.Score(AsOf, 0, Leads, results)).AllocatedBytes;
            }
        }

        peer.StandardInput.Close();
        await peer.WaitForExitAsync(cancellationToken);
        var compile = MeasureCompile(card, facts[0]);
        return Report.Print(
            new Report.Figures(CpuClock.Median(one), CpuClock.Median(columns), CpuClock.Median(other)),
            new Report.Costs(allocatedOne / (double)Leads, allocatedColumns / (double)Leads, compile, load, encode));
    }

    private static Checksum ScoreEach(CompiledScorecard compiled, LeadFacts[] facts, LeadScore score)
    {
        var checksum = default(Checksum);
        foreach (var lead in facts)
        {
            compiled.Score(lead, AsOf, score);
            checksum = checksum.Add(score.RawPoints);
        }

        return checksum;
    }

    private static Checksum ChecksumOf(CompiledScorecard compiled, ColumnScores results)
    {
        var checksum = default(Checksum);
        for (var row = 0; row < results.Rows; row++)
        {
            var score = compiled.Score(results.Mask(row));
            checksum = score.Score == results.Scores[row] ? checksum.Add(score.RawPoints) : throw new InvalidOperationException($"Row {row} has a wrong score.");
        }

        return checksum;
    }

    private static FactTable Encode(LeadFacts[] facts)
    {
        var builder = new FactTableBuilder(BenchmarkLeads.Catalog, capacity: facts.Length);
        foreach (var lead in facts)
        {
            builder.Add(lead);
        }

        return builder.Build();
    }

    private static Measurement MeasurePasses(int passes, Action pass) => CpuClock.Measure(() =>
    {
        for (var index = 0; index < passes; index++)
        {
            pass();
        }
    });

    private static TimeSpan Best(Action work) => Enumerable.Range(0, 5).Select(_ => CpuClock.Measure(work).Cpu).Min();

    // Compiling is complete only when the first lead was scored, because the delegate becomes machine code then.
    private static TimeSpan MeasureCompile(Scorecard card, LeadFacts lead)
    {
        var rounds = Enumerable.Range(0, 5).Select(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            CompiledScorecard.Compile(card, BenchmarkLeads.Catalog).Score(lead, AsOf);
            return Stopwatch.GetElapsedTime(start);
        });
        return rounds.Order().ElementAt(2);
    }

    private static async Task<double> RunPeerAsync(Process peer, CancellationToken cancellationToken)
    {
        await peer.StandardInput.WriteLineAsync("run");
        await peer.StandardInput.FlushAsync(cancellationToken);
        var line = await peer.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("The peer ended early.");
        var answer = JsonSerializer.Deserialize<PeerAnswer>(line, JsonSerializerOptions.Web) ?? throw new InvalidOperationException(line);
        s_expected.Require(new Checksum(answer.Sum, answer.Hash), "the peer");
        return answer.Leads / answer.CpuSeconds;
    }

    private sealed record PeerAnswer(int Leads, double CpuSeconds, long Sum, int Hash);
}
