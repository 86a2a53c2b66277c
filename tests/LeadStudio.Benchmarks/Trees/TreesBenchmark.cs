using System.Diagnostics;
using LeadStudio.Core.Learning;
using LeadStudio.Core.Learning.Evaluation;
using LeadStudio.Core.Learning.Trees;

namespace LeadStudio.Benchmarks.Trees;

/// <summary>Boosted trees trained, predicting and explaining, beside Debian's XGBoost and scikit-learn in turns.</summary>
/// <remarks>The fastest of several counts, of each: what else runs on the machine, and beside it, makes figures larger only.</remarks>
internal sealed class TreesBenchmark : IBenchmark
{
    private const int Rounds = 5;
    private const int Explained = 2_000;
    private const int Threads = 2;
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(1);
    private static readonly TreeOptions s_options = new() { Trees = 300, MaxDepth = 6, Threads = Threads };

    public string Name => "trees";

    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("leadstudio-trees-");
        try
        {
            var peer = new TreePeer(folder.FullName);
            await peer.WriteRowsAsync(cancellationToken);
            var rows = TreeRows.Read(folder.FullName);
            return await CompareAsync(peer, rows, categories: false, cancellationToken)
                & await CompareAsync(peer, rows, categories: true, cancellationToken)
                & Grow(rows);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> CompareAsync(TreePeer peer, TreeRows rows, bool categories, CancellationToken cancellationToken)
    {
        var encoding = categories ? "cat" : "num";
        var training = rows.Take(categories);
        _ = new TreeTrainer(s_options with { Trees = 60 }).Train(training, cancellationToken: cancellationToken); // compiled now
        var (ours, xgboost, scikit) = (new List<double>(), new List<PeerFigures>(), new List<PeerFigures>());
        IModel? model = null;
        for (var round = 0; round < Rounds; round++)
        {
            xgboost.Add(await peer.MeasureAsync($"xgb-{encoding}", Threads, cancellationToken));
            scikit.Add(await peer.MeasureAsync($"skl-{encoding}", Threads, cancellationToken));
            var start = Stopwatch.GetTimestamp();
            model = new TreeTrainer(s_options).Train(training, cancellationToken: cancellationToken).Value!.Model;
            ours.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        var (seconds, theirs, others) = (ours.Min(), xgboost.Min(figures => figures.Train), scikit.Min(figures => figures.Train));
        var auc = AucOf(model!, rows);
        var best = Math.Max(xgboost[0].Auc, scikit[0].Auc);
        Console.WriteLine($"{encoding}: trained in {seconds:0.00} s, XGBoost {theirs:0.00} s, scikit-learn {others:0.00} s; AUC {auc:0.00000}, {xgboost[0].Auc:0.00000}, {scikit[0].Auc:0.00000}");
        return (categories
                ? Aim.Check("train, part of scikit-learn", $"{seconds / others:0.00}", "1.00", seconds < others)
                : Aim.Check("train, part of XGBoost", $"{seconds / theirs:0.00}", "0.73", seconds <= 0.73 * theirs))
            & Aim.Check("AUC below the best by", $"{best - auc:0.00000}", "0.001", best - auc <= 0.001)
            & Answer((TreeModel)model!, rows, 50_000 / xgboost.Min(figures => figures.PredictCpu), Explained / xgboost.Min(figures => figures.ExplainCpu));
    }

    private static bool Answer(TreeModel model, TreeRows rows, double peerPredicts, double peerExplains)
    {
        var kept = rows.Kept;
        var margins = new float[rows.KeptLabels.Length];
        var few = kept[..(Explained * TreeRows.Width)];
        var contributions = new double[few.Length];
        var one = new double[TreeRows.Width];
        var predicts = margins.Length / Cpu(() => model.Margins(kept.Span, margins)).TotalSeconds;
        var single = Cpu(() => EachRow(few, row => model.Margin(row.Span))) / Explained;
        var allocated = CpuClock.Measure(() => model.Margin(few.Span[..TreeRows.Width])).AllocatedBytes;
        var explains = Explained / Cpu(() => model.ExplainAll(few.Span, contributions)).TotalSeconds;
        var explain = Cpu(() => EachRow(few, row => model.Explain(row.Span, one))) / Explained;
        model.ExplainAll(few.Span, contributions);
        model.Margins(kept.Span, margins);
        var off = Enumerable.Range(0, Explained).Max(row => Math.Abs(model.ExpectedMargin + contributions.AsSpan(row * TreeRows.Width, TreeRows.Width).ToArray().Sum() - margins[row]));
        return Aim.Check("predict, times XGBoost", $"{predicts / peerPredicts:0.0}", "1.3", predicts >= 1.3 * peerPredicts)
            & Aim.Check("predict one row", $"{single.TotalMicroseconds:0.0} us", "5.0 us", single.TotalMicroseconds <= 5)
            & Aim.Check("  allocates", $"{allocated} B", "0 B", allocated == 0)
            & Aim.Check("explain, times XGBoost", $"{explains / peerExplains:0.0}", "8.0", explains >= 8 * peerExplains)
            & Aim.Check("explain one row", $"{explain.TotalMilliseconds:0.00} ms", "1.00 ms", explain.TotalMilliseconds <= 1)
            & Aim.Check("contributions off by", $"{off:0.0E+0}", "1E-5", off <= 1e-5);
    }

    // The rows ten times over: training time may grow by a fifth more than the rows do.
    private static bool Grow(TreeRows rows)
    {
        var once = Stopwatch.StartNew();
        _ = new TreeTrainer(s_options).Train(rows.Take(categories: false));
        once.Stop();
        var many = rows.Take(categories: false, times: 10);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = new Peak(before);
        var often = Stopwatch.StartNew();
        _ = new TreeTrainer(s_options).Train(many, progress: most);
        often.Stop();
        var allowed = (1.5 * many.Features.Values.Length / 1e6) + 200;
        return Aim.Check("2,000,000 rows, times", $"{often.Elapsed / once.Elapsed:0.0}", "12.0", often.Elapsed <= 12 * once.Elapsed)
            & Aim.Check("  memory", $"{most.Bytes / 1e6:0} MB", $"{allowed:0} MB", most.Bytes / 1e6 <= allowed);
    }

    private static TimeSpan Cpu(Action work)
    {
        for (var warm = Stopwatch.StartNew(); warm.Elapsed < s_warmUp;)
        {
            work(); // the runtime compiles once more what is called often
        }

        return TimeSpan.FromSeconds(Enumerable.Range(0, Rounds).Min(_ => CpuClock.Measure(work).Cpu.TotalSeconds));
    }

    private static void EachRow(ReadOnlyMemory<float> rows, Action<ReadOnlyMemory<float>> work)
    {
        for (var at = 0; at < rows.Length; at += TreeRows.Width)
        {
            work(rows.Slice(at, TreeRows.Width));
        }
    }

    private static double AucOf(IModel model, TreeRows rows)
    {
        var margins = new float[rows.KeptLabels.Length];
        model.Margins(rows.Kept.Span, margins);
        return Metric.RocAuc.Of(RankedRows.Of(Array.ConvertAll(margins, margin => (double)margin), rows.KeptLabels).Value!);
    }

    private sealed class Peak(long before) : IProgress<TrainingProgress>
    {
        public long Bytes { get; private set; }

        public void Report(TrainingProgress value) => Bytes = Math.Max(Bytes, GC.GetTotalMemory(forceFullCollection: false) - before);
    }
}
