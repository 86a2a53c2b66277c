using FsCheck.Xunit;
using LeadStudio.Core.Learning.Evaluation;

namespace LeadStudio.Core.Tests.Learning.Evaluation;

public sealed class MetricTests
{
    private static readonly Metric[] s_all =
    [
        Metric.RocAuc, Metric.AveragePrecision, Metric.LogLoss, Metric.BrierScore, Metric.CalibrationError(),
        Metric.CalibrationError(7, ReliabilityBins.EqualFrequency), Metric.PrecisionAt(37), Metric.LiftAt(0.13),
        Metric.AtThreshold("recall", 0.4, confusion => confusion.Recall),
    ];

    [Property(MaxTest = 50)]
    public void Of_Weights_EqualRepetition(int seed)
    {
        var weighted = SampleRows.Of(seed);
        var repeated = weighted.Repeated();

        var first = RankedRows.Of(weighted.Scores, weighted.Labels, weighted.Weights).Value!;
        var second = RankedRows.Of(repeated.Scores, repeated.Labels).Value!;

        Assert.All(s_all, metric => Assert.Equal(metric.Of(second), metric.Of(first), 1e-10));
        Assert.Equal(second.Weight, first.Weight);
    }

    [Property(MaxTest = 50)]
    public void Of_OrderOfRows_DoesNotMatter(int seed)
    {
        var sample = SampleRows.Of(seed);
        var order = Enumerable.Range(0, sample.Scores.Length).ToArray();
        new Random(seed).Shuffle(order);

        var first = RankedRows.Of(sample.Scores, sample.Labels, sample.Weights).Value!;
        var second = RankedRows.Of(
            [.. order.Select(row => sample.Scores[row])], [.. order.Select(row => sample.Labels[row])], [.. order.Select(row => sample.Weights[row])]).Value!;

        Assert.All(s_all, metric => Assert.Equal(metric.Of(first), metric.Of(second), 1e-10));
    }

    [Property(MaxTest = 50)]
    public void RocAuc_MonotoneTransform_ChangesNothingAndNegationMirrors(int seed)
    {
        var sample = SampleRows.Of(seed);
        var auc = Of(Metric.RocAuc, sample.Scores, sample.Labels);

        var transformed = Of(Metric.RocAuc, [.. sample.Scores.Select(score => Math.Exp(30 * score) - 7)], sample.Labels);
        var negated = Of(Metric.RocAuc, [.. sample.Scores.Select(score => -score)], sample.Labels);

        Assert.Equal(auc, transformed);
        Assert.Equal(1 - auc, negated, 1e-12);
    }

    [Property(MaxTest = 50)]
    public void RocAuc_Rows_IsTheShareOfPairsInOrder(int seed) // the definition, pair by pair
    {
        var sample = SampleRows.Of(seed, count: 40, distinct: 10);
        var pairs =
            from positive in Enumerable.Range(0, 40)
            where sample.Labels[positive]
            from negative in Enumerable.Range(0, 40)
            where !sample.Labels[negative]
            select (sample.Scores[positive].CompareTo(sample.Scores[negative]) + 1) / 2.0;

        Assert.Equal(pairs.Average(), Of(Metric.RocAuc, sample.Scores, sample.Labels), 1e-12);
    }

    [Fact]
    public void Name_Parameters_AreInIt() =>
        Assert.Equal(["precision at 2.5", "lift at 12.5 %"], [Metric.PrecisionAt(2.5).Name, Metric.LiftAt(0.125).Name]);

    [Fact]
    public void Of_AllScoresEqual_IsChance()
    {
        double[] scores = [0.4, 0.4, 0.4, 0.4, 0.4];
        bool[] labels = [true, false, false, true, false];

        Assert.Equal(0.5, Of(Metric.RocAuc, scores, labels));
        Assert.Equal(0.4, Of(Metric.AveragePrecision, scores, labels), 1e-12);
        Assert.Equal(0.4, Of(Metric.PrecisionAt(1), scores, labels), 1e-12); // the mean over the ways to break the tie
        Assert.Equal(1, Of(Metric.LiftAt(0.3), scores, labels), 1e-12);
        Assert.Equal(0, Of(Metric.CalibrationError(), scores, labels), 1e-12);
    }

    [Fact]
    public void PrecisionAt_ATieAtTheEnd_CountsInProportion() // (1 + 2 / 4 of one positive in four) / 3, by hand
    {
        double[] scores = [0.9, 0.5, 0.5, 0.5, 0.5, 0.1];
        bool[] labels = [true, true, false, false, false, false];

        Assert.Equal(1.5 / 3, Of(Metric.PrecisionAt(3), scores, labels), 1e-12);
        Assert.Equal(2.0 / 6, Of(Metric.PrecisionAt(1000), scores, labels), 1e-12);
        Assert.Equal(1.5 / 2 / 0.5, Of(Metric.LiftAt(0.5), scores, labels), 1e-12);
    }

    [Fact]
    public void Of_ScoresThatAreNoProbabilities_AreRefusedWhereTheyMatter()
    {
        var rows = RankedRows.Of([-3, 7, 0.2], [false, true, false]).Value!;

        Assert.Equal(1, Metric.RocAuc.Of(rows));
        Assert.Throws<ArgumentException>(() => Metric.LogLoss.Of(rows));
        Assert.Throws<ArgumentException>(() => ModelEvaluation.Of(rows));
    }

    private static double Of(Metric metric, double[] scores, bool[] labels) => metric.Of(RankedRows.Of(scores, labels).Value!);
}
