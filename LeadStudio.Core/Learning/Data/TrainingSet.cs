namespace LeadStudio.Core.Learning.Data;

/// <summary>Rows whose outcome is known.</summary>
public sealed class TrainingSet
{
    private readonly bool[] _labels;
    private readonly float[] _weights;

    /// <summary>Initializes a new instance of the <see cref="TrainingSet"/> class.</summary>
    /// <param name="features">What is known of each row.</param>
    /// <param name="labels">Whether it came to pass, per row; kept, not copied.</param>
    /// <param name="weights">How much each row counts, above 0; empty or not given where all count alike. Kept, not copied.</param>
    /// <exception cref="ArgumentException">There are not as many labels or weights as rows, or a weight is not a positive number.</exception>
    public TrainingSet(FeatureMatrix features, bool[] labels, float[]? weights = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.Length != features.RowCount || (weights is { Length: > 0 } && weights.Length != features.RowCount))
        {
            throw new ArgumentException($"There are {features.RowCount} rows. Give one label, and one weight or none at all, for each.", nameof(labels));
        }

        if (weights is not null && Array.FindIndex(weights, weight => weight is not (> 0 and < float.PositiveInfinity)) is var wrong and >= 0)
        {
            throw new ArgumentException($"Row {wrong} has the weight {weights[wrong]}. Give weights above 0, and leave out rows that are not to count.", nameof(weights));
        }

        (Features, _labels, _weights) = (features, labels, weights ?? []);
    }

    /// <summary>Gets what is known of each row.</summary>
    public FeatureMatrix Features { get; }

    /// <summary>Gets whether it came to pass, per row.</summary>
    public ReadOnlySpan<bool> Labels => _labels;

    /// <summary>Gets how much each row counts; empty where all count alike.</summary>
    public ReadOnlySpan<float> Weights => _weights;

    /// <summary>Reads how much a row counts.</summary>
    /// <param name="row">Which, from 0.</param>
    /// <returns>Its weight; 1 where all count alike.</returns>
    public double WeightOf(int row) => _weights.Length == 0 ? 1 : _weights[row];

    /// <summary>Copies some rows.</summary>
    /// <param name="rows">Which, from 0.</param>
    /// <returns>A set of these rows, in this order.</returns>
    public TrainingSet Select(ReadOnlySpan<int> rows)
    {
        var labels = new bool[rows.Length];
        var weights = new float[_weights.Length == 0 ? 0 : rows.Length];
        for (var at = 0; at < rows.Length; at++)
        {
            labels[at] = _labels[rows[at]];
            if (weights.Length > 0)
            {
                weights[at] = _weights[rows[at]];
            }
        }

        return new TrainingSet(Features.Select(rows), labels, weights);
    }
}
