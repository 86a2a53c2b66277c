using System.Collections.Immutable;
using LeadStudio.Core.Learning.Data;
using LeadStudio.Core.Learning.Trees.Binning;
using LeadStudio.Core.Learning.Trees.Growing;

namespace LeadStudio.Core.Learning.Trees;

/// <summary>One training: tree after tree, each learned from what those before it got wrong.</summary>
/// <remarks>Source: J. Friedman, "Greedy function approximation: a gradient boosting machine", Annals of Statistics 29 (2001) 1189-1232.</remarks>
internal sealed class Boosting
{
    private readonly TreeOptions _options;
    private readonly TrainingSet _training;
    private readonly BinnedMatrix _binned;
    private readonly Crew _crew;
    private readonly Gradients _gradients;
    private readonly TreeGrower _grower;
    private readonly Watch? _watch;
    private readonly int[] _rows;
    private readonly float[] _margins;
    private readonly float _base;
    private readonly Random _chance;

    /// <summary>Initializes a new instance of the <see cref="Boosting"/> class.</summary>
    /// <param name="options">How trees are grown.</param>
    /// <param name="training">The rows to learn from.</param>
    /// <param name="validation">The rows to watch; null for none.</param>
    /// <param name="binned">The rows to learn from, in bins.</param>
    /// <param name="crew">Those who work.</param>
    public Boosting(TreeOptions options, TrainingSet training, TrainingSet? validation, BinnedMatrix binned, Crew crew)
    {
        (_options, _training, _binned, _crew) = (options, training, binned, crew);
        var labels = Array.ConvertAll(training.Labels.ToArray(), label => label ? 1f : 0f);
        var weights = WeightsOf(training, options.PositiveWeight);
        _base = (float)LogOdds.Of(ShareOf(labels, weights));
        _rows = [.. Enumerable.Range(0, labels.Length)];
        _margins = new float[labels.Length];
        Array.Fill(_margins, _base);
        _gradients = new Gradients(labels, weights, crew);
        ImmutableArray<int> monotone = [.. training.Features.Features.Select(feature => options.Monotone.GetValueOrDefault(feature.Name))];
        _grower = new TreeGrower(options, binned, _gradients, new SplitFinder(options, binned, monotone), crew);
        _watch = validation is null ? null : new Watch(validation, _base, options.Patience);
        _chance = new Random(options.Seed);
    }

    /// <summary>Grows the trees.</summary>
    /// <param name="progress">Told after each tree.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    /// <returns>All trees, those after the best log-loss too.</returns>
    public GrownTrees Run(IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        var trees = ImmutableArray.CreateBuilder<RegressionTree>();
        var losses = ImmutableArray.CreateBuilder<double>();
        losses.Add(_watch?.LogLoss ?? 0);
        while (trees.Count < _options.Trees && _watch is not { IsTired: true })
        {
            cancellationToken.ThrowIfCancellationRequested();
            _gradients.Compute(_margins);
            var tree = GrowOne();
            trees.Add(tree);
            _watch?.Add(tree);
            losses.Add(_watch?.LogLoss ?? 0);
            progress?.Report(new TrainingProgress(trees.Count, _options.Trees, _watch?.LogLoss));
            if (tree.Depth == 0 && _options is { RowSample: 1, FeatureSample: 1 })
            {
                break; // nothing is left to be learned
            }
        }

        return new GrownTrees(new TreeModel(_training.Features.Features, _base, trees.DrainToImmutable()), _watch is null ? [] : losses.DrainToImmutable());
    }

    private RegressionTree GrowOne()
    {
        var rows = SampleRows();
        var tree = _grower.Grow(rows, SampleFeatures(), _margins);
        if (rows.Length < _binned.RowCount)
        {
            AnswerUnseen(tree, rows);
        }

        return tree;
    }

    private void AnswerUnseen(RegressionTree tree, int[] seenRows)
    {
        var seen = new bool[_binned.RowCount];
        Array.ForEach(seenRows, row => seen[row] = true);
        var chunks = Chunks.Of(seen.Length);
        _crew.Run(chunks.Count, chunk =>
        {
            var (start, count) = chunks[chunk].GetOffsetAndLength(seen.Length);
            for (var row = start; row < start + count; row++)
            {
                _margins[row] += seen[row] ? 0 : tree.Value(_training.Features.Row(row));
            }
        });
    }

    private int[] SampleRows() =>
        _options.RowSample < 1 && Array.FindAll(_rows, _ => _chance.NextDouble() < _options.RowSample) is { Length: > 1 } some ? some : _rows;

    private bool[] SampleFeatures()
    {
        var order = Enumerable.Range(0, _training.Features.Features.Length).ToArray();
        var allowed = new bool[order.Length];
        if (_options.FeatureSample < 1)
        {
            _chance.Shuffle(order);
        }

        foreach (var feature in order.Take((int)Math.Ceiling(_options.FeatureSample * order.Length)))
        {
            allowed[feature] = true;
        }

        return allowed;
    }

    private static float[] WeightsOf(TrainingSet training, double positiveWeight)
    {
        if (training.Weights.IsEmpty && positiveWeight == 1)
        {
            return [];
        }

        var weights = new float[training.Labels.Length];
        for (var row = 0; row < weights.Length; row++)
        {
            weights[row] = (training.Weights.IsEmpty ? 1 : training.Weights[row]) * (training.Labels[row] ? (float)positiveWeight : 1);
        }

        return weights;
    }

    private static double ShareOf(float[] labels, float[] weights) =>
        weights.Length == 0 ? labels.Average(label => (double)label) : labels.Zip(weights, (label, weight) => (double)label * weight).Sum() / weights.Sum(weight => (double)weight);
}
