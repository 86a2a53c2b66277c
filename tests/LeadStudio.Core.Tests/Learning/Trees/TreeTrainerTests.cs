using System.ComponentModel.DataAnnotations;
using FsCheck.Xunit;
using LeadStudio.Core.Learning;
using LeadStudio.Core.Learning.Data;
using LeadStudio.Core.Learning.Trees;

namespace LeadStudio.Core.Tests.Learning.Trees;

public sealed class TreeTrainerTests
{
    private static readonly TreeOptions s_few = new() { Trees = 20, MaxDepth = 4, Threads = 2 };

    [Property(MaxTest = 10)]
    public void Train_AnyNumberOfThreads_IsTheSameModelToTheLastBit(int seed, bool leafWise)
    {
        var rows = SampleRows.Make(seed, rows: 50_000, weighted: true); // threads share the rows of a node, where it has many
        var options = s_few with { Trees = 5, RowSample = 0.7, FeatureSample = 0.8, Seed = seed, Growth = leafWise ? GrowthOrder.LeafWise : GrowthOrder.DepthWise };

        var one = Train(options with { Threads = 1 }, rows);
        var three = Train(options with { Threads = 3 }, rows);

        Assert.Equal(one.Trees.SelectMany(tree => tree.Nodes), three.Trees.SelectMany(tree => tree.Nodes));
        Assert.Equal(SampleRows.MarginsOf(one, rows.Features), SampleRows.MarginsOf(three, rows.Features));
    }

    [Property(MaxTest = 20)]
    public void Train_RowsInAnotherOrder_IsTheSameModel(int seed, bool hasManyRows)
    {
        var rows = SampleRows.Make(seed, rows: hasManyRows ? 40_000 : 600);
        var order = Enumerable.Range(0, rows.Labels.Length).ToArray();
        new Random(seed).Shuffle(order);

        var model = Train(s_few, rows);
        var shuffled = Train(s_few, rows.Select(order));

        Assert.Equal(model.Trees.SelectMany(tree => tree.Nodes), shuffled.Trees.SelectMany(tree => tree.Nodes));
    }

    [Property(MaxTest = 20)]
    public void Train_WithAConstantColumnMore_PredictsTheSame(int seed)
    {
        var rows = SampleRows.Make(seed);
        var wider = Enumerable.Range(0, rows.Labels.Length).SelectMany(row => (float[])[7, .. rows.Features.Row(row)]).ToArray();
        var more = new TrainingSet(new FeatureMatrix([new("constant"), .. rows.Features.Features], wider), rows.Labels.ToArray());

        Assert.Equal(SampleRows.MarginsOf(Train(s_few, rows), rows.Features), SampleRows.MarginsOf(Train(s_few, more), more.Features));
    }

    // Derivatives are rounded after the weight, so that of two splits that are as good the other may be taken: in one of ten models.
    // Without the weights the loss is 5 % higher.
    [Fact]
    public void Train_WholeWeights_AreAsRowsThatComeMoreThanOnce()
    {
        var losses = Enumerable.Range(0, 20).Select(seed =>
        {
            var weighted = SampleRows.Make(seed, weighted: true);
            var weights = weighted.Weights.ToArray();
            var repeated = new TrainingSet(weighted.Features, weighted.Labels.ToArray())
                .Select([.. Enumerable.Range(0, weights.Length).SelectMany(row => Enumerable.Repeat(row, (int)weights[row]))]);

            // Rows of a category are counted by their share of the second derivatives, so a rule by rows is left out.
            var options = s_few with { MinCategoryRows = 0 };
            return LossOf(Train(options, weighted), weighted) / LossOf(Train(options, repeated), weighted);
        }).ToList();

        Assert.InRange(losses.Average(), 0.998, 1.002);
        Assert.InRange(losses.Count(loss => Math.Abs(loss - 1) < 1e-5), 12, 20);
    }

    [Property(MaxTest = 20)]
    public void Train_MonotoneFeature_NeverContradictsIt(int seed, bool rises, bool leafWise)
    {
        var rows = SampleRows.Make(seed);
        var direction = rises ? 1 : -1;
        var options = s_few with
        {
            MaxDepth = 6,
            MinChildWeight = 0,
            Growth = leafWise ? GrowthOrder.LeafWise : GrowthOrder.DepthWise,
            Monotone = s_few.Monotone.Add("first", direction).Add("second", -direction),
        };
        var model = Train(options, rows);

        for (var row = 0; row < 50; row++)
        {
            var cells = rows.Features.Row(row).ToArray();
            Assert.True(Follows(model, cells, 0, direction));
            Assert.True(Follows(model, cells, 1, -direction));
        }
    }

    [Fact]
    public void Train_WhatIsMissingDecides_LearnsTheDirection()
    {
        var values = Enumerable.Range(0, 200).Select(row => row % 2 == 0 ? float.NaN : row).ToArray();
        var rows = new TrainingSet(new FeatureMatrix([new("seen")], values), [.. values.Select(float.IsNaN)]);

        var model = Train(s_few, rows);

        Assert.All(values, value => Assert.Equal(float.IsNaN(value), model.Margin([value]) > 0));
    }

    [Fact]
    public void Train_CategoriesWithoutOrder_PartsThemByOneSplit()
    {
        var values = Enumerable.Range(0, 2_000).Select(row => (float)(row % 20)).ToArray();
        var rows = new TrainingSet(new FeatureMatrix([new("source", FeatureKind.Category)], values), [.. values.Select(value => value % 3 == 0)]);

        var tree = Train(s_few with { Trees = 1 }, rows).Trees[0];

        var categories = Assert.IsType<CategorySet>(tree.Nodes[0].RightCategories);
        Assert.Equal([0, 3, 6, 9, 12, 15, 18], categories.List());
    }

    [Property(MaxTest = 20)]
    public void Train_Limits_AreKept(int seed)
    {
        var options = s_few with { MaxDepth = 5, MaxLeaves = 9, MinChildWeight = 4, Growth = seed % 2 == 0 ? GrowthOrder.LeafWise : GrowthOrder.DepthWise };

        var model = Train(options, SampleRows.Make(seed));

        Assert.All(model.Trees, tree =>
        {
            Assert.InRange(tree.Depth, 1, 5);
            Assert.InRange(tree.Nodes.Count(node => node.IsLeaf), 2, 9);
            Assert.All(tree.Nodes.Where(node => node.IsLeaf), leaf => Assert.InRange(leaf.Cover, 3.99, 1e9)); // sums that choose are a little rounded
        });
    }

    [Fact]
    public void Train_ValidationRows_KeepsTheTreesUpToTheBestLogLoss()
    {
        var seen = new List<TrainingProgress>();
        var options = s_few with { Trees = 400, LearningRate = 0.5, Patience = 10 };

        var model = (TreeModel)new TreeTrainer(options).Train(SampleRows.Make(1), SampleRows.Make(2), new Heard(seen.Add)).Value!.Model;

        var best = seen.MinBy(progress => progress.ValidationLogLoss);
        Assert.Equal(best.Step, model.Trees.Length);
        Assert.Equal(best.Step + 10, seen[^1].Step);
    }

    [Fact]
    public void Train_Cancelled_Stops()
    {
        using var cancelled = new CancellationTokenSource();
        var progress = new Heard(_ => cancelled.Cancel());

        Assert.ThrowsAny<OperationCanceledException>(() => new TreeTrainer(s_few).Train(SampleRows.Make(1), null, progress, cancelled.Token));
    }

    [Theory]
    [InlineData(0, "0 rows")]
    [InlineData(1, "1 rows")]
    [InlineData(9, "outcome no")]
    public void Train_TooFewRowsOrOneOutcome_SaysWhatToDo(int count, string expected)
    {
        var rows = new TrainingSet(new FeatureMatrix([new("size")], [.. Enumerable.Range(0, count).Select(row => (float)row)]), new bool[count]);

        Assert.Contains(expected, new TreeTrainer(s_few).Train(rows).Error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(3)]
    public void Train_NothingThatDiffers_IsRefused(float value)
    {
        var rows = new TrainingSet(new FeatureMatrix([new("size")], [value, value, value]), [true, false, true]);

        Assert.IsType<TrainingRefused>(new TreeTrainer(s_few).Train(rows).Error);
    }

    [Theory]
    [InlineData("nowhere", 1)]
    [InlineData("category", 1)]
    [InlineData("first", 2)]
    public void Train_MonotoneThatCannotBe_IsRefused(string feature, int direction)
    {
        var options = s_few with { Monotone = s_few.Monotone.Add(feature, direction) };

        Assert.Contains(feature, new TreeTrainer(options).Train(SampleRows.Make(1)).Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TreeTrainer_OptionOutsideItsRange_NamesIt() =>
        Assert.Contains("MaxDepth", Assert.Throws<ValidationException>(() => new TreeTrainer(s_few with { MaxDepth = 0 })).Message, StringComparison.Ordinal);

    private static TreeModel Train(TreeOptions options, TrainingSet rows) =>
        Assert.IsType<TreeModel>(new TreeTrainer(options).Train(rows).Value!.Model);

    private static double LossOf(TreeModel model, TrainingSet rows)
    {
        var margins = SampleRows.MarginsOf(model, rows.Features);
        return Enumerable.Range(0, margins.Length).Sum(row => rows.Weights[row] * LogOdds.Loss(margins[row], rows.Labels[row]));
    }

    private static bool Follows(TreeModel model, float[] row, int feature, int direction)
    {
        var last = float.NegativeInfinity * direction;
        for (var value = -1f; value < 11; value += 0.05f)
        {
            row[feature] = value;
            var margin = model.Margin(row);
            if (direction * (margin - last) < 0)
            {
                return false;
            }

            last = margin;
        }

        return true;
    }

    private sealed class Heard(Action<TrainingProgress> hear) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => hear(value);
    }
}
