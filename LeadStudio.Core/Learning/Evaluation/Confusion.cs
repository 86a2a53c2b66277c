namespace LeadStudio.Core.Learning.Evaluation;

/// <summary>How a threshold parts the rows: those with a score of the threshold or more are called positive.</summary>
/// <remarks>A ratio of nothing by nothing (such as the precision where no row is called positive) is 0, as in scikit-learn.</remarks>
/// <param name="Threshold">The least score that is called positive.</param>
/// <param name="TruePositives">The weight of the rows that are called positive and are.</param>
/// <param name="FalsePositives">The weight of the rows that are called positive and are not.</param>
/// <param name="FalseNegatives">The weight of the rows that are positive and not called so.</param>
/// <param name="TrueNegatives">The weight of the other rows.</param>
public readonly record struct Confusion(double Threshold, double TruePositives, double FalsePositives, double FalseNegatives, double TrueNegatives)
{
    /// <summary>Gets the share of positives among those called positive, 0 to 1.</summary>
    public double Precision => Ratio(TruePositives, TruePositives + FalsePositives);

    /// <summary>Gets the share of the positives that are called so, 0 to 1 (also: sensitivity).</summary>
    public double Recall => Ratio(TruePositives, TruePositives + FalseNegatives);

    /// <summary>Gets the share of the negatives that are not called positive, 0 to 1.</summary>
    public double Specificity => Ratio(TrueNegatives, TrueNegatives + FalsePositives);

    /// <summary>Gets the share of rows that are called what they are, 0 to 1.</summary>
    public double Accuracy => Ratio(TruePositives + TrueNegatives, TruePositives + FalsePositives + FalseNegatives + TrueNegatives);

    /// <summary>Gets the harmonic mean of precision and recall, 0 to 1.</summary>
    public double F1 => Ratio(2 * TruePositives, (2 * TruePositives) + FalsePositives + FalseNegatives);

    /// <summary>Gets the correlation of what rows are called with what they are, -1 to 1; 0 where all are called the same.</summary>
    /// <remarks>Source: B. W. Matthews, Biochimica et Biophysica Acta 405 (1975) 442-451.</remarks>
    public double Matthews => Ratio(
        (TruePositives * TrueNegatives) - (FalsePositives * FalseNegatives),
        Math.Sqrt(TruePositives + FalsePositives) * Math.Sqrt(TruePositives + FalseNegatives)
            * Math.Sqrt(TrueNegatives + FalsePositives) * Math.Sqrt(TrueNegatives + FalseNegatives));

    /// <summary>Counts rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="threshold">The least score that is called positive; not NaN.</param>
    /// <returns>The counts.</returns>
    /// <exception cref="ArgumentException">The threshold is NaN.</exception>
    public static Confusion At(RankedRows rows, double threshold)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return double.IsNaN(threshold)
            ? throw new ArgumentException("The threshold is NaN; pass a number.", nameof(threshold))
            : At(rows, rows.Weights, threshold);
    }

    internal static Confusion At(RankedRows rows, ReadOnlySpan<double> weights, double threshold)
    {
        var labels = rows.Labels;
        var scores = rows.Scores;
        Span<double> counts = [0, 0, 0, 0];
        for (var rank = 0; rank < weights.Length; rank++)
        {
            counts[(scores[rank] >= threshold ? 0 : 2) + (labels[rank] ? 0 : 1)] += weights[rank];
        }

        return new Confusion(threshold, counts[0], counts[1], counts[2], counts[3]);
    }

    private static double Ratio(double part, double whole) => whole == 0 ? 0 : part / whole;
}
