using System.Globalization;

namespace LeadStudio.Core.Learning.Evaluation;

/// <summary>A number that says how good scores are.</summary>
public sealed class Metric
{
    private readonly MetricFunction _compute;

    private Metric(string name, bool isHigherBetter, bool needsProbabilities, MetricFunction compute) =>
        (Name, IsHigherBetter, NeedsProbabilities, _compute) = (name, isHigherBetter, needsProbabilities, compute);

    private delegate double MetricFunction(RankedRows rows, ReadOnlySpan<double> weights);

    /// <summary>Gets the area under the receiver operating characteristic: the chance that a positive row has the higher score than a negative one.</summary>
    public static Metric RocAuc { get; } = new("ROC AUC", isHigherBetter: true, needsProbabilities: false, RankingMetrics.RocAuc);

    /// <summary>Gets the area under precision over recall, as average precision: no interpolation, which would flatter.</summary>
    public static Metric AveragePrecision { get; } = new("average precision", isHigherBetter: true, needsProbabilities: false, RankingMetrics.AveragePrecision);

    /// <summary>Gets the mean of -ln of the probability given to what came true, in nats.</summary>
    public static Metric LogLoss { get; } = new("log-loss", isHigherBetter: false, needsProbabilities: true, (rows, weights) =>
        ProbabilityMetrics.LogLoss(rows.Scores, rows.Labels, weights));

    /// <summary>Gets the mean of the squared distance of the probability from what came true.</summary>
    public static Metric BrierScore { get; } = new("Brier score", isHigherBetter: false, needsProbabilities: true, (rows, weights) =>
        ProbabilityMetrics.BrierScore(rows.Scores, rows.Labels, weights));

    /// <summary>Gets the name, as in "the ROC AUC is 0.9".</summary>
    public string Name { get; }

    /// <summary>Gets a value indicating whether a higher number is a better one.</summary>
    public bool IsHigherBetter { get; }

    /// <summary>Gets a value indicating whether scores must be probabilities.</summary>
    public bool NeedsProbabilities { get; }

    /// <summary>The expected calibration error; see <see cref="ReliabilityCurve"/>.</summary>
    /// <param name="bins">How many bins, 1 or more.</param>
    /// <param name="kind">How the bins are made.</param>
    /// <returns>The metric.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no bin.</exception>
    public static Metric CalibrationError(int bins = 10, ReliabilityBins kind = ReliabilityBins.EqualWidth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        return new Metric("expected calibration error", isHigherBetter: false, needsProbabilities: true, (rows, weights) =>
            ReliabilityCurve.Of(rows, weights, bins, kind).ExpectedError);
    }

    /// <summary>The share of positives among the rows with the highest scores; a tie at the end counts in proportion.</summary>
    /// <param name="k">How many rows (by weight), above 0; all, where there are fewer.</param>
    /// <returns>The metric, 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is not above 0.</exception>
    public static Metric PrecisionAt(double k)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(k);
        return new Metric(
            string.Create(CultureInfo.InvariantCulture, $"precision at {k}"),
            isHigherBetter: true,
            needsProbabilities: false,
            (rows, weights) => RankingMetrics.PrecisionAt(rows, weights, k));
    }

    /// <summary>How many times more positives are at the top of the list than chance would put there; a tie at the end counts in proportion.</summary>
    /// <param name="share">The share of the list, above 0 and at most 1.</param>
    /// <returns>The metric; 1 is chance.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside its range.</exception>
    public static Metric LiftAt(double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        return new Metric(
            string.Create(CultureInfo.InvariantCulture, $"lift at {100 * share:0.##} %"),
            isHigherBetter: true,
            needsProbabilities: false,
            (rows, weights) => RankingMetrics.LiftAt(rows, weights, share));
    }

    /// <summary>Anything that a confusion says, at a threshold.</summary>
    /// <param name="name">The name, such as "recall".</param>
    /// <param name="threshold">The least score that is called positive; not NaN.</param>
    /// <param name="read">What to read; the higher, the better.</param>
    /// <returns>The metric.</returns>
    /// <exception cref="ArgumentException">The threshold is NaN.</exception>
    public static Metric AtThreshold(string name, double threshold, Func<Confusion, double> read)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(read);
        return double.IsNaN(threshold)
            ? throw new ArgumentException("The threshold is NaN; pass a number.", nameof(threshold))
            : new Metric(name, isHigherBetter: true, needsProbabilities: false, (rows, weights) => read(Confusion.At(rows, weights, threshold)));
    }

    /// <summary>Computes it.</summary>
    /// <param name="rows">The rows.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentException">The metric needs probabilities, and a score is none.</exception>
    public double Of(RankedRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Demand(rows);
        return Of(rows, rows.Weights);
    }

    /// <summary>Computes it with other weights.</summary>
    /// <param name="rows">Rows that <see cref="Demand"/> has seen.</param>
    /// <param name="weights">The weights by rank, 0 or more, with both labels among those above 0.</param>
    internal double Of(RankedRows rows, ReadOnlySpan<double> weights) => _compute(rows, weights);

    /// <summary>Demands of the rows what the metric needs.</summary>
    internal void Demand(RankedRows rows)
    {
        if (NeedsProbabilities)
        {
            RowChecks.Probabilities(rows);
        }
    }
}
