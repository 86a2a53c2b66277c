namespace LeadStudio.Core.Learning.Trees.Prediction;

/// <summary>What a node asks, in eight bytes: all that a number needs.</summary>
/// <param name="threshold">From which value on it sends right; NaN for a node that asks for categories.</param>
/// <param name="offset">Where in a row the value of its feature is, in bytes; even.</param>
/// <param name="missingRight">Whether missing values go right.</param>
internal readonly struct Question(float threshold, int offset, bool missingRight)
{
    private readonly int _offsetAndMissing = offset | (missingRight ? 1 : 0);

    /// <summary>Gets from which value on it sends right.</summary>
    public float Threshold { get; } = threshold;

    /// <summary>Gets where in a row the value of its feature is, in bytes.</summary>
    public int Offset => _offsetAndMissing & ~1;

    /// <summary>Tells whether a value goes right because it is missing.</summary>
    /// <param name="missing">1 where it is missing, else 0.</param>
    /// <returns>1 where it does, else 0.</returns>
    public int SendsRight(int missing) => _offsetAndMissing & missing;
}
