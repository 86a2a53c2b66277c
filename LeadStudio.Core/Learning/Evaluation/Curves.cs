using LeadStudio.Core.Common;

namespace LeadStudio.Core.Learning.Evaluation;

/// <summary>The curves behind the metrics that look at the order of the scores: one point for each distinct score, the highest first.</summary>
/// <remarks>
/// Each begins with a point that calls no row positive; its threshold is the next number above the highest score. A curve with more points
/// than wanted keeps the first, the last, and every n-th between them.
/// </remarks>
public static class Curves
{
    /// <summary>The receiver operating characteristic.</summary>
    /// <remarks>Source: T. Fawcett, Pattern Recognition Letters 27 (2006) 861-874.</remarks>
    /// <param name="rows">The rows.</param>
    /// <param name="maximumPoints">The most points wanted, 2 or more.</param>
    /// <returns>The points from (0, 0) to (1, 1).</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 2 points are wanted.</exception>
    public static ValueList<RocPoint> Roc(RankedRows rows, int maximumPoints = int.MaxValue)
    {
        var negatives = Check(rows, maximumPoints).Weight - rows.PositiveWeight;
        return Trace(rows, maximumPoints, (threshold, positives, all) =>
            new RocPoint(threshold, (all - positives) / negatives, positives / rows.PositiveWeight));
    }

    /// <summary>Precision over recall.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="maximumPoints">The most points wanted, 2 or more.</param>
    /// <returns>The points from recall 0 (precision 1 by definition, as in scikit-learn) to recall 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 2 points are wanted.</exception>
    public static ValueList<PrecisionRecallPoint> PrecisionRecall(RankedRows rows, int maximumPoints = int.MaxValue) =>
        Trace(Check(rows, maximumPoints), maximumPoints, (threshold, positives, all) =>
            new PrecisionRecallPoint(threshold, positives / rows.PositiveWeight, all == 0 ? 1 : positives / all));

    /// <summary>Cumulative gains with their lift.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="maximumPoints">The most points wanted, 2 or more.</param>
    /// <returns>The points from (0, 0), with the lift of the highest score, to (1, 1).</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 2 points are wanted.</exception>
    public static ValueList<GainsPoint> Gains(RankedRows rows, int maximumPoints = int.MaxValue)
    {
        var firstEnd = Check(rows, maximumPoints).TieEnds[0];
        var (firstPositives, first) = Add(rows, 0, firstEnd);
        return Trace(rows, maximumPoints, (threshold, positives, all) =>
        {
            var (share, found) = (all / rows.Weight, positives / rows.PositiveWeight);
            var lift = all == 0 ? firstPositives / rows.PositiveWeight / (first / rows.Weight) : found / share;
            return new GainsPoint(threshold, share, found, lift);
        });
    }

    private static RankedRows Check(RankedRows rows, int maximumPoints)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumPoints, 2);
        return rows;
    }

    private static ValueList<TPoint> Trace<TPoint>(RankedRows rows, int maximumPoints, Func<double, double, double, TPoint> point)
    {
        var ends = rows.TieEnds;
        var step = ((ends.Length - 1) / (maximumPoints - 1)) + 1;
        var points = new List<TPoint>(((ends.Length - 1) / step) + 2) { point(Math.BitIncrement(rows.Scores[0]), 0, 0) };
        var (positives, all) = (0.0, 0.0);
        for (var tie = 0; tie < ends.Length; tie++)
        {
            var (morePositives, more) = Add(rows, tie == 0 ? 0 : ends[tie - 1], ends[tie]);
            positives += morePositives;
            all += more;
            if ((ends.Length - 1 - tie) % step == 0) // counted from the last, which is always kept
            {
                points.Add(point(rows.Scores[ends[tie] - 1], positives, all));
            }
        }

        return ValueList.From(points);
    }

    private static (double Positives, double All) Add(RankedRows rows, int start, int end)
    {
        var (positives, all) = (0.0, 0.0);
        for (var rank = start; rank < end; rank++)
        {
            all += rows.Weights[rank];
            positives += rows.Labels[rank] ? rows.Weights[rank] : 0;
        }

        return (positives, all);
    }
}
