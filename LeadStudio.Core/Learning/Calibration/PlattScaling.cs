using LeadStudio.Core.Common;
using LeadStudio.Core.Learning.Evaluation;

namespace LeadStudio.Core.Learning.Calibration;

/// <summary>Stretches and shifts the log-odds of probabilities: two numbers, which few rows suffice to learn.</summary>
/// <remarks>
/// Platt's sigmoid over log-odds rather than over the probability itself, so that a model which is calibrated already is left alone (slope 1,
/// intercept 0). Log-odds end at those of <see cref="ProbabilityMetrics.Clip"/>.
/// </remarks>
public sealed record PlattScaling : Calibrator
{
    /// <summary>Initializes a new instance of the <see cref="PlattScaling"/> class.</summary>
    /// <param name="slope">What log-odds are multiplied by, 0 or more and finite.</param>
    /// <param name="intercept">What is added to them then; finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public PlattScaling(double slope, double intercept)
    {
        if (!double.IsFinite(slope) || slope < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(slope), slope, "Pass a finite slope of 0 or more.");
        }

        if (!double.IsFinite(intercept))
        {
            throw new ArgumentOutOfRangeException(nameof(intercept), intercept, "Pass a finite intercept.");
        }

        (Slope, Intercept) = (slope, intercept);
    }

    /// <summary>Gets what log-odds are multiplied by: below 1 where the model was too sure of itself.</summary>
    public double Slope { get; }

    /// <summary>Gets what is added to the log-odds: below 0 where the model promised too much.</summary>
    public double Intercept { get; }

    /// <summary>Learns the map. Where higher probabilities came true less often, it is a constant: the map never turns the order round.</summary>
    /// <param name="probabilities">What the model gave for rows that it was not trained on, 0 to 1.</param>
    /// <param name="labels">What came true, one for each probability.</param>
    /// <param name="weights">The weights, 0 or more; empty means 1 for all.</param>
    /// <returns>The map, or <see cref="OnlyOneOutcome"/>.</returns>
    /// <exception cref="ArgumentException">Lengths differ, there are no rows, or a number is outside its range.</exception>
    public static Result<PlattScaling> Fit(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights = default)
    {
        RowChecks.Probabilities(probabilities, labels, weights);
        if (RowChecks.FindOnlyOutcome(labels, weights) is { } error)
        {
            return error;
        }

        var logOdds = new double[probabilities.Length];
        for (var row = 0; row < logOdds.Length; row++)
        {
            logOdds[row] = LogOdds(probabilities[row]);
        }

        var (slope, intercept) = PlattFit.Fit(logOdds, labels, weights);
        if (slope < 0)
        {
            Array.Clear(logOdds); // the best sigmoid that does not fall is flat
            (slope, intercept) = (0, PlattFit.Fit(logOdds, labels, weights).Intercept);
        }

        return new PlattScaling(slope, intercept);
    }

    /// <inheritdoc />
    public override double Calibrate(double probability) => Sigmoid((Slope * LogOdds(probability)) + Intercept);

    internal static double Sigmoid(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    private static double LogOdds(double probability)
    {
        var clipped = Math.Clamp(probability, ProbabilityMetrics.Clip, 1 - ProbabilityMetrics.Clip);
        return Math.Log(clipped / (1 - clipped));
    }
}
