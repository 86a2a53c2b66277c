namespace LeadStudio.Core.Learning.Trees.Prediction;

/// <summary>What a node asks, in eight bytes: all that a number needs.</summary>
/// <param name="threshold">From which value on it sends right; NaN for a node that asks for categories.</param>
/// <param name="feature">The feature, from 0.</param>
/// <param name="missingRight">Whether missing values go right.</param>
internal readonly struct Question(float threshold, int feature, bool missingRight)
{
    private readonly int _featureAndMissing = (feature << 1) | (missingRight ? 1 : 0);

    /// <summary>Gets from which value on it sends right.</summary>
    public float Threshold { get; } = threshold;

    /// <summary>Gets the feature.</summary>
    public int Feature => _featureAndMissing >> 1;

    /// <summary>Gets 1 where missing values go right, else 0.</summary>
    public int MissingRight => _featureAndMissing & 1;
}
