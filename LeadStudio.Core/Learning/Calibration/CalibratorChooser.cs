using LeadStudio.Core.Common;
using LeadStudio.Core.Learning.Evaluation;

namespace LeadStudio.Core.Learning.Calibration;

/// <summary>Chooses how to calibrate, by the log-loss on rows that the map has not seen.</summary>
/// <remarks>
/// The simplest kind whose loss is above the best by one standard error at most. Source of the rule: L. Breiman, J. H. Friedman, R. A. Olshen
/// and C. J. Stone, Classification and Regression Trees (1984), 3.4.3.
/// </remarks>
public static class CalibratorChooser
{
    /// <summary>Compares the kinds by stratified cross-validation and learns the chosen one from all rows.</summary>
    /// <param name="probabilities">What the model gave for rows that it was not trained on, 0 to 1.</param>
    /// <param name="labels">What came true, one for each probability.</param>
    /// <param name="weights">The weights, 0 or more; empty means 1 for all.</param>
    /// <param name="folds">How many folds, 2 or more; default 5.</param>
    /// <param name="seed">The seed of the folds.</param>
    /// <returns>The choice, or <see cref="OnlyOneOutcome"/>, or <see cref="TooFewRows"/> where a label has fewer rows than there are folds.</returns>
    /// <exception cref="ArgumentException">Lengths differ, there are no rows, or a number is outside its range.</exception>
    public static Result<CalibratorChoice> Choose(
        ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights = default, int folds = 5, int seed = 1)
    {
        RowChecks.Probabilities(probabilities, labels, weights);
        var splits = Splits.Stratified(labels, folds, seed);
        if (!splits.IsSuccess)
        {
            return splits.Error;
        }

        var rows = new Rows(probabilities, labels, weights);
        var kinds = Enum.GetValues<CalibratorKind>();
        var count = labels.Length;
        var losses = Array.ConvertAll(kinds, _ => new double[count]);
        foreach (var split in splits.Value)
        {
            var training = rows.Take(split.Training.AsSpan());
            foreach (var kind in kinds)
            {
                var fitted = training.Fit(kind);
                if (!fitted.IsSuccess)
                {
                    return fitted.Error;
                }

                foreach (var row in split.Test)
                {
                    losses[(int)kind][row] = ProbabilityMetrics.LogLoss(fitted.Value.Calibrate(probabilities[row]), labels[row]);
                }
            }
        }

        var trials = Compare(losses, rows);
        var chosen = trials.First(trial => trial.AboveBest <= trial.StandardError).Kind;
        var calibrator = rows.Fit(chosen);
        return calibrator.IsSuccess ? new CalibratorChoice(chosen, calibrator.Value, trials) : calibrator.Error;
    }

    private static ValueList<CalibratorTrial> Compare(double[][] losses, Rows rows)
    {
        var means = new double[losses.Length];
        for (var kind = 0; kind < losses.Length; kind++)
        {
            means[kind] = rows.Mean(losses[kind]);
        }

        var best = Array.IndexOf(means, means.Min());
        var trials = new CalibratorTrial[losses.Length];
        for (var kind = 0; kind < losses.Length; kind++)
        {
            var above = means[kind] - means[best];
            trials[kind] = new CalibratorTrial((CalibratorKind)kind, means[kind], above, rows.StandardError(losses[kind], losses[best], above));
        }

        return new ValueList<CalibratorTrial>(trials);
    }

    private readonly ref struct Rows(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights)
    {
        private readonly ReadOnlySpan<double> _probabilities = probabilities;
        private readonly ReadOnlySpan<bool> _labels = labels;
        private readonly ReadOnlySpan<double> _weights = weights;

        public Rows Take(ReadOnlySpan<int> chosen)
        {
            var takenProbabilities = new double[chosen.Length];
            var takenLabels = new bool[chosen.Length];
            var takenWeights = new double[_weights.IsEmpty ? 0 : chosen.Length];
            for (var place = 0; place < chosen.Length; place++)
            {
                takenProbabilities[place] = _probabilities[chosen[place]];
                takenLabels[place] = _labels[chosen[place]];
                if (!_weights.IsEmpty)
                {
                    takenWeights[place] = _weights[chosen[place]];
                }
            }

            return new Rows(takenProbabilities, takenLabels, takenWeights);
        }

        public Result<Calibrator> Fit(CalibratorKind kind) => kind switch
        {
            CalibratorKind.None => new Uncalibrated(),
            CalibratorKind.Platt => Wrap(PlattScaling.Fit(_probabilities, _labels, _weights)),
            // No surer than Laplace's rule after seeing all rows with the same label.
            CalibratorKind.Isotonic => Wrap(IsotonicMap.Fit(_probabilities, _labels, _weights, 1 / (Weight() + 2))),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Pass a kind that exists."),
        };

        public double Mean(double[] losses)
        {
            var sum = 0.0;
            for (var row = 0; row < losses.Length; row++)
            {
                sum += Own(row) * losses[row];
            }

            return sum / Weight();
        }

        public double StandardError(double[] losses, double[] best, double mean)
        {
            var squares = 0.0;
            for (var row = 0; row < losses.Length; row++)
            {
                var distance = Own(row) * (losses[row] - best[row] - mean);
                squares += distance * distance;
            }

            return Math.Sqrt(squares) / Weight();
        }

        private double Own(int row) => _weights.IsEmpty ? 1 : _weights[row];

        private double Weight()
        {
            var sum = 0.0;
            for (var row = 0; row < _labels.Length; row++)
            {
                sum += Own(row);
            }

            return sum;
        }

        private static Result<Calibrator> Wrap<T>(Result<T> result)
            where T : Calibrator => result.IsSuccess ? result.Value : result.Error;
    }
}
