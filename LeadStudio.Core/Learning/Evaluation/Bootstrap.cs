using LeadStudio.Core.Common;

namespace LeadStudio.Core.Learning.Evaluation;

/// <summary>Says how sure metrics are, by computing them again on rows drawn with replacement.</summary>
/// <remarks>
/// Percentile intervals, stratified by label: each resample has as many positives and negatives as the rows have. A row's weight goes with
/// it wherever it is drawn. Source: B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap (1993), chapters 6 and 13. A resample
/// is a weight for each rank, so nothing is sorted again and each metric is one pass.
/// </remarks>
public static class Bootstrap
{
    /// <summary>The interval of one metric.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="settings">How; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Stops it between two resamples.</param>
    /// <returns>The interval.</returns>
    /// <exception cref="ArgumentException">The metric needs probabilities and a score is none.</exception>
    public static BootstrapInterval Interval(
        RankedRows rows, Metric metric, BootstrapSettings? settings = null, CancellationToken cancellationToken = default) =>
        Intervals(rows, [metric], settings, cancellationToken)[0];

    /// <summary>The intervals of several metrics on the same resamples, which costs less than one after the other.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="metrics">The metrics, one or more.</param>
    /// <param name="settings">How; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Stops it between two resamples.</param>
    /// <returns>The intervals in the order of the metrics.</returns>
    /// <exception cref="ArgumentException">A metric needs probabilities and a score is none.</exception>
    public static ValueList<BootstrapInterval> Intervals(
        RankedRows rows, IReadOnlyList<Metric> metrics, BootstrapSettings? settings = null, CancellationToken cancellationToken = default)
    {
        settings ??= new BootstrapSettings();
        Check(rows, metrics);
        var resampler = new Resampler(rows);
        var replicates = Replicate(resampler, metrics.Count, settings, (counts, weights, results) =>
        {
            resampler.Weigh(0, counts, weights);
            for (var metric = 0; metric < metrics.Count; metric++)
            {
                results[metric] = metrics[metric].Of(rows, weights);
            }
        }, cancellationToken);
        return ValueList.From(metrics.Select((metric, index) => BootstrapInterval.Of(metric.Of(rows), replicates[index], settings.Confidence)));
    }

    /// <summary>The interval of the difference between two models on the same rows: both are computed on each resample, which takes out what is hard for both.</summary>
    /// <param name="first">The rows as the first model ranks them.</param>
    /// <param name="second">The same rows, labels and weights as the second model ranks them.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="settings">How; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Stops it between two resamples.</param>
    /// <returns>The interval of the first model's number less the second's; where 0 is inside, chance may explain the difference.</returns>
    /// <exception cref="ArgumentException">The rows differ, or the metric needs probabilities and a score is none.</exception>
    public static BootstrapInterval Difference(
        RankedRows first, RankedRows second, Metric metric, BootstrapSettings? settings = null, CancellationToken cancellationToken = default)
    {
        settings ??= new BootstrapSettings();
        Check(first, [metric]);
        Check(second, [metric]);
        if (!first.HasSameRowsAs(second))
        {
            throw new ArgumentException("The two models were given different rows, labels or weights; pass the same ones.", nameof(second));
        }

        var resampler = new Resampler(first, second);
        var replicates = Replicate(resampler, 1, settings, (counts, weights, results) =>
        {
            resampler.Weigh(0, counts, weights);
            var ofFirst = metric.Of(first, weights);
            resampler.Weigh(1, counts, weights);
            results[0] = ofFirst - metric.Of(second, weights);
        }, cancellationToken);
        return BootstrapInterval.Of(metric.Of(first) - metric.Of(second), replicates[0], settings.Confidence);
    }

    private static double[][] Replicate(
        Resampler resampler, int numbers, BootstrapSettings settings, Action<int[], double[], double[]> compute, CancellationToken cancellationToken)
    {
        var replicates = Enumerable.Range(0, numbers).Select(_ => new double[settings.Replicates]).ToArray();
        Parallel.For(
            0,
            settings.Replicates,
            new ParallelOptions { MaxDegreeOfParallelism = settings.Threads, CancellationToken = cancellationToken },
            () => (Counts: new int[resampler.Count], Weights: new double[resampler.Count], Results: new double[numbers]),
            (replicate, _, own) =>
            {
                // Its own stream for each resample, so that it does not matter which thread does it.
                resampler.Draw(SplitMix64.ForStream(settings.Seed, replicate), own.Counts);
                compute(own.Counts, own.Weights, own.Results);
                for (var number = 0; number < numbers; number++)
                {
                    replicates[number][replicate] = own.Results[number];
                }

                return own;
            },
            _ => { });
        return replicates;
    }

    private static void Check(RankedRows rows, IReadOnlyList<Metric> metrics)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(metrics);
        if (metrics.Count == 0)
        {
            throw new ArgumentException("There is no metric; pass at least one.", nameof(metrics));
        }

        foreach (var metric in metrics)
        {
            metric.Demand(rows);
        }
    }
}
