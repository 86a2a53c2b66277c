using System.Diagnostics;
using LeadStudio.Core.Common;
using LeadStudio.Core.Learning.Data;
using LeadStudio.Core.Learning.Evaluation;
using LeadStudio.Core.Learning.Linear;
using LeadStudio.Core.Learning.Trees;

namespace LeadStudio.Core.Learning.Choice;

/// <summary>Lets a candidate learn from all folds but one, and looks at what it says about that one.</summary>
internal sealed class CrossValidation
{
    private readonly TrainingSet _rows;
    private readonly Split[] _folds;
    private readonly (TrainingSet Training, TrainingSet Test)[] _parts;

    /// <summary>Initializes a new instance of the <see cref="CrossValidation"/> class.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="folds">Which to learn from and which to look at.</param>
    public CrossValidation(TrainingSet rows, IReadOnlyList<Split> folds)
    {
        _rows = rows;
        _folds = [.. folds];
        _parts = Array.ConvertAll(_folds, fold => (rows.Select(fold.Training.AsSpan()), rows.Select(fold.Test.AsSpan())));
    }

    /// <summary>Tries a candidate.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What it said about each row; or why nothing can be learned.</returns>
    public Result<Tried> Try(Candidate candidate, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var margins = new float[_rows.Labels.Length];
        var trees = 0;
        if (candidate is TreeCandidate { Options: var options })
        {
            var grown = new List<GrownTrees>();
            foreach (var (training, test) in _parts)
            {
                var result = new TreeTrainer(options).Grow(training, test, null, cancellationToken);
                if (!result.IsSuccess)
                {
                    return result.Error;
                }

                grown.Add(result.Value);
            }

            trees = GrownTrees.BestCount(grown);
            for (var fold = 0; fold < _folds.Length; fold++)
            {
                Keep(grown[fold].Take(trees), fold, margins);
            }
        }
        else
        {
            for (var fold = 0; fold < _folds.Length; fold++)
            {
                var trained = TrainerOf(candidate, 0).Train(_parts[fold].Training, null, null, cancellationToken);
                if (!trained.IsSuccess)
                {
                    return trained.Error;
                }

                Keep(trained.Value.Model, fold, margins);
            }
        }

        return new Tried(candidate, trees, Array.ConvertAll(margins, margin => LogOdds.ToProbability(margin)), AucOf(margins), Stopwatch.GetElapsedTime(start));
    }

    /// <summary>Makes the trainer of a candidate.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="trees">How many trees.</param>
    /// <returns>The trainer.</returns>
    public static ITrainer TrainerOf(Candidate candidate, int trees) => candidate switch
    {
        LinearCandidate linear => new LogisticRegressionTrainer(linear.Options),
        TreeCandidate tree => new TreeTrainer(tree.Options with { Trees = Math.Max(trees, 1) }),
        _ => throw new ArgumentException($"There is no trainer for {candidate.GetType().Name}.", nameof(candidate)),
    };

    private void Keep(IModel model, int fold, float[] margins)
    {
        var test = _parts[fold].Test;
        var found = new float[test.Labels.Length];
        model.Margins(test.Features.Values, found);
        for (var at = 0; at < found.Length; at++)
        {
            margins[_folds[fold].Test[at]] = found[at];
        }
    }

    // Models of different folds are not on one scale, so each fold is ranked by itself.
    private double AucOf(float[] margins) => _folds.Average(fold =>
    {
        var rows = fold.Test.ToArray();
        var ranked = RankedRows.Of(
            Array.ConvertAll(rows, row => (double)margins[row]),
            Array.ConvertAll(rows, row => _rows.Labels[row]),
            _rows.Weights.IsEmpty ? default : Array.ConvertAll(rows, row => (double)_rows.Weights[row]));
        return Metric.RocAuc.Of(ranked.Value!);
    });
}

/// <summary>What a candidate said about rows that it had not seen.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Trees">How many trees were best; 0 for other learners.</param>
/// <param name="Probabilities">Its probability for each row.</param>
/// <param name="RocAuc">The area under the ROC curve, the mean over the folds.</param>
/// <param name="Took">How long it took.</param>
internal sealed record Tried(Candidate Candidate, int Trees, double[] Probabilities, double RocAuc, TimeSpan Took);
