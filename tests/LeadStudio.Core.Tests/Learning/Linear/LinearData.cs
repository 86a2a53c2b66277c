using System.Collections.Immutable;
using LeadStudio.Core.Learning.Data;
using LeadStudio.Core.Learning.Linear;

namespace LeadStudio.Core.Tests.Learning.Linear;

/// <summary>Rows drawn from a seed: two numbers (one skewed, one with missing values), a category of six with a rare one and missing values, a constant.</summary>
internal static class LinearData
{
    public static readonly ImmutableArray<Feature> Features =
        [new("age"), new("visits"), new("source", FeatureKind.Category), new("constant")];

    public static TrainingSet Draw(int seed, int rows = 400)
    {
        var random = new Random(seed);
        var values = new float[rows * Features.Length];
        var labels = new bool[rows];
        for (var row = 0; row < rows; row++)
        {
            var (age, visits, source) = (20 + (random.NextDouble() * 50), -Math.Log(1 - random.NextDouble()), random.Next(41) / 8);
            var margin = (0.05 * (age - 45)) + (0.8 * visits) + (0.4 * (source - 2)) - 0.5;
            labels[row] = random.NextDouble() < 1 / (1 + Math.Exp(-margin));
            var cells = values.AsSpan(row * Features.Length);
            cells[0] = (float)Math.Round(age, 1);
            cells[1] = random.Next(5) == 0 ? float.NaN : (float)visits;
            cells[2] = random.Next(9) == 0 ? float.NaN : source;
            cells[3] = 7;
        }

        (labels[0], labels[1]) = (true, false);
        return new TrainingSet(new FeatureMatrix(Features, values), labels);
    }

    public static LogisticRegressionModel Train(TrainingSet training, LogisticRegressionOptions? options = null)
    {
        var result = new LogisticRegressionTrainer(options).Train(training);
        Assert.True(result.IsSuccess, result.Error?.Message);
        Assert.Empty(result.Value.Warnings);
        return Assert.IsType<LogisticRegressionModel>(result.Value.Model);
    }

    public static double[] Margins(LogisticRegressionModel model, FeatureMatrix rows) =>
        [.. Enumerable.Range(0, rows.RowCount).Select(row => model.ExactMargin(rows.Row(row)))];

    public static void AssertClose(IEnumerable<double> expected, IEnumerable<double> actual, double tolerance)
    {
        var furthest = expected.Zip(actual, (left, right) => Math.Abs(left - right) / Math.Max(1, Math.Abs(left))).Max();
        Assert.True(furthest <= tolerance, $"They are {furthest:g3} apart.");
    }
}
