using LeadStudio.Core.Learning.Evaluation;
using LeadStudio.TestSupport.Learning;

namespace LeadStudio.Core.Tests.Learning.Evaluation;

/// <summary>The metrics and curves are those of scikit-learn.</summary>
public sealed class ScikitLearnTests
{
    private const double Tolerance = 1e-9;

    private const string Script =
        """
        import numpy as np
        from sklearn import metrics as m
        from sklearn.calibration import calibration_curve
        y, p, w = np.array(data["Labels"]), np.array(data["Scores"]), np.array(data["Weights"]) if data["Weights"] else None
        called = p >= 0.5
        tn, fp, fn, tp = m.confusion_matrix(y, called, sample_weight=w).ravel()
        roc, pr = m.roc_curve(y, p, sample_weight=w, drop_intermediate=False), m.precision_recall_curve(y, p, sample_weight=w)
        rate, mean = calibration_curve(y, p, n_bins=10)
        answer = {
            "single": [
                m.roc_auc_score(y, p, sample_weight=w), m.average_precision_score(y, p, sample_weight=w), m.log_loss(y, p, sample_weight=w),
                m.brier_score_loss(y, p, sample_weight=w), m.precision_score(y, called, sample_weight=w), m.recall_score(y, called, sample_weight=w),
                m.f1_score(y, called, sample_weight=w), m.matthews_corrcoef(y, called, sample_weight=w), m.accuracy_score(y, called, sample_weight=w),
                tn / (tn + fp), tp, fp, fn, tn],
            "fpr": roc[0], "tpr": roc[1], "precision": pr[0][::-1], "recall": pr[1][::-1], "thresholds": pr[2][::-1], "rate": rate, "mean": mean,
        }
        """;

    [SkippableTheory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task Of_RowsWithTies_AgreesWithScikitLearn(int seed, bool isWeighted)
    {
        var sample = SampleRows.Of(seed);
        var weights = isWeighted ? sample.Weights : [];
        var rows = RankedRows.Of(sample.Scores, sample.Labels, weights).Value!;

        var evaluation = ModelEvaluation.Of(rows, new EvaluationSettings { CurvePoints = int.MaxValue });

        var expected = await DebianPython.RunAsync<Answer>(Script, new { sample.Scores, sample.Labels, Weights = weights });
        var confusion = evaluation.Confusion;
        AssertClose(
            expected.Single,
            [
                evaluation.RocAuc, evaluation.AveragePrecision, evaluation.LogLoss, evaluation.BrierScore, confusion.Precision, confusion.Recall, confusion.F1,
                confusion.Matthews, confusion.Accuracy, confusion.Specificity,
                confusion.TruePositives, confusion.FalsePositives, confusion.FalseNegatives, confusion.TrueNegatives,
            ]);
        AssertClose(expected.Fpr, evaluation.Roc.Select(point => point.FalsePositiveRate));
        AssertClose(expected.Tpr, evaluation.Roc.Select(point => point.TruePositiveRate));
        AssertClose(expected.Precision, evaluation.PrecisionRecall.Select(point => point.Precision));
        AssertClose(expected.Recall, evaluation.PrecisionRecall.Select(point => point.Recall));
        AssertClose(expected.Thresholds, evaluation.PrecisionRecall.Skip(1).Select(point => point.Threshold));
        if (!isWeighted) // calibration_curve knows no weights
        {
            AssertClose(expected.Rate, evaluation.Reliability.Bins.Select(bin => bin.PositiveRate));
            AssertClose(expected.Mean, evaluation.Reliability.Bins.Select(bin => bin.MeanProbability));
        }
    }

    [SkippableFact]
    public async Task Of_NoTies_HasTheBinsOfCalibrationCurvesQuantiles()
    {
        var random = new Random(3);
        var scores = Enumerable.Range(0, 500).Select(_ => random.NextDouble()).ToArray();
        var labels = scores.Select(score => random.NextDouble() < score).ToArray();

        var curve = ReliabilityCurve.Of(RankedRows.Of(scores, labels).Value!, bins: 10, ReliabilityBins.EqualFrequency);

        var expected = await DebianPython.RunAsync<double[][]>(
            "from sklearn.calibration import calibration_curve; answer = calibration_curve(data['labels'], data['scores'], n_bins=10, strategy='quantile')",
            new { scores, labels });
        AssertClose(expected[0], curve.Bins.Select(bin => bin.PositiveRate));
        AssertClose(expected[1], curve.Bins.Select(bin => bin.MeanProbability));
        Assert.All(curve.Bins, bin => Assert.Equal(50, bin.Weight));
    }

    [SkippableFact]
    public async Task LogLoss_SureMistakes_AreClippedAsByScikitLearn()
    {
        double[] probabilities = [0, 1, 1, 1e-17, 0.5];
        bool[] labels = [true, false, true, false, true];

        var loss = ProbabilityMetrics.LogLoss(probabilities, labels);

        var expected = await DebianPython.RunAsync<double>(
            "from sklearn.metrics import log_loss; answer = log_loss(data['labels'], data['probabilities'])", new { probabilities, labels });
        Assert.Equal(expected, loss, Tolerance);
    }

    private static void AssertClose(IEnumerable<double> expected, IEnumerable<double> actual)
    {
        var (first, second) = (expected.ToArray(), actual.ToArray());
        Assert.Equal(first.Length, second.Length);
        Assert.All(first.Zip(second), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
    }

    private sealed record Answer(
        double[] Single, double[] Fpr, double[] Tpr, double[] Precision, double[] Recall, double[] Thresholds, double[] Rate, double[] Mean);
}
