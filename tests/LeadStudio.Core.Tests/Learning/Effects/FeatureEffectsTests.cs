using LeadStudio.Core.Learning;
using LeadStudio.Core.Learning.Data;
using LeadStudio.Core.Learning.Effects;
using LeadStudio.Core.Learning.Evaluation;
using LeadStudio.Core.Learning.Trees;

namespace LeadStudio.Core.Tests.Learning.Effects;

public sealed class FeatureEffectsTests
{
    [Fact]
    public void Gain_OneFeatureDecides_HasNearlyAll()
    {
        var gains = FeatureImportance.Gain(Train(Rows()));

        Assert.Equal(1, gains.Sum(), 1e-9);
        Assert.InRange(gains[0], 0.8, 1);
    }

    [Fact]
    public void Permutation_OneFeatureDecides_IsMissedAndTheOtherIsNot()
    {
        var rows = Rows();

        var importances = FeatureImportance.Permutation(Train(rows), Rows(seed: 2), Metric.RocAuc).Value!;

        Assert.InRange(importances[0].Mean, 0.2, 0.5); // without it nothing is known: from about 0.9 to 0.5
        Assert.InRange(importances[1].Mean, -0.02, 0.02);
        Assert.InRange(importances[0].StandardError, 1e-6, 0.02);
    }

    [Fact]
    public void Permutation_LowerIsBetter_IsPositiveToo() =>
        Assert.InRange(FeatureImportance.Permutation(Train(Rows()), Rows(seed: 2), Metric.LogLoss).Value![0].Mean, 0.1, 10);

    [Fact]
    public void Permutation_OneOutcome_IsRefused() =>
        Assert.IsType<OnlyOneOutcome>(FeatureImportance.Permutation(
            Train(Rows()), new TrainingSet(new FeatureMatrix([new("a"), new("b")], [1, 2, 3, 4]), [true, true]), Metric.RocAuc).Error);

    [Fact]
    public void Of_RisingEffect_RisesOverTheValuesThatCome()
    {
        var rows = Rows();

        var points = PartialDependence.Of(Train(rows), rows.Features, feature: 0, mostPoints: 10);

        Assert.Equal(11, points.Count);
        Assert.Null(points[^1].Value);
        Assert.Equal(points.SkipLast(1).Select(point => point.Value).Order(), points.SkipLast(1).Select(point => point.Value));
        Assert.InRange(points[9].MeanProbability - points[0].MeanProbability, 0.7, 1);
    }

    [Fact]
    public void Of_FeatureThatIsNotAskedFor_IsFlatAtTheMeanPrediction()
    {
        var rows = Rows();
        var model = new TreeModel(rows.Features.Features, 0.4f, []);

        var points = PartialDependence.Of(model, rows.Features, feature: 1);

        Assert.All(points, point => Assert.Equal(LogOdds.ToProbability(0.4f), point.MeanProbability, 1e-9));
    }

    private static TreeModel Train(TrainingSet rows) =>
        Assert.IsType<TreeModel>(new TreeTrainer(new() { Trees = 40, MaxDepth = 3 }).Train(rows).Value!.Model);

    private static TrainingSet Rows(int seed = 1)
    {
        var random = new Random(seed);
        var values = Enumerable.Range(0, 4_000).Select(at => at % 2 == 0 && random.Next(20) == 0 ? float.NaN : (float)((random.NextDouble() * 8) - 4)).ToArray();
        var labels = Enumerable.Range(0, 2_000).Select(row => random.NextDouble() < LogOdds.ToProbability(float.IsNaN(values[2 * row]) ? 0 : values[2 * row])).ToArray();
        return new TrainingSet(new FeatureMatrix([new("decides"), new("noise")], values), labels);
    }
}
