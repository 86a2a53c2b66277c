using System.Collections.Immutable;
using LeadStudio.Core.Learning.Data;
using LeadStudio.Core.Learning.Trees;
using LeadStudio.Core.Learning.Trees.XgBoost;

namespace LeadStudio.Core.Tests.Learning.Trees.XgBoost;

/// <summary>Made-up rows and models that have all that a model file can hold: numbers, categories, missing values.</summary>
internal static class ModelWorld
{
    private const int MissingEvery = 7;

    // Names that need escaping in JSON, or that XGBoost would not take; the last column is either 1 or missing.
    public static ImmutableArray<Feature> Features { get; } =
        [new("Visits"), new("Größe \"[m2]\" 😀"), new("Size", FeatureKind.Category), new(@"a\b", FeatureKind.Category), new("Subscribed")];

    public static float[] Rows(int count, int seed)
    {
        var random = new Random(seed);
        var values = new float[count * Features.Length];
        for (var row = 0; row < values.Length; row += Features.Length)
        {
            values[row] = random.Next(MissingEvery) == 0 ? float.NaN : random.Next(100);
            values[row + 1] = random.Next(MissingEvery) == 0 ? float.NaN : (random.NextSingle() * 20) - 10;
            values[row + 2] = random.Next(MissingEvery) == 0 ? float.NaN : random.Next(5);
            values[row + 3] = random.Next(30);
            values[row + 4] = random.Next(2) == 0 ? float.NaN : 1;
        }

        return values;
    }

    public static TrainingSet Training(int count, int seed)
    {
        var random = new Random(seed + 1);
        var values = Rows(count, seed);
        var labels = new bool[count];
        for (var row = 0; row < count; row++)
        {
            var cells = values.AsSpan(row * Features.Length, Features.Length);
            var margin = (float.IsNaN(cells[0]) ? 1 : (cells[0] - 50) / 25) + (cells[2] is 1 or 3 ? 1.5 : -0.5) + (cells[3] % 3) - 1 + (float.IsNaN(cells[4]) ? -2 : 0.5);
            labels[row] = random.NextDouble() < 1 / (1 + Math.Exp(-margin));
        }

        return new TrainingSet(new FeatureMatrix(Features, values), labels);
    }

    public static TreeModel Train(int trees = 20, int seed = 1)
    {
        var options = new TreeOptions
        {
            Trees = trees,
            MaxDepth = 5,
            MinCategoryRows = 2,
            Monotone = ImmutableDictionary<string, int>.Empty.Add("Visits", 1),
            Patience = 0,
        };
        return (TreeModel)new TreeTrainer(options).Train(Training(1_500, seed)).Value!.Model;
    }

    public static byte[] Json(TreeModel model) => Written(stream => XgBoostModel.WriteJson(model, stream));

    public static byte[] Ubjson(TreeModel model) => Written(stream => XgBoostModel.WriteUbjson(model, stream));

    public static float[] Margins(TreeModel model, float[] rows)
    {
        var margins = new float[rows.Length / model.Features.Length];
        model.Margins(rows, margins);
        return margins;
    }

    /// <summary>Explains rows as XGBoost's <c>pred_contribs</c> does.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">The rows.</param>
    /// <returns>Per row the contribution of each feature, and then what was there before any.</returns>
    public static double[][] Contributions(TreeModel model, float[] rows) =>
        [.. rows.Chunk(model.Features.Length).Select(row =>
        {
            var contributions = new double[row.Length + 1];
            contributions[^1] = model.Explain(row, contributions.AsSpan(0, row.Length));
            return contributions;
        })];

    private static byte[] Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }
}
