namespace LeadStudio.Core.Learning.Evaluation;

/// <summary>A point of the receiver operating characteristic.</summary>
/// <param name="Threshold">The least score that is called positive.</param>
/// <param name="FalsePositiveRate">The share of the negatives that are called positive, 0 to 1.</param>
/// <param name="TruePositiveRate">The share of the positives that are called positive, 0 to 1.</param>
public readonly record struct RocPoint(double Threshold, double FalsePositiveRate, double TruePositiveRate);

/// <summary>A point of the curve of precision over recall.</summary>
/// <param name="Threshold">The least score that is called positive.</param>
/// <param name="Recall">The share of the positives that are called positive, 0 to 1.</param>
/// <param name="Precision">The share of positives among those called positive, 0 to 1; 1 where none is.</param>
public readonly record struct PrecisionRecallPoint(double Threshold, double Recall, double Precision);

/// <summary>A point of the curves of cumulative gains and lift: what working down the list brings.</summary>
/// <param name="Threshold">The score down to which the list is worked.</param>
/// <param name="Share">The share of all rows that this is, 0 to 1.</param>
/// <param name="Found">The share of the positives found by then, 0 to 1 (cumulative gains).</param>
/// <param name="Lift"><paramref name="Found"/> by <paramref name="Share"/>: how many times better than an order by chance.</param>
public readonly record struct GainsPoint(double Threshold, double Share, double Found, double Lift);
