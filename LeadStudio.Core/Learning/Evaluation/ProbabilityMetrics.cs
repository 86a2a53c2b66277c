namespace LeadStudio.Core.Learning.Evaluation;

/// <summary>Metrics of single probabilities, which need no order of the rows and take rows of one outcome too.</summary>
public static class ProbabilityMetrics
{
    /// <summary>The distance that probabilities are kept from 0 and 1, so that a sure mistake costs 36 and not infinity.</summary>
    /// <remarks>The spacing of doubles at 1, as in scikit-learn's <c>log_loss</c>.</remarks>
    public const double Clip = 2.220446049250313e-16;

    /// <summary>The mean of -ln of the probability given to what came true: 0 is perfect, 0.693 is a coin.</summary>
    /// <param name="probabilities">The probabilities of a positive label, 0 to 1.</param>
    /// <param name="labels">What came true.</param>
    /// <param name="weights">The weights, 0 or more; empty means 1 for all.</param>
    /// <returns>The loss in nats, 0 or more.</returns>
    /// <exception cref="ArgumentException">Lengths differ, there are no rows, or a number is outside its range.</exception>
    public static double LogLoss(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights = default)
    {
        RowChecks.Probabilities(probabilities, labels, weights);
        var (sum, weight) = (0.0, 0.0);
        for (var row = 0; row < probabilities.Length; row++)
        {
            var own = weights.IsEmpty ? 1 : weights[row];
            sum += own * LogLoss(probabilities[row], labels[row]);
            weight += own;
        }

        return sum / weight;
    }

    /// <summary>The mean of the squared distance of the probability from what came true (1 or 0).</summary>
    /// <remarks>Source: G. W. Brier, Monthly Weather Review 78 (1950) 1-3, halved for two outcomes as is usual.</remarks>
    /// <param name="probabilities">The probabilities of a positive label, 0 to 1.</param>
    /// <param name="labels">What came true.</param>
    /// <param name="weights">The weights, 0 or more; empty means 1 for all.</param>
    /// <returns>The score, 0 (perfect) to 1.</returns>
    /// <exception cref="ArgumentException">Lengths differ, there are no rows, or a number is outside its range.</exception>
    public static double BrierScore(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights = default)
    {
        RowChecks.Probabilities(probabilities, labels, weights);
        var (sum, weight) = (0.0, 0.0);
        for (var row = 0; row < probabilities.Length; row++)
        {
            var own = weights.IsEmpty ? 1 : weights[row];
            var distance = probabilities[row] - (labels[row] ? 1 : 0);
            sum += own * distance * distance;
            weight += own;
        }

        return sum / weight;
    }

    /// <summary>The loss of one row.</summary>
    internal static double LogLoss(double probability, bool label)
    {
        var clipped = Math.Clamp(probability, Clip, 1 - Clip);
        return -Math.Log(label ? clipped : 1 - clipped);
    }
}
