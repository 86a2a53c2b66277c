namespace LeadStudio.Core.Learning;

/// <summary>From probabilities to the logarithms of their odds, and back.</summary>
public static class LogOdds
{
    /// <summary>Computes the probability.</summary>
    /// <param name="margin">The logarithm of the odds.</param>
    /// <returns>A probability, 0 to 1.</returns>
    public static double ToProbability(double margin) => 1 / (1 + Math.Exp(-margin));

    /// <summary>Computes the log-loss of a margin: log(1 + e^m), less m where it came to pass, written so that no exponential overflows.</summary>
    /// <param name="margin">The logarithm of the odds.</param>
    /// <param name="label">Whether it came to pass.</param>
    /// <returns>The loss, in nats, 0 or more.</returns>
    public static double Loss(double margin, bool label) => Math.Max(label ? -margin : margin, 0) + Math.Log(1 + Math.Exp(-Math.Abs(margin)));

    /// <summary>Computes the logarithm of the odds.</summary>
    /// <param name="probability">A probability, above 0 and below 1.</param>
    /// <returns>The logarithm of the odds.</returns>
    public static double Of(double probability) => Math.Log(probability / (1 - probability));
}
