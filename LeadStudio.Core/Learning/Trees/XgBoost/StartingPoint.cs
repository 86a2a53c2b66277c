namespace LeadStudio.Core.Learning.Trees.XgBoost;

/// <summary>A margin before the first tree, as XGBoost keeps it: a probability in single precision.</summary>
/// <param name="Probability">Above 0 and below 1.</param>
/// <param name="Rest">What the margin has beyond that of the probability, in logarithms of odds; 0 where it would hardly change a prediction.</param>
internal readonly record struct StartingPoint(float Probability, float Rest)
{
    // Moves a probability by a quarter of it at most.
    private const float Negligible = 4e-7f;

    // Below it, single precision holds the probability's odds well; near 1 it does not.
    private const double MostProbability = 0.9;

    private const double LeastProbability = 1e-30;

    /// <summary>Finds it.</summary>
    /// <param name="margin">The margin, in logarithms of odds.</param>
    /// <returns>Probability and rest.</returns>
    public static StartingPoint Of(float margin)
    {
        var probability = (float)Math.Clamp(LogOdds.ToProbability(margin), LeastProbability, MostProbability);
        var rest = margin - MarginOf(probability);
        return new StartingPoint(probability, Math.Abs(rest) > Negligible ? rest : 0);
    }

    /// <summary>Computes a margin as XGBoost does, in single precision.</summary>
    /// <param name="probability">Above 0 and below 1.</param>
    /// <returns>The margin, in logarithms of odds.</returns>
    public static float MarginOf(float probability) => -MathF.Log((1 / probability) - 1);
}
