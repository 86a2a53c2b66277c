using FsCheck.Xunit;
using LeadStudio.Core.Learning.Evaluation;

namespace LeadStudio.Core.Tests.Learning.Evaluation;

public sealed class CurvesTests
{
    [Fact]
    public void Gains_SixRows_ShowWhatEachScoreBrings() // counted by hand
    {
        var rows = RankedRows.Of([0.9, 0.8, 0.8, 0.3, 0.2, 0.1], [true, true, false, false, true, false]).Value!;

        var gains = Curves.Gains(rows);

        Assert.Equal([0, 1, 3, 4, 5, 6], gains.Select(point => Math.Round(point.Share * 6, 9)));
        Assert.Equal([0, 1, 2, 2, 3, 3], gains.Select(point => Math.Round(point.Found * 3, 9)));
        Assert.Equal([2, 2, 4.0 / 3, 1, 1.2, 1], gains.Select(point => point.Lift), (expected, actual) => Math.Abs(expected - actual) < 1e-12);
        Assert.True(gains[0].Threshold > 0.9);
    }

    [Property(MaxTest = 50)]
    public void Roc_TheAreaUnderIt_IsTheMetric(int seed)
    {
        var sample = SampleRows.Of(seed);
        var rows = RankedRows.Of(sample.Scores, sample.Labels, sample.Weights).Value!;

        var points = Curves.Roc(rows);

        var area = points.Zip(points.Skip(1), (a, b) => (b.FalsePositiveRate - a.FalsePositiveRate) * (a.TruePositiveRate + b.TruePositiveRate) / 2).Sum();
        Assert.Equal(Metric.RocAuc.Of(rows), area, 1e-12);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(61)]
    [InlineData(62)]
    public void PrecisionRecall_FewerPointsThanScores_KeepsBothEnds(int maximum)
    {
        var sample = SampleRows.Of(1);
        var rows = RankedRows.Of(sample.Scores, sample.Labels).Value!;
        var all = Curves.PrecisionRecall(rows);

        var points = Curves.PrecisionRecall(rows, maximum);

        Assert.InRange(points.Count, 2, maximum);
        Assert.Equal((all[0], all[^1]), (points[0], points[^1]));
        Assert.Subset(all.ToHashSet(), points.ToHashSet());
    }

    [Fact]
    public void Roc_OnePoint_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Curves.Roc(RankedRows.Of([0.1, 0.2], [true, false]).Value!, 1));
}
