using LeadStudio.Core.Learning;
using LeadStudio.Core.Learning.Trees;
using LeadStudio.TestSupport.Learning;

namespace LeadStudio.Core.Tests.Learning.Trees.XgBoost;

public sealed class XgBoostExportTests
{
    [SkippableFact]
    public async Task Write_ATrainedModel_XgBoostPredictsAndExplainsTheSame()
    {
        var model = ModelWorld.Train();

        await AssertSameAsync(model, ModelWorld.Rows(400, seed: 5));
    }

    [SkippableFact]
    public async Task Write_ManyTreesOfOutcomesThatMostlyComeToPass_XgBoostPredictsTheSame()
    {
        var trained = ModelWorld.Train(trees: 200, seed: 3);

        await AssertSameAsync(new TreeModel(trained.Features, baseMargin: 6.25f, trained.Trees), ModelWorld.Rows(300, seed: 6));
    }

    [SkippableFact]
    public async Task Write_AModelWithoutTrees_XgBoostPredictsTheSame() =>
        await AssertSameAsync(new TreeModel(ModelWorld.Features, baseMargin: -2.5f, []), ModelWorld.Rows(3, seed: 7));

    private static async Task AssertSameAsync(TreeModel model, float[] rows)
    {
        var answers = await DebianPython.RunAsync<Answer[]>(
            """
            import base64, os, tempfile, numpy as np, xgboost as xgb
            answer = []
            with tempfile.TemporaryDirectory() as folder:
                for name, content in data["Files"].items():
                    path = os.path.join(folder, "model." + name)
                    open(path, "wb").write(base64.b64decode(content))
                    booster = xgb.Booster(model_file=path)
                    rows = np.array(data["Rows"], dtype=np.float32).reshape(-1, data["Width"])
                    matrix = xgb.DMatrix(rows, feature_names=booster.feature_names, feature_types=booster.feature_types, enable_categorical=True)
                    answer.append({"types": booster.feature_types, "probabilities": booster.predict(matrix), "contributions": booster.predict(matrix, pred_contribs=True)})
            """,
            new
            {
                Files = new { json = ModelWorld.Json(model), ubj = ModelWorld.Ubjson(model) },
                Rows = rows.Select(value => float.IsNaN(value) ? (float?)null : value),
                Width = model.Features.Length,
            });

        Assert.Equal(2, answers.Length);
        var probabilities = ModelWorld.Margins(model, rows).Select(margin => LogOdds.ToProbability(margin)).ToArray();
        var contributions = ModelWorld.Contributions(model, rows).SelectMany(row => row).ToArray();
        Assert.All(answers, answer =>
        {
            Assert.Equal(["q", "q", "c", "c", "q"], answer.Types);
            Assert.InRange(answer.Probabilities.Zip(probabilities, (theirs, ours) => Math.Abs(theirs - ours)).Max(), 0, 1e-6);
            Assert.InRange(answer.Contributions.SelectMany(row => row).Zip(contributions, (theirs, ours) => Math.Abs(theirs - ours)).Max(), 0, 1e-5);
            Assert.Equal(probabilities.Length, answer.Probabilities.Length);
        });
    }

    private sealed record Answer(string[] Types, double[] Probabilities, double[][] Contributions);
}
