using LeadStudio.Core.Learning;
using LeadStudio.Core.Learning.Evaluation;

namespace LeadStudio.Core.Tests.Learning.Evaluation;

public sealed class RankedRowsTests
{
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Of_AScoreThatIsNotFinite_NamesItsRow(double score)
    {
        var failure = Assert.Throws<ArgumentException>(() => RankedRows.Of([0.5, score], [true, false]));

        Assert.Contains("row 1", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Of_ABadWeight_IsRefused(double weight) =>
        Assert.Throws<ArgumentException>(() => RankedRows.Of([0.5, 0.6], [true, false], [1, weight]));

    [Fact]
    public void Of_LengthsThatDiffer_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => RankedRows.Of([0.5, 0.6], [true]));
        Assert.Throws<ArgumentException>(() => RankedRows.Of([0.5, 0.6], [true, false], [1]));
        Assert.Throws<ArgumentException>(() => RankedRows.Of([], []));
        Assert.Throws<ArgumentException>(() => RankedRows.Of([0.5, 0.6], [true, false], [0, 0]));
    }

    [Fact]
    public void Of_OneOutcome_IsAnErrorThatSaysWhatToAdd()
    {
        var result = RankedRows.Of([0.5, 0.6], [true, true]);

        Assert.Equal(new OnlyOneOutcome(Outcome: true), result.Error);
        Assert.Contains("outcome no", result.Error!.Message, StringComparison.Ordinal);
        Assert.Equal(new OnlyOneOutcome(Outcome: false), RankedRows.Of([0.5, 0.6], [true, false], [0, 1]).Error); // the other one weighs nothing
        Assert.Equal(new OnlyOneOutcome(Outcome: false), ModelEvaluation.Of([0.5], [false]).Error);
    }

    [Fact]
    public void Of_ZerosOfBothSigns_Tie() => Assert.Equal(0.5, Metric.RocAuc.Of(RankedRows.Of([0.0, -0.0], [true, false]).Value!));

    [Fact]
    public void Of_AMillionRows_EvaluatesWithFewPoints()
    {
        var random = new Random(5);
        var scores = new double[1_000_000];
        var labels = new bool[scores.Length];
        for (var row = 0; row < scores.Length; row++)
        {
            scores[row] = random.NextDouble();
            labels[row] = random.NextDouble() < scores[row];
        }

        var evaluation = ModelEvaluation.Of(scores, labels).Value!;

        Assert.Equal(5.0 / 6, evaluation.RocAuc, 0.003); // of labels with a chance that is uniform, by integration
        Assert.Equal(1.0 / 6, evaluation.BrierScore, 0.003);
        Assert.InRange(evaluation.Reliability.ExpectedError, 0, 0.005);
        Assert.InRange(evaluation.Roc.Count, 190, 200);
        Assert.Equal(new RocPoint(scores.Min(), 1, 1), evaluation.Roc[^1]);
    }
}
