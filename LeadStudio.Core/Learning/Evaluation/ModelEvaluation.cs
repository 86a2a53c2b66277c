using LeadStudio.Core.Common;

namespace LeadStudio.Core.Learning.Evaluation;

/// <summary>The share of positives among the first rows.</summary>
/// <param name="Count">How many rows (by weight).</param>
/// <param name="Precision">The share of positives, 0 to 1.</param>
public readonly record struct TopPrecision(int Count, double Precision);

/// <summary>Everything that is said of how good a model's probabilities are.</summary>
/// <param name="Rows">How many rows with a weight above 0 were looked at.</param>
/// <param name="PositiveRate">The share of positives by weight, 0 to 1: what guessing alike for all would say.</param>
/// <param name="RocAuc">The area under <paramref name="Roc"/>, 0 to 1; 0.5 is chance.</param>
/// <param name="AveragePrecision">The area under <paramref name="PrecisionRecall"/>, 0 to 1; the rate of positives is chance.</param>
/// <param name="LogLoss">The mean loss in nats, 0 or more.</param>
/// <param name="BrierScore">The mean squared distance from what came true, 0 to 1.</param>
/// <param name="Reliability">Whether the probabilities mean what they say, in bins of equal width.</param>
/// <param name="ReliabilityByFrequency">The same in bins of equal frequency.</param>
/// <param name="Roc">The receiver operating characteristic.</param>
/// <param name="PrecisionRecall">Precision over recall.</param>
/// <param name="Gains">Cumulative gains and lift.</param>
/// <param name="Top">The precision among the first rows, for each number that was asked for.</param>
/// <param name="Confusion">The confusion at the threshold that was asked for.</param>
public sealed record ModelEvaluation(
    int Rows,
    double PositiveRate,
    double RocAuc,
    double AveragePrecision,
    double LogLoss,
    double BrierScore,
    ReliabilityCurve Reliability,
    ReliabilityCurve ReliabilityByFrequency,
    ValueList<RocPoint> Roc,
    ValueList<PrecisionRecallPoint> PrecisionRecall,
    ValueList<GainsPoint> Gains,
    ValueList<TopPrecision> Top,
    Confusion Confusion)
{
    /// <summary>Evaluates probabilities against what came true. Sorts once.</summary>
    /// <param name="probabilities">The probabilities of a positive label, 0 to 1, of rows that the model has not seen.</param>
    /// <param name="labels">What came true, one for each probability.</param>
    /// <param name="weights">The weights, 0 or more; empty means 1 for all.</param>
    /// <param name="settings">What to look at; <see langword="null"/> for the defaults.</param>
    /// <returns>The evaluation, or <see cref="OnlyOneOutcome"/> where one of the labels is missing or weighs nothing.</returns>
    /// <exception cref="ArgumentException">Lengths differ, there are no rows, or a number is outside its range.</exception>
    public static Result<ModelEvaluation> Of(
        ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights = default, EvaluationSettings? settings = null)
    {
        RowChecks.Probabilities(probabilities, labels, weights);
        var ranked = RankedRows.Of(probabilities, labels, weights);
        return ranked.IsSuccess ? Of(ranked.Value, settings) : ranked.Error;
    }

    /// <summary>Evaluates rows that are sorted already.</summary>
    /// <param name="rows">Rows whose scores are probabilities.</param>
    /// <param name="settings">What to look at; <see langword="null"/> for the defaults.</param>
    /// <returns>The evaluation.</returns>
    /// <exception cref="ArgumentException">A score is no probability, or a number of first rows is not above 0.</exception>
    public static ModelEvaluation Of(RankedRows rows, EvaluationSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        settings ??= new EvaluationSettings();
        return new ModelEvaluation(
            rows.Count,
            rows.PositiveWeight / rows.Weight,
            Metric.RocAuc.Of(rows),
            Metric.AveragePrecision.Of(rows),
            Metric.LogLoss.Of(rows),
            Metric.BrierScore.Of(rows),
            ReliabilityCurve.Of(rows, settings.Bins),
            ReliabilityCurve.Of(rows, settings.Bins, ReliabilityBins.EqualFrequency),
            Curves.Roc(rows, settings.CurvePoints),
            Curves.PrecisionRecall(rows, settings.CurvePoints),
            Curves.Gains(rows, settings.CurvePoints),
            ValueList.From(settings.TopCounts.Select(count => new TopPrecision(count, Metric.PrecisionAt(count).Of(rows)))),
            Confusion.At(rows, settings.Threshold));
    }
}
