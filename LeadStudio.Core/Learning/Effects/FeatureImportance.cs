using System.Collections.Immutable;
using LeadStudio.Core.Common;
using LeadStudio.Core.Learning.Data;
using LeadStudio.Core.Learning.Evaluation;
using LeadStudio.Core.Learning.Trees;

namespace LeadStudio.Core.Learning.Effects;

/// <summary>How much a model owes to each feature.</summary>
public static class FeatureImportance
{
    /// <summary>Adds up what the splits by each feature gained on the training rows.</summary>
    /// <param name="model">The model.</param>
    /// <returns>Per feature its share of all gain, 0 to 1; all 0 where there is no split. Features of many values are flattered: compare <see cref="Permutation"/>.</returns>
    public static ImmutableArray<double> Gain(TreeModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var gains = new double[model.Features.Length];
        foreach (var node in model.Trees.SelectMany(tree => tree.Nodes).Where(node => !node.IsLeaf))
        {
            gains[node.Feature] += node.Gain;
        }

        var all = gains.Sum();
        return [.. gains.Select(gain => all > 0 ? gain / all : 0)];
    }

    /// <summary>Measures by how much a metric worsens where the values of a feature are dealt out anew among the rows.</summary>
    /// <remarks>Source: L. Breiman, "Random forests", Machine Learning 45 (2001) 5-32, section 10.</remarks>
    /// <param name="model">The model.</param>
    /// <param name="rows">Rows that it has not seen.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="repeats">How often each feature is dealt out, 1 or more.</param>
    /// <param name="seed">The seed of chance.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Per feature the mean worsening, in units of the metric, with its standard error; or <see cref="OnlyOneOutcome"/>.</returns>
    public static Result<ValueList<PermutationImportance>> Permutation(
        IModel model, TrainingSet rows, Metric metric, int repeats = 5, int seed = 1, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(metric);
        ArgumentOutOfRangeException.ThrowIfLessThan(repeats, 1);
        var values = rows.Features.Values.ToArray();
        var untouched = Measure(model, rows, values, metric);
        if (!untouched.IsSuccess)
        {
            return untouched.Error;
        }

        var width = rows.Features.Features.Length;
        var importances = new PermutationImportance[width];
        for (var feature = 0; feature < width; feature++)
        {
            var chance = SplitMix64.ForStream(seed, feature);
            var losses = new double[repeats];
            var column = Enumerable.Range(0, rows.Features.RowCount).Select(row => rows.Features.Row(row)[feature]).ToArray();
            for (var repeat = 0; repeat < repeats; repeat++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                chance.Shuffle<float>(column);
                Put(column, values, feature, width);
                var change = untouched.Value - Measure(model, rows, values, metric).Value;
                losses[repeat] = metric.IsHigherBetter ? change : -change;
            }

            Put([.. Enumerable.Range(0, rows.Features.RowCount).Select(row => rows.Features.Row(row)[feature])], values, feature, width);
            importances[feature] = PermutationImportance.Of(losses);
        }

        return new ValueList<PermutationImportance>(importances);
    }

    private static void Put(float[] column, float[] values, int feature, int width)
    {
        for (var row = 0; row < column.Length; row++)
        {
            values[(row * width) + feature] = column[row];
        }
    }

    private static Result<double> Measure(IModel model, TrainingSet rows, float[] values, Metric metric)
    {
        var margins = new float[rows.Labels.Length];
        model.Margins(values, margins);
        var ranked = RankedRows.Of(
            Array.ConvertAll(margins, margin => LogOdds.ToProbability(margin)),
            rows.Labels,
            rows.Weights.IsEmpty ? default : Array.ConvertAll(rows.Weights.ToArray(), weight => (double)weight));
        return ranked.IsSuccess ? metric.Of(ranked.Value) : ranked.Error;
    }
}

/// <summary>By how much a metric worsens without a feature.</summary>
/// <param name="Mean">The mean worsening, in units of the metric; about 0 where the model does not need the feature.</param>
/// <param name="StandardError">The standard error of the mean, over the repeats; 0 for a single one.</param>
public readonly record struct PermutationImportance(double Mean, double StandardError)
{
    /// <summary>Averages.</summary>
    /// <param name="losses">The worsening of each repeat.</param>
    /// <returns>Their mean, and its standard error.</returns>
    internal static PermutationImportance Of(double[] losses)
    {
        var mean = losses.Average();
        var squares = losses.Sum(loss => (loss - mean) * (loss - mean));
        return new(mean, losses.Length == 1 ? 0 : Math.Sqrt(squares / (losses.Length - 1) / losses.Length));
    }
}
