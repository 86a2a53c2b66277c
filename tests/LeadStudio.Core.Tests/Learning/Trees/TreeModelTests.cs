using FsCheck.Xunit;
using LeadStudio.Core.Learning.Data;
using LeadStudio.Core.Learning.Trees;

namespace LeadStudio.Core.Tests.Learning.Trees;

public sealed class TreeModelTests
{
    [Property(MaxTest = 30)]
    public void Margins_AnyTrees_AreTheAnswersAddedInOrder(int seed, byte depth, byte categories)
    {
        var rows = SampleRows.Make(seed, rows: 300, categories: Math.Clamp((int)categories, 1, 254));
        var model = ModelOf(rows, 1 + (depth % 11), seed);

        var together = SampleRows.MarginsOf(model, rows.Features);

        for (var row = 0; row < rows.Features.RowCount; row++)
        {
            var expected = model.BaseMargin;
            foreach (var tree in model.Trees)
            {
                expected += tree.Value(rows.Features.Row(row));
            }

            Assert.Equal(expected, together[row]);
            Assert.Equal(expected, model.Margin(rows.Features.Row(row)));
        }
    }

    [Property(MaxTest = 20)]
    public void Explain_AnyTrees_AddsUpToTheMargin(int seed, byte depth)
    {
        var rows = SampleRows.Make(seed, rows: 300);
        var model = ModelOf(rows, 1 + (depth % 11), seed);
        var contributions = new double[4];

        for (var row = 0; row < 50; row++)
        {
            var start = model.Explain(rows.Features.Row(row), contributions);

            Assert.Equal(model.Margin(rows.Features.Row(row)), start + contributions.Sum(), 1e-5);
        }
    }

    [Property(MaxTest = 10)]
    public void Explain_AnyTrees_IsTheShapleyValueOverAllSetsOfFeatures(int seed, byte depth)
    {
        var rows = SampleRows.Make(seed, rows: 300);
        var model = ModelOf(rows, 1 + (depth % 11), seed);
        var contributions = new double[4];

        for (var row = 0; row < 10; row++)
        {
            model.Explain(rows.Features.Row(row), contributions);

            for (var feature = 0; feature < 4; feature++)
            {
                Assert.Equal(ShapleyOf(model, rows.Features.Row(row).ToArray(), feature), contributions[feature], 1e-5);
            }
        }
    }

    [Fact]
    public void Margin_WrongWidth_SaysHowMany() =>
        Assert.Contains("4", Assert.Throws<ArgumentException>(() => ModelOf(SampleRows.Make(1), 3, 1).Margin([1])).Message, StringComparison.Ordinal);

    // The definition: what the feature adds to each set of the others, weighed by how many orders begin with that set.
    private static double ShapleyOf(TreeModel model, float[] row, int feature)
    {
        double[] orders = [6 / 24.0, 2 / 24.0, 2 / 24.0, 6 / 24.0];
        var sum = 0.0;
        for (var known = 0; known < 16; known++)
        {
            if ((known & (1 << feature)) == 0)
            {
                sum += orders[int.PopCount(known)] * model.Trees.Sum(tree => Expected(tree, 0, row, known | (1 << feature)) - Expected(tree, 0, row, known));
            }
        }

        return sum;
    }

    // The mean answer where only some features are known: at a question for another, both ways by the share of training rows.
    private static double Expected(RegressionTree tree, int at, float[] row, int known)
    {
        var node = tree.Nodes[at];
        if (node.IsLeaf)
        {
            return node.Value;
        }

        if ((known & (1 << node.Feature)) != 0)
        {
            return Expected(tree, node.GoesLeft(row[node.Feature]) ? node.Left : node.Right, row, known);
        }

        double left = tree.Nodes[node.Left].Cover, right = tree.Nodes[node.Right].Cover;
        return ((left * Expected(tree, node.Left, row, known)) + (right * Expected(tree, node.Right, row, known))) / (left + right);
    }

    private static TreeModel ModelOf(TrainingSet rows, int depth, int seed) =>
        Assert.IsType<TreeModel>(new TreeTrainer(new() { Trees = 11, MaxDepth = depth, MinChildWeight = 0.1, Seed = seed, RowSample = 0.9 }).Train(rows).Value!.Model);
}
