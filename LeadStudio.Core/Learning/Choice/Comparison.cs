using System.Globalization;
using LeadStudio.Core.Learning.Data;
using LeadStudio.Core.Learning.Evaluation;

namespace LeadStudio.Core.Learning.Choice;

/// <summary>Which candidate is best beyond noise.</summary>
internal static class Comparison
{
    // Chance alone has a difference above this in one case of forty.
    private const double NoiseInStandardErrors = 2;

    /// <summary>Compares.</summary>
    /// <param name="tried">What each candidate said.</param>
    /// <param name="rows">About which rows.</param>
    /// <returns>How each did, best first.</returns>
    public static IReadOnlyList<Trial> Of(IReadOnlyList<Tried> tried, TrainingSet rows)
    {
        var losses = tried.ToDictionary(each => each, each => LossesOf(each, rows));
        var best = losses[tried.MinBy(each => Mean(losses[each], rows))!];
        return [.. tried.Select(each => TrialOf(each, losses[each], best, rows)).OrderBy(trial => trial.LogLoss)];
    }

    /// <summary>Chooses.</summary>
    /// <param name="trials">How each did, best first.</param>
    /// <returns>The best of the simplest kind that is as good as the best, as far as can be told.</returns>
    public static Trial Choose(IReadOnlyList<Trial> trials)
    {
        var equals = trials.Where(trial => trial.AboveBest <= NoiseInStandardErrors * trial.StandardError).ToArray();
        var simplest = equals.Min(trial => trial.Candidate.Complexity);
        return equals.First(trial => trial.Candidate.Complexity == simplest);
    }

    /// <summary>Says why.</summary>
    /// <param name="chosen">What was chosen.</param>
    /// <param name="trials">How each did, best first.</param>
    /// <returns>A sentence for people.</returns>
    public static string Explain(Trial chosen, IReadOnlyList<Trial> trials) => chosen == trials[0]
        ? string.Create(CultureInfo.InvariantCulture, $"{chosen.Candidate.Name} had the lowest log-loss of {trials.Count}, {chosen.LogLoss:0.0000}.")
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{chosen.Candidate.Name} is simpler than {trials[0].Candidate.Name}, and its log-loss of {chosen.LogLoss:0.0000} is not above {trials[0].LogLoss:0.0000} by more than chance would have it.");

    private static Trial TrialOf(Tried tried, double[] losses, double[] best, TrainingSet rows)
    {
        var above = losses.Zip(best, (own, least) => own - least).ToArray();
        var mean = Mean(above, rows);
        var (squares, all) = (0.0, 0.0);
        for (var row = 0; row < above.Length; row++)
        {
            var weight = rows.WeightOf(row);
            squares += weight * weight * (above[row] - mean) * (above[row] - mean);
            all += weight;
        }

        return new Trial(tried.Candidate, Mean(losses, rows), tried.RocAuc, tried.Trees, mean, Math.Sqrt(squares) / all, tried.Took);
    }

    private static double[] LossesOf(Tried tried, TrainingSet rows)
    {
        var losses = new double[tried.Probabilities.Length];
        for (var row = 0; row < losses.Length; row++)
        {
            var probability = Math.Clamp(tried.Probabilities[row], ProbabilityMetrics.Clip, 1 - ProbabilityMetrics.Clip);
            losses[row] = -Math.Log(rows.Labels[row] ? probability : 1 - probability);
        }

        return losses;
    }

    private static double Mean(double[] values, TrainingSet rows)
    {
        var (sum, all) = (0.0, 0.0);
        for (var row = 0; row < values.Length; row++)
        {
            sum += rows.WeightOf(row) * values[row];
            all += rows.WeightOf(row);
        }

        return sum / all;
    }
}
