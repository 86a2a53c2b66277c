using LeadStudio.Core.Learning;
using LeadStudio.Core.Learning.Data;
using LeadStudio.Core.Learning.Trees;
using LeadStudio.TestSupport.Learning;

namespace LeadStudio.Core.Tests.Learning.Trees;

public sealed class XgBoostAgreementTests
{
    // Few values per column, so that both have each of them in a bin of its own; then they must find the same splits.
    private const string Script = """
        import numpy as np, xgboost as xgb
        x = np.array(data['values'], dtype=np.float32).reshape(-1, 3)
        y = np.array(data['labels'])
        parameters = dict(objective='binary:logistic', base_score=float(y.mean()), max_depth=4, eta=0.3, tree_method='hist', alpha=data['l1'], min_child_weight=data['weight'], gamma=0)
        parameters['lambda'] = 2
        rows = xgb.DMatrix(x, y)
        model = xgb.train(parameters, rows, 8)
        answer = model.predict(rows, output_margin=True)
        """;

    [SkippableTheory]
    [InlineData(1, 0, 1)]
    [InlineData(2, 0.7, 1)]
    [InlineData(3, 0, 6)]
    public async Task Train_NumbersWithMissingOnes_FindsWhatXgBoostFinds(int seed, double l1, double weight)
    {
        var random = new Random(seed);
        var values = Enumerable.Range(0, 3 * 900).Select(at => random.Next(12) == 0 ? float.NaN : random.Next(10 + (60 * (at % 3)))).ToArray();
        var labels = Enumerable.Range(0, 900).Select(row => (values[3 * row] > 4) ^ (values[(3 * row) + 1] < 30) ^ (random.NextDouble() < 0.2)).ToArray();
        var rows = new TrainingSet(new FeatureMatrix([new("a"), new("b"), new("c")], values), labels);
        var options = new TreeOptions { Trees = 8, MaxDepth = 4, LearningRate = 0.3, L2 = 2, L1 = l1, MinChildWeight = weight };

        var expected = await DebianPython.RunAsync<float[]>(
            Script, new { values = values.Select(value => float.IsNaN(value) ? (float?)null : value), labels = labels.Select(label => label ? 1 : 0), l1, weight });
        var margins = SampleRows.MarginsOf(new TreeTrainer(options).Train(rows).Value!.Model, rows.Features);

        Assert.All(margins.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 2e-4f));
    }
}
