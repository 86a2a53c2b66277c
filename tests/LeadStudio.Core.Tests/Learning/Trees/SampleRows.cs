using LeadStudio.Core.Learning.Data;

namespace LeadStudio.Core.Tests.Learning.Trees;

/// <summary>Rows made by chance, whose outcome depends on two numbers, a category and on what is missing.</summary>
internal static class SampleRows
{
    public static TrainingSet Make(int seed, int rows = 600, bool weighted = false, int categories = 12)
    {
        var random = new Random(seed);
        var values = new float[rows * 4];
        var labels = new bool[rows];
        for (var row = 0; row < rows; row++)
        {
            var (first, second) = ((float)Math.Round(random.NextDouble() * 10, 2), (float)(random.NextDouble() * random.NextDouble()));
            var (category, whole) = (random.Next(categories), (float)random.Next(5));
            var missing = random.Next(10) == 0;
            var margin = (first > 4 ? 1.2 : -1) + (second * 2) + (category % 3 == 0 ? 1 : -0.5) + (missing ? 1.5 : 0);
            labels[row] = random.NextDouble() < LeadStudio.Core.Learning.LogOdds.ToProbability(margin - 1);
            float[] cells = [first, missing ? float.NaN : second, random.Next(20) == 0 ? float.NaN : category, whole];
            cells.CopyTo(values, row * cells.Length);
        }

        labels[0] = !labels[1];
        return new TrainingSet(
            new FeatureMatrix([new("first"), new("second"), new("category", FeatureKind.Category), new("whole")], values),
            labels,
            weighted ? [.. labels.Select(_ => (float)random.Next(1, 4))] : null);
    }

    /// <summary>The margins of all rows.</summary>
    public static float[] MarginsOf(LeadStudio.Core.Learning.IModel model, FeatureMatrix rows)
    {
        var margins = new float[rows.RowCount];
        model.Margins(rows.Values, margins);
        return margins;
    }
}
