using System.Diagnostics;
using LeadStudio.Core.Learning;
using LeadStudio.Core.Learning.Choice;
using LeadStudio.Core.Learning.Data;
using LeadStudio.Core.Learning.Encoders;
using LeadStudio.Core.Learning.Evaluation;

namespace LeadStudio.Benchmarks.Accuracy;

/// <summary>The learner that is chosen for real data, beside Debian's XGBoost and scikit-learn with their defaults: five folds, the same for all.</summary>
/// <remarks>Encoding, choice, training and calibration see only the rows of the other folds.</remarks>
internal sealed class AccuracyBenchmark : IBenchmark
{
    private const int Folds = 5;
    private const double MostCalibrationError = 0.02;
    private static readonly TimeSpan s_budget = TimeSpan.FromSeconds(60);

    public string Name => "accuracy";

    // The data is not part of the checkout, and it takes a quarter of an hour.
    public bool IsOptional => true;

    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var (isReached, aucs, losses) = (true, new List<double>(), new List<double>());
        foreach (var data in DataSet.ReadAll(DataFolder()))
        {
            var folds = Splits.Stratified(data.Labels, Folds, seed: 11).Value!;
            var peers = await AccuracyPeer.PredictAsync(data, folds, cancellationToken);
            var (own, chosen, longest) = Predict(data, folds, cancellationToken);
            Console.WriteLine($"{data.Name}: chose {string.Join(", ", chosen.CountBy(name => name).Select(pair => $"{pair.Key} ({pair.Value})"))}");
            var auc = Compare(data, own, peers, folds, Metric.RocAuc, data.BestAuc);
            var loss = Compare(data, own, peers, folds, Metric.LogLoss, data.BestLogLoss);
            isReached &= auc.IsReached & loss.IsReached
                & Aim.Check("  longest choice", $"{longest.TotalSeconds:0} s", "60 s", longest <= s_budget)
                & (data.Name != "Olist" || Aim.Check("  folds with a line", $"{chosen.Count(name => name.StartsWith("Logistic", StringComparison.Ordinal))}", $"{Folds}", chosen.TrueForAll(name => name.StartsWith("Logistic", StringComparison.Ordinal))))
                & (!data.Name.StartsWith("Bank", StringComparison.Ordinal) || IsCalibrated(own, data.Labels));
            aucs.Add(auc.Better);
            losses.Add(loss.Better);
        }

        return isReached
            & Aim.Check("better AUC, on average", $"{aucs.Average():+0.0000;-0.0000}", "above 0", aucs.Average() > 0)
            & Aim.Check("better log-loss, on average", $"{losses.Average():+0.0000;-0.0000}", "above 0", losses.Average() > 0);
    }

    private static string DataFolder()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Parent!.Parent!.Parent!.Parent!.FullName;
        var folder = Path.GetFullPath(Path.Combine(root, "..", "shared", "data"));
        return Directory.Exists(folder) ? folder : throw new DirectoryNotFoundException($"The accuracy is measured on real data that is not part of the checkout: there is no {folder}.");
    }

    private static (double[] Probabilities, List<string> Chosen, TimeSpan Longest) Predict(DataSet data, IReadOnlyList<Split> folds, CancellationToken cancellationToken)
    {
        var (probabilities, chosen, longest) = (new double[data.Labels.Length], new List<string>(), TimeSpan.Zero);
        foreach (var fold in folds)
        {
            var seen = data.Columns(fold.Training.AsSpan());
            var encoder = TableEncoder.Fit(seen).Value!;
            var start = Stopwatch.GetTimestamp();
            var choice = ModelChooser.Choose(
                new TrainingSet(encoder.Encode(seen), [.. fold.Training.Select(row => data.Labels[row])]), new ChoiceOptions { Budget = s_budget }, cancellationToken: cancellationToken).Value!;
            longest = TimeSpan.FromTicks(Math.Max(longest.Ticks, Stopwatch.GetElapsedTime(start).Ticks));
            chosen.Add(choice.Chosen.Candidate.Name);
            var margins = new float[fold.Test.Count];
            choice.Trained.Model.Margins(encoder.Encode(data.Columns(fold.Test.AsSpan())).Values, margins);
            for (var at = 0; at < margins.Length; at++)
            {
                probabilities[fold.Test[at]] = choice.Calibration.Calibrator.Calibrate(LogOdds.ToProbability(margins[at]));
            }
        }

        return (probabilities, chosen, longest);
    }

    private static (bool IsReached, double Better) Compare(
        DataSet data, double[] own, Dictionary<string, double[]> peers, IReadOnlyList<Split> folds, Metric metric, double elsewhere)
    {
        var sign = metric.IsHigherBetter ? 1 : -1;
        var figure = Mean(own, data.Labels, folds, metric);
        var theirs = peers.ToDictionary(peer => peer.Key, peer => Mean(peer.Value, data.Labels, folds, metric));
        var best = theirs.MaxBy(peer => sign * peer.Value);
        var error = Bootstrap.Interval(RankedRows.Of(own, data.Labels).Value!, metric).StandardError;
        var better = sign * (figure - best.Value);
        var isReached = Aim.Check($"  {metric.Name}", $"{figure:0.0000}", $"{best.Value:0.0000}", better >= -error);
        Console.WriteLine($"    {string.Join(", ", theirs.Select(peer => $"{peer.Key} {peer.Value:0.0000}"))}; standard error {error:0.0000}; the best elsewhere on other rows {elsewhere:0.000}");
        return (isReached, better);
    }

    // Models of different folds are not on one scale, so each fold is ranked by itself.
    private static double Mean(double[] probabilities, bool[] labels, IReadOnlyList<Split> folds, Metric metric) => folds.Average(fold => metric.Of(
        RankedRows.Of([.. fold.Test.Select(row => probabilities[row])], (bool[])[.. fold.Test.Select(row => labels[row])]).Value!));

    private static bool IsCalibrated(double[] probabilities, bool[] labels)
    {
        var error = Metric.CalibrationError().Of(RankedRows.Of(probabilities, labels).Value!);
        return Aim.Check("  calibration error", $"{error:0.0000}", $"{MostCalibrationError}", error <= MostCalibrationError);
    }
}
