namespace LeadStudio.Core.Learning.Evaluation;

/// <summary>Metrics that look at the order of the scores only; weights are by rank and may be 0.</summary>
internal static class RankingMetrics
{
    /// <summary>The chance that a positive row stands above a negative one; a tie counts half.</summary>
    public static double RocAuc(RankedRows rows, ReadOnlySpan<double> weights)
    {
        var labels = rows.Labels;
        var (positives, negatives, area) = (0.0, 0.0, 0.0);
        var rank = 0;
        foreach (var end in rows.TieEnds)
        {
            var (tiedPositives, tiedNegatives) = (0.0, 0.0);
            for (; rank < end; rank++)
            {
                // Without a branch, which a good half of the rows would mispredict.
                var positive = weights[rank] * (labels[rank] ? 1 : 0);
                tiedPositives += positive;
                tiedNegatives += weights[rank] - positive;
            }

            area += tiedNegatives * (positives + (tiedPositives / 2));
            positives += tiedPositives;
            negatives += tiedNegatives;
        }

        return area / (positives * negatives);
    }

    /// <summary>The mean of the precision at each threshold, weighted by the recall that it adds.</summary>
    public static double AveragePrecision(RankedRows rows, ReadOnlySpan<double> weights)
    {
        var labels = rows.Labels;
        var (positives, all, sum) = (0.0, 0.0, 0.0);
        var rank = 0;
        foreach (var end in rows.TieEnds)
        {
            var tiedPositives = 0.0;
            for (; rank < end; rank++)
            {
                all += weights[rank];
                tiedPositives += weights[rank] * (labels[rank] ? 1 : 0);
            }

            positives += tiedPositives;
            if (tiedPositives > 0)
            {
                sum += tiedPositives * positives / all;
            }
        }

        return sum / positives;
    }

    /// <summary>The share of positives in the first <paramref name="k"/> rows (by weight), or in all if there are fewer.</summary>
    public static double PrecisionAt(RankedRows rows, ReadOnlySpan<double> weights, double k)
    {
        var (_, all) = Sums(rows, weights);
        var top = Math.Min(k, all);
        return PositivesIn(rows, weights, top) / top;
    }

    /// <summary>How many times more of the positives than of all rows are in the first <paramref name="share"/> of the rows.</summary>
    public static double LiftAt(RankedRows rows, ReadOnlySpan<double> weights, double share)
    {
        var (positives, all) = Sums(rows, weights);
        return PositivesIn(rows, weights, share * all) / positives / share;
    }

    /// <summary>Counts the positives in the first rows. A tie at the end counts in proportion: the mean over all ways to break it.</summary>
    private static double PositivesIn(RankedRows rows, ReadOnlySpan<double> weights, double top)
    {
        var labels = rows.Labels;
        var (positives, all) = (0.0, 0.0);
        var rank = 0;
        foreach (var end in rows.TieEnds)
        {
            var (tiedPositives, tied) = (0.0, 0.0);
            for (; rank < end; rank++)
            {
                tied += weights[rank];
                tiedPositives += labels[rank] ? weights[rank] : 0;
            }

            if (all + tied >= top)
            {
                return tied == 0 ? positives : positives + (tiedPositives * (top - all) / tied);
            }

            positives += tiedPositives;
            all += tied;
        }

        return positives;
    }

    private static (double Positives, double All) Sums(RankedRows rows, ReadOnlySpan<double> weights)
    {
        var (positives, all) = (0.0, 0.0);
        for (var rank = 0; rank < weights.Length; rank++)
        {
            all += weights[rank];
            positives += rows.Labels[rank] ? weights[rank] : 0;
        }

        return (positives, all);
    }
}
