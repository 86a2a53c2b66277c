using LeadStudio.Core.Learning;
using LeadStudio.Core.Learning.Data;
using LeadStudio.Core.Learning.Trees;
using LeadStudio.Core.Learning.Trees.XgBoost;
using LeadStudio.TestSupport.Learning;

namespace LeadStudio.Core.Tests.Learning.Trees.XgBoost;

public sealed class XgBoostImportTests
{
    private const string Train =
        """
        import base64, os, tempfile, numpy as np, xgboost as xgb
        random = np.random.RandomState(11)
        rows = random.randn(1500, 5).astype(np.float32)
        rows[:, 2] = random.randint(0, 4, 1500)
        rows[:, 3] = random.randint(0, 40, 1500)
        label = (rows[:, 0] + (rows[:, 3] % 3) - (rows[:, 2] == 1) + random.randn(1500) > 1).astype(int)
        rows[random.rand(1500, 5) < 0.15] = np.nan
        categories = data["Categories"]
        types = ["q", "float", "c", "c", "int"] if categories else None
        names = ["a", "b", "c", "d", "e"] if categories else None
        matrix = xgb.DMatrix(rows, label, feature_names=names, feature_types=types, enable_categorical=categories)
        other = xgb.DMatrix(rows, 1 - label, feature_names=names, feature_types=types, enable_categorical=categories)
        booster = xgb.train(dict(data["Parameters"], verbosity=0, nthread=1), matrix, data["Trees"], evals=[(other, "other")] if data["Stop"] else None,
            early_stopping_rounds=2 if data["Stop"] else None, verbose_eval=False)
        files = []
        with tempfile.TemporaryDirectory() as folder:
            for name in ["model.json", "model.ubj"]:
                booster.save_model(os.path.join(folder, name))
                files.append(base64.b64encode(open(os.path.join(folder, name), "rb").read()).decode())
        explains = data["Explains"]
        answer = {"rows": [None if np.isnan(value) else float(value) for value in rows.reshape(-1)], "files": files,
            "margins": booster.predict(matrix, output_margin=True).reshape(-1), "predictions": booster.predict(matrix).reshape(-1),
            "contributions": booster.predict(matrix, pred_contribs=True) if explains else []}
        """;

    public static TheoryData<string, Dictionary<string, object>, bool, bool> Readable => new()
    {
        { "numbers by histogram", new() { ["tree_method"] = "hist", ["max_depth"] = 6 }, false, false },
        { "numbers, pruned", new() { ["tree_method"] = "exact", ["max_depth"] = 8, ["gamma"] = 2, ["base_score"] = 0.25 }, false, false },
        { "leaf-wise", new() { ["tree_method"] = "hist", ["max_depth"] = 0, ["grow_policy"] = "lossguide", ["max_leaves"] = 40 }, false, false },
        { "categories, parted", new() { ["tree_method"] = "hist", ["max_depth"] = 5, ["max_cat_to_onehot"] = 1 }, true, false },
        { "categories, one against all", new() { ["tree_method"] = "hist", ["max_depth"] = 5, ["max_cat_to_onehot"] = 100 }, true, false },
        { "categories, approximate", new() { ["tree_method"] = "approx", ["base_score"] = 0.97 }, true, false },
        { "several trees a round", new() { ["tree_method"] = "hist", ["num_parallel_tree"] = 3, ["subsample"] = 0.5 }, true, false },
        { "raw margins", new() { ["tree_method"] = "hist", ["objective"] = "binary:logitraw", ["base_score"] = 0.3 }, true, false },
        { "regression of probabilities", new() { ["tree_method"] = "hist", ["objective"] = "reg:logistic" }, false, false },
        { "stopped early", new() { ["tree_method"] = "hist", ["eta"] = 1 }, false, true },
    };

    public static TheoryData<Dictionary<string, object>, string> NotReadable => new()
    {
        { new() { ["booster"] = "dart" }, "dart" },
        { new() { ["booster"] = "gblinear" }, "gblinear" },
        { new() { ["objective"] = "multi:softprob", ["num_class"] = 2 }, "more than two outcomes" },
        { new() { ["objective"] = "reg:squarederror" }, "reg:squarederror" },
        { new() { ["objective"] = "rank:pairwise" }, "rank:pairwise" },
    };

    [SkippableTheory]
    [MemberData(nameof(Readable))]
    public async Task Read_AModelOfXgBoost_PredictsAndExplainsTheSame(string what, Dictionary<string, object> parameters, bool categories, bool stopsEarly)
    {
        var answer = await TrainAsync(parameters, categories, stopsEarly, explains: true);
        var rows = answer.Rows.Select(value => value ?? float.NaN).ToArray();

        foreach (var file in answer.Files)
        {
            var result = XgBoostModel.Read(new MemoryStream(file));
            Assert.True(result.IsSuccess, $"{what}: {result.Error?.Message}");
            var model = result.Value;
            var margins = ModelWorld.Margins(model, rows);

            Assert.Equal(categories ? ["a", "b", "c", "d", "e"] : ["f0", "f1", "f2", "f3", "f4"], model.Features.Select(feature => feature.Name));
            Assert.Equal(categories, model.Features[2].Kind == FeatureKind.Category && model.Features[3].Kind == FeatureKind.Category);
            Assert.InRange(Distance(answer.Margins, margins), 0, 1e-6);
            if (!parameters.ContainsValue("binary:logitraw"))
            {
                Assert.InRange(Distance(answer.Predictions, [.. margins.Select(margin => (float)LogOdds.ToProbability(margin))]), 0, 1e-6);
            }

            Assert.InRange(
                answer.Contributions.SelectMany(row => row).Zip(ModelWorld.Contributions(model, rows).SelectMany(row => row), (theirs, ours) => Math.Abs(theirs - ours)).Max(), 0, 1e-5);
            AssertInOrder(model);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(NotReadable))]
    public async Task Read_AModelOfAnotherKind_SaysWhichCanBeRead(Dictionary<string, object> parameters, string named)
    {
        var answer = await TrainAsync(parameters, categories: false, stopsEarly: false, explains: false);

        Assert.All(answer.Files, file =>
        {
            var refused = Assert.IsType<ModelFileRefused>(XgBoostModel.Read(new MemoryStream(file)).Error);
            Assert.Contains(named, refused.Message, StringComparison.Ordinal);
            Assert.Contains("Train one with booster=\"gbtree\"", refused.Message, StringComparison.Ordinal);
        });
    }

    private static Task<Answer> TrainAsync(Dictionary<string, object> parameters, bool categories, bool stopsEarly, bool explains)
    {
        var all = new Dictionary<string, object>(parameters, StringComparer.Ordinal);
        all.TryAdd("objective", "binary:logistic");
        return DebianPython.RunAsync<Answer>(Train, new { Parameters = all, Categories = categories, Stop = stopsEarly, Trees = 12, Explains = explains });
    }

    private static double Distance(double[] theirs, float[] ours)
    {
        Assert.Equal(theirs.Length, ours.Length);
        return theirs.Zip(ours, (one, other) => Math.Abs(one - other)).Max();
    }

    private static void AssertInOrder(TreeModel model) =>
        Assert.All(model.Trees, tree => Assert.All(tree.Nodes.Index(), each => Assert.True(each.Item.IsLeaf || (each.Item.Left > each.Index && each.Item.Right > each.Index))));

    private sealed record Answer(float?[] Rows, byte[][] Files, double[] Margins, double[] Predictions, double[][] Contributions);
}
