using FsCheck.Xunit;
using LeadStudio.Core.Learning.Evaluation;

namespace LeadStudio.Core.Tests.Learning.Evaluation;

public sealed class BootstrapTests
{
    private static readonly Metric[] s_metrics = [Metric.RocAuc, Metric.AveragePrecision, Metric.LogLoss, Metric.PrecisionAt(20)];

    [Property(MaxTest = 20)]
    public void Intervals_AnyNumberOfThreads_AreTheSameToTheLastBit(int seed)
    {
        var rows = Rank(SampleRows.Of(seed));
        var settings = new BootstrapSettings { Replicates = 60, Seed = seed };

        var one = Bootstrap.Intervals(rows, s_metrics, settings with { Threads = 1 });
        var four = Bootstrap.Intervals(rows, s_metrics, settings with { Threads = 4 });

        Assert.Equal(one, four);
        Assert.Equal(one[0], Bootstrap.Interval(rows, Metric.RocAuc, settings)); // the same resamples, alone or in company
        Assert.NotEqual(one, Bootstrap.Intervals(rows, s_metrics, settings with { Seed = seed ^ 1 }));
    }

    [Fact]
    public void Interval_PrecisionAtHalf_HasTheBinomialError() // a share of rows drawn from positives: sqrt(p (1 - p) / n)
    {
        var labels = Enumerable.Range(0, 2000).Select(row => row % 2 == 0).ToArray();
        var scores = labels.Select((_, row) => row % 10 < 6 ? 0.9 : 0.1).ToArray(); // 3 of 5 positives are called so
        var recall = Metric.AtThreshold("recall", 0.5, confusion => confusion.Recall);

        var interval = Bootstrap.Interval(RankedRows.Of(scores, labels).Value!, recall, new BootstrapSettings { Replicates = 4000 });

        var error = Math.Sqrt(0.6 * 0.4 / 1000);
        Assert.Equal(0.6, interval.Estimate, 1e-12);
        Assert.InRange(interval.StandardError, 0.95 * error, 1.05 * error);
        Assert.InRange(interval.Lower, 0.6 - (2.1 * error), 0.6 - (1.8 * error));
        Assert.InRange(interval.Upper, 0.6 + (1.8 * error), 0.6 + (2.1 * error));
    }

    [Fact]
    public void Interval_RocAuc_HasDeLongsError() // from the variance of each row's placement among the rows of the other label
    {
        var sample = SampleRows.Of(4, count: 1500, distinct: 200);
        var positives = sample.Scores.Where((_, row) => sample.Labels[row]).ToArray();
        var negatives = sample.Scores.Where((_, row) => !sample.Labels[row]).ToArray();
        var error = Math.Sqrt(VarianceOfPlacements(positives, negatives) + VarianceOfPlacements(negatives, positives));

        var interval = Bootstrap.Interval(RankedRows.Of(sample.Scores, sample.Labels).Value!, Metric.RocAuc, new BootstrapSettings { Replicates = 4000 });

        Assert.InRange(interval.StandardError, 0.95 * error, 1.05 * error);
        Assert.InRange(interval.Estimate, interval.Lower, interval.Upper);
    }

    [Fact]
    public void Difference_AModelWithNoise_IsSurerThanTwoIntervals()
    {
        var sample = SampleRows.Of(2, count: 1000);
        var random = new Random(2);
        var better = Rank(sample);
        var worse = Rank(sample with { Scores = [.. sample.Scores.Select(score => score + (0.1 * random.NextDouble()))] });
        var settings = new BootstrapSettings { Replicates = 500 };

        var difference = Bootstrap.Difference(better, worse, Metric.RocAuc, settings);

        Assert.Equal(Metric.RocAuc.Of(better) - Metric.RocAuc.Of(worse), difference.Estimate);
        Assert.True(difference.StandardError < 0.5 * Bootstrap.Interval(better, Metric.RocAuc, settings).StandardError);
    }

    [Fact]
    public void Difference_TheSameModelTwice_IsExactlyZero()
    {
        var sample = SampleRows.Of(3);
        var transformed = sample with { Scores = [.. sample.Scores.Select(score => score / 2)] };

        var difference = Bootstrap.Difference(Rank(sample), Rank(transformed), Metric.RocAuc, new BootstrapSettings { Replicates = 50 });

        Assert.Equal((0, 0, 0, 0), (difference.Estimate, difference.Lower, difference.Upper, difference.StandardError));
    }

    [Fact]
    public void Difference_OtherRows_AreRefused()
    {
        var sample = SampleRows.Of(3);
        var otherLabels = sample with { Labels = [.. sample.Labels.Select(label => !label)] };
        var otherWeights = sample with { Weights = [.. sample.Weights.Select(weight => 2 * weight)] };

        Assert.Throws<ArgumentException>(() => Bootstrap.Difference(Rank(sample), Rank(otherLabels), Metric.RocAuc));
        Assert.Throws<ArgumentException>(() => Bootstrap.Difference(Rank(sample), Rank(otherWeights), Metric.RocAuc));
    }

    [Fact]
    public void Interval_TwoRows_HasBothLabelsInEveryResample()
    {
        var interval = Bootstrap.Interval(RankedRows.Of([0.9, 0.1], [true, false]).Value!, Metric.RocAuc);

        Assert.Equal(new BootstrapInterval(1, 1, 1, 0, 0.95), interval);
    }

    [Fact]
    public void Interval_Cancelled_Stops() =>
        Assert.Throws<OperationCanceledException>(() =>
            Bootstrap.Interval(Rank(SampleRows.Of(1)), Metric.RocAuc, cancellationToken: new CancellationToken(canceled: true)));

    [Fact]
    public void Interval_SettingsOutsideTheirRange_AreRefused()
    {
        var rows = Rank(SampleRows.Of(1));

        Assert.Throws<ArgumentOutOfRangeException>(() => Bootstrap.Interval(rows, Metric.RocAuc, new BootstrapSettings { Replicates = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Bootstrap.Interval(rows, Metric.RocAuc, new BootstrapSettings { Confidence = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Bootstrap.Interval(rows, Metric.RocAuc, new BootstrapSettings { Threads = 0 }));
    }

    private static RankedRows Rank(SampleRows sample) => RankedRows.Of(sample.Scores, sample.Labels, sample.Weights).Value!;

    private static double VarianceOfPlacements(double[] own, double[] others)
    {
        var placements = own.Select(score => others.Average(other => (score.CompareTo(other) + 1) / 2.0)).ToArray();
        var mean = placements.Average();
        return placements.Sum(placement => (placement - mean) * (placement - mean)) / (own.Length - 1) / own.Length;
    }
}
