namespace LeadStudio.Core.Learning.Evaluation;

/// <summary>How far chance in the choice of rows may have moved a number.</summary>
/// <param name="Estimate">The number on all rows.</param>
/// <param name="Lower">Where the interval begins.</param>
/// <param name="Upper">Where it ends.</param>
/// <param name="StandardError">The standard deviation of the number over resamples.</param>
/// <param name="Confidence">How sure the interval is, above 0 and below 1.</param>
public sealed record BootstrapInterval(double Estimate, double Lower, double Upper, double StandardError, double Confidence)
{
    /// <summary>Summarises resamples, by percentiles with linear interpolation.</summary>
    internal static BootstrapInterval Of(double estimate, double[] replicates, double confidence)
    {
        Array.Sort(replicates);
        var mean = replicates.Average();
        var squares = replicates.Sum(value => (value - mean) * (value - mean));
        return new BootstrapInterval(
            estimate,
            Percentile(replicates, (1 - confidence) / 2),
            Percentile(replicates, (1 + confidence) / 2),
            Math.Sqrt(squares / (replicates.Length - 1)),
            confidence);
    }

    private static double Percentile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 == sorted.Length ? sorted[below] : sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }
}
