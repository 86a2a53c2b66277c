using LeadStudio.Core.Learning.Data;
using LeadStudio.Core.Learning.Linear;
using LeadStudio.TestSupport.Learning;

namespace LeadStudio.Core.Tests.Learning.Linear;

public sealed class ScikitLearnTests
{
    /// <summary>Makes the same columns by itself: a mean and a missing indicator for numbers, one-hot with missing as a level.</summary>
    private const string Script =
        """
        import numpy as np
        from sklearn.linear_model import LogisticRegression
        from sklearn.preprocessing import StandardScaler
        x = np.array(data["Rows"], dtype=float)
        w = np.array(data["Weights"])
        columns = []
        for j in (0, 1):
            there = ~np.isnan(x[:, j])
            z = StandardScaler().fit(x[there, j:j + 1], sample_weight=w[there]).transform(x[:, j:j + 1])[:, 0]
            columns.append(np.where(there, z, 0))
        columns.append(np.isnan(x[:, 1]) * 1.0)
        known = [k for k in range(6) if w[x[:, 2] == k].sum() >= 10]
        columns += [(x[:, 2] == k) * 1.0 for k in known]
        rare = ~np.isnan(x[:, 2]) & ~np.isin(x[:, 2], known)
        columns += [rare * 1.0] if rare.any() else []
        columns.append(np.isnan(x[:, 2]) * 1.0)
        x = np.array(columns).T
        settings = dict(solver="newton-cholesky", tol=1e-12) if data["Penalty"] == "l2" else dict(solver="saga", tol=1e-12, max_iter=100000, random_state=0)
        model = LogisticRegression(penalty=data["Penalty"], C=data["Strength"], class_weight={0: 1, 1: data["PositiveWeight"]}, **settings)
        model.fit(x, data["Labels"], sample_weight=w)
        answer = {"weights": model.coef_[0], "intercept": model.intercept_[0]}
        """;

    [SkippableTheory]
    [InlineData(Penalty.Squares, 1, 1, false, 1e-6)]
    [InlineData(Penalty.Squares, 0.05, 4, true, 1e-6)]
    [InlineData(Penalty.Squares, 100, 1, true, 1e-6)]
    [InlineData(Penalty.Sizes, 0.1, 1, false, 1e-4)]
    [InlineData(Penalty.Sizes, 1, 2, true, 1e-4)]
    public async Task Train_SameColumns_GivesTheWeightsOfScikitLearn(Penalty penalty, double strength, double positiveWeight, bool weighted, double tolerance)
    {
        var drawn = LinearData.Draw(seed: 7);
        float[] weights = [.. Enumerable.Range(0, drawn.Features.RowCount).Select(row => weighted ? 0.5f + (row % 4) : 1)];
        var training = new TrainingSet(drawn.Features, drawn.Labels.ToArray(), weights);
        var options = new LogisticRegressionOptions { Penalty = penalty, Strength = strength, PositiveWeight = positiveWeight, Bends = 0, LogarithmOfSkewed = false };
        var rows = Enumerable.Range(0, weights.Length).Select(row => Array.ConvertAll(training.Features.Row(row).ToArray(), value => float.IsNaN(value) ? null : (float?)value));

        var reference = await DebianPython.RunAsync<Answer>(
            Script,
            new { Rows = rows, Labels = training.Labels.ToArray(), Weights = weights, Penalty = penalty == Penalty.Squares ? "l2" : "l1", Strength = strength, PositiveWeight = positiveWeight });
        var model = LinearData.Train(training, options);

        LinearTerm[] terms = [.. model.Terms.Where(term => term is { Feature: "age" or "visits" })];
        LinearData.AssertClose(
            reference.Weights,
            [.. terms.Where(term => term.Kind == TermKind.Line).Concat(terms.Where(term => term.Kind == TermKind.Missing)).Concat(model.Terms.Except(terms)).Select(term => term.Weight)],
            tolerance);
        LinearData.AssertClose(
            [reference.Intercept], [model.BaseMargin - model.Terms.Where(term => term.IsYesOrNo).Sum(term => term.Mean * term.Weight)], tolerance);
        Assert.Equal(reference.Weights.Length, model.Terms.Length);
    }

    private sealed record Answer(double[] Weights, double Intercept);
}
