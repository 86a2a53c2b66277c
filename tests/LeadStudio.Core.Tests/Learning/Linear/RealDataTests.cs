using LeadStudio.Core.Learning;
using LeadStudio.Core.Learning.Data;
using LeadStudio.Core.Learning.Encoders;
using LeadStudio.Core.Learning.Evaluation;
using LeadStudio.TestSupport.Learning;
using Xunit.Abstractions;

namespace LeadStudio.Core.Tests.Learning.Linear;

/// <summary>Beside scikit-learn on the same folds, which never see the rows that they are tested on.</summary>
public sealed class RealDataTests(ITestOutputHelper output)
{
    private const string Script =
        """
        import numpy as np
        from sklearn.impute import SimpleImputer
        from sklearn.linear_model import LogisticRegression
        from sklearn.metrics import log_loss
        from sklearn.pipeline import make_pipeline
        from sklearn.preprocessing import OneHotEncoder, StandardScaler
        numbers = np.array(data["Numbers"], dtype=float).reshape(len(data["Numbers"]), -1).T
        texts = np.array(data["Texts"], dtype=object).T
        labels, folds, margins = np.array(data["Labels"]), np.array(data["Folds"]), np.zeros(len(data["Labels"]))
        for fold in range(5):
            train, test = folds != fold, folds == fold
            one_hot = OneHotEncoder(handle_unknown="ignore", sparse_output=False).fit(texts[train])
            scaled = make_pipeline(SimpleImputer(), StandardScaler()).fit(numbers[train])
            design = lambda rows: np.hstack([scaled.transform(numbers[rows]), one_hot.transform(texts[rows])])
            margins[test] = LogisticRegression(max_iter=3000).fit(design(train), labels[train]).decision_function(design(test))
        answer = {"margins": margins}
        """;

    [SkippableFact]
    public Task Train_BankWithoutDuration_RanksAsScikitLearn() => CompareAsync(RealTable.BankWithoutDuration());

    [SkippableFact]
    public Task Train_Olist_RanksAsScikitLearn() => CompareAsync(RealTable.Olist());

    private async Task CompareAsync(RealTable table)
    {
        var reference = await DebianPython.RunAsync<Answer>(Script, table.ForPython());
        var margins = CrossValidate(table);

        var folds = table.Folds();
        var (ours, theirs) = (Measure(table, folds, margins), Measure(table, folds, reference.Margins));
        output.WriteLine($"AUC {ours.Auc:0.0000} beside {theirs.Auc:0.0000} (standard error {theirs.Error:0.0000}), log-loss {ours.Loss:0.0000} beside {theirs.Loss:0.0000}");
        Assert.True(ours.Auc >= theirs.Auc - theirs.Error, $"The area under the curve is {ours.Auc:0.0000}, and scikit-learn's {theirs.Auc:0.0000}.");
        Assert.True(ours.Loss <= theirs.Loss, $"The log-loss is {ours.Loss:0.0000}, and scikit-learn's {theirs.Loss:0.0000}.");
    }

    private static double[] CrossValidate(RealTable table)
    {
        var folds = table.Folds();
        var rows = Enumerable.Range(0, folds.Length).ToArray();
        var margins = new double[folds.Length];
        for (var fold = 0; fold < 5; fold++)
        {
            var test = Array.FindAll(rows, row => folds[row] == fold);
            var training = Array.FindAll(rows, row => folds[row] != fold);
            var columns = table.Select(training);
            var encoder = TableEncoder.Fit(columns).Value ?? throw new InvalidOperationException("No column tells rows apart.");
            var model = LinearData.Train(new TrainingSet(encoder.Encode(columns), Array.ConvertAll(training, row => table.Labels[row])));
            var found = LinearData.Margins(model, encoder.Encode(table.Select(test)));
            for (var at = 0; at < test.Length; at++)
            {
                margins[test[at]] = found[at];
            }
        }

        return margins;
    }

    /// <summary>The mean over the folds, and its standard error.</summary>
    private static (double Auc, double Error, double Loss) Measure(RealTable table, int[] folds, double[] margins)
    {
        var byFold = Enumerable.Range(0, folds.Length).ToLookup(row => folds[row]);
        var areas = byFold.Select(fold => Metric.RocAuc.Of(RankedRows.Of([.. fold.Select(row => margins[row])], [.. fold.Select(row => table.Labels[row])]).Value!)).ToArray();
        var loss = byFold.Average(fold => fold.Average(row => LogOdds.Loss(margins[row], table.Labels[row])));
        var mean = areas.Average();
        return (mean, Math.Sqrt(areas.Sum(area => Math.Pow(area - mean, 2)) / (areas.Length - 1) / areas.Length), loss);
    }

    private sealed record Answer(double[] Margins);
}
