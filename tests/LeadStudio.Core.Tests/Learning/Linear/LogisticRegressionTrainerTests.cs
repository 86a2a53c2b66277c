using System.Collections.Immutable;
using LeadStudio.Core.Common;
using LeadStudio.Core.Learning;
using LeadStudio.Core.Learning.Data;
using LeadStudio.Core.Learning.Linear;
using LeadStudio.Core.Learning.Linear.Solving;

namespace LeadStudio.Core.Tests.Learning.Linear;

public sealed class LogisticRegressionTrainerTests
{
    [Fact]
    public void Train_OneOutcomeOrOneRowOrConstantColumns_IsRefused()
    {
        Assert.Contains("outcome no", Refusal([1, 2, 3], [true, true, true]), StringComparison.Ordinal);
        Assert.Contains("two rows", Refusal([1], [true]), StringComparison.Ordinal);
        Assert.Contains("Add columns", Refusal([5, 5], [true, false]), StringComparison.Ordinal);
        Assert.Contains("Add columns", Refusal([float.NaN, float.NaN], [true, false]), StringComparison.Ordinal);
        Assert.Contains("Add columns", Refusal([3, 3], [true, false], FeatureKind.Category), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Penalty.Squares, 1e6)]
    [InlineData(Penalty.Sizes, 100)]
    public void Train_OutcomesThatANumberSeparates_StaysFinite(Penalty penalty, double strength)
    {
        var training = Column([.. Enumerable.Range(0, 100).Select(row => (float)row)], [.. Enumerable.Range(0, 100).Select(row => row >= 50)]);

        var model = LinearData.Train(training, new LogisticRegressionOptions { Penalty = penalty, Strength = strength });

        Assert.All(model.Terms, term => Assert.True(double.IsFinite(term.Weight)));
        Assert.True(model.Margin([49]) < 0 && model.Margin([50]) > 0);
        Assert.True(float.IsFinite(model.Margin([float.MaxValue])));
    }

    [Theory]
    [InlineData(Penalty.Squares)]
    [InlineData(Penalty.Sizes)]
    public void Train_TooFewPasses_Warns(Penalty penalty)
    {
        var result = new LogisticRegressionTrainer(new LogisticRegressionOptions { Penalty = penalty, MostPasses = 1 }).Train(LinearData.Draw(1));

        Assert.Contains("did not converge in 1 passes", Assert.Single(result.Value!.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Train_SkewedAndBentAndMissing_GetsTermsForEach()
    {
        var terms = LinearData.Train(LinearData.Draw(2, rows: 2000)).Terms;

        Assert.Equal(
            [TermKind.Line, TermKind.Logarithm, TermKind.Above, TermKind.Above, TermKind.Above, TermKind.Missing],
            terms.Where(term => term.Feature == "visits").OrderBy(term => term.Kind == TermKind.Missing).Select(term => term.Kind));
        Assert.Equal([TermKind.Line, TermKind.Above, TermKind.Above, TermKind.Above], terms.Where(term => term.Feature == "age").Select(term => term.Kind));
        Assert.Equal([20 + 12.5, 45, 70 - 12.5], terms.Where(term => term is { Feature: "age", Kind: TermKind.Above }).Select(term => term.At), (quartile, knot) => Math.Abs(quartile - knot) < 3);
        Assert.DoesNotContain(terms, term => term.Feature == "constant");
    }

    [Fact]
    public void Margin_RareUnknownAndMissingCategories_AreAsTheOthers()
    {
        float[] sources = [.. Enumerable.Repeat(0f, 50), .. Enumerable.Repeat(1f, 50), .. Enumerable.Repeat(2f, 9)];
        bool[] labels = [.. sources.Select((source, row) => source == 1 || (source == 2 && row % 2 == 0))];
        var model = LinearData.Train(Column(sources, labels, FeatureKind.Category));

        Assert.Equal([TermKind.Category, TermKind.Category, TermKind.Other], model.Terms.Select(term => term.Kind));
        Assert.All((float[])[7, float.NaN, -1, 254], source => Assert.Equal(model.Margin([2]), model.Margin([source])));
        Assert.True(model.Margin([0]) < model.Margin([2]) && model.Margin([2]) < model.Margin([1]));
    }

    [Fact]
    public void Margin_AMissingNumberWhereTrainingHadNone_IsAsTheMean()
    {
        var model = LinearData.Train(Column([1, 2, 3, 4], [true, false, true, false]));

        Assert.Equal((float)model.BaseMargin, model.Margin([float.NaN]));
    }

    [Fact]
    public void Train_PositiveWeight_CountsAsWeightsOfTheRows()
    {
        var training = LinearData.Draw(3);
        var weights = Array.ConvertAll(training.Labels.ToArray(), label => label ? 3f : 1f);
        var plain = new LogisticRegressionOptions { Bends = 0, LogarithmOfSkewed = false };
        float[] row = [40, 1, 2, 7];

        var model = LinearData.Train(training, plain with { PositiveWeight = 3 });

        var odds = model.ExactMargin(row) - LinearData.Train(training, plain).ExactMargin(row);
        Assert.InRange(odds, Math.Log(3) - 0.2, Math.Log(3) + 0.2);
        Assert.Equal(model.ExactMargin(row), LinearData.Train(new TrainingSet(training.Features, training.Labels.ToArray(), weights), plain).ExactMargin(row), tolerance: 0.05);
    }

    [Fact]
    public void Train_MoreWeightsThanAreFactored_FindsThePlaceWhereTheSlopesVanish()
    {
        var random = new Random(4);
        ImmutableArray<Feature> features = [.. Enumerable.Range(0, 6).Select(feature => new Feature($"{feature}", FeatureKind.Category))];
        var values = Enumerable.Range(0, 2500 * 6).Select(_ => (float)random.Next(200)).ToArray();
        bool[] labels = [.. Enumerable.Range(0, 2500).Select(row => values[row * 6] + random.Next(200) > 200)];
        var training = new TrainingSet(new FeatureMatrix(features, values), labels);

        var model = LinearData.Train(training, new LogisticRegressionOptions { MinimumCount = 1 });

        Assert.True(model.Terms.Length > NewtonSolver.MostFactored, $"{model.Terms.Length}");
        foreach (var term in model.Terms.Where(term => term.Feature == "0")) // a weight is the sum of what its rows miss
        {
            var missed = Enumerable.Range(0, 2500).Where(row => values[row * 6] == term.At)
                .Sum(row => (labels[row] ? 1 : 0) - LogOdds.ToProbability(model.ExactMargin(training.Features.Row(row))));
            Assert.Equal(missed, term.Weight, tolerance: 1e-7);
        }

        var refused = new LogisticRegressionTrainer(new LogisticRegressionOptions { MinimumCount = 1, Penalty = Penalty.Sizes }).Train(Double(training));
        Assert.Contains("Raise the minimum count", Assert.IsType<TrainingRefused>(refused.Error).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_WithValidation_ReportsItsLossAtEachPass()
    {
        var steps = new Steps();
        var training = LinearData.Draw(5);

        var result = new LogisticRegressionTrainer().Train(training, training, steps);

        Assert.Equal(Enumerable.Range(1, steps.All.Count), steps.All.Select(step => step.Step));
        Assert.True(steps.All[^1].ValidationLogLoss < steps.All[0].ValidationLogLoss);
        Assert.True(result.IsSuccess);
    }

    [Fact]
    public void Train_SizesOfTermsThatGoTogether_NeedsFewPasses() // a line and its bends took coordinate descent alone dozens
    {
        var steps = new Steps();

        var result = new LogisticRegressionTrainer(new LogisticRegressionOptions { Penalty = Penalty.Sizes, Bends = 7 }).Train(LinearData.Draw(8, rows: 3000), progress: steps);

        Assert.Empty(result.Value!.Warnings);
        Assert.InRange(steps.All.Count, 3, 15);
    }

    [Fact]
    public void Train_Cancelled_Stops() =>
        Assert.ThrowsAny<OperationCanceledException>(() => new LogisticRegressionTrainer().Train(LinearData.Draw(6), cancellationToken: new CancellationToken(canceled: true)));

    [Fact]
    public void Options_OutsideTheirRanges_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>("Strength", () => new LogisticRegressionOptions { Strength = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("Strength", () => new LogisticRegressionOptions { Strength = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>("Bends", () => new LogisticRegressionOptions { Bends = 21 });
        Assert.Throws<ArgumentOutOfRangeException>("MostPasses", () => new LogisticRegressionOptions { MostPasses = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("MinimumCount", () => new LogisticRegressionOptions { MinimumCount = 0 });
    }

    private static string Refusal(float[] values, bool[] labels, FeatureKind kind = FeatureKind.Number) =>
        Assert.IsType<InvalidError>(new LogisticRegressionTrainer().Train(Column(values, labels, kind)).Error, exactMatch: false).Message;

    private static TrainingSet Column(float[] values, bool[] labels, FeatureKind kind = FeatureKind.Number) =>
        new(new FeatureMatrix([new Feature("column", kind)], values), labels);

    /// <summary>Puts the columns side by side twice.</summary>
    private static TrainingSet Double(TrainingSet training)
    {
        var values = Enumerable.Range(0, training.Features.RowCount).SelectMany(row => (float[])[.. training.Features.Row(row), .. training.Features.Row(row)]).ToArray();
        return new TrainingSet(
            new FeatureMatrix([.. training.Features.Features, .. training.Features.Features.Select(feature => feature with { Name = $"again {feature.Name}" })], values),
            training.Labels.ToArray());
    }

    private sealed class Steps : IProgress<TrainingProgress>
    {
        public List<TrainingProgress> All { get; } = [];

        public void Report(TrainingProgress value) => All.Add(value);
    }
}
