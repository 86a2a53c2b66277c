namespace LeadStudio.Core.Learning.Trees;

/// <summary>A split or a leaf of a <see cref="RegressionTree"/>.</summary>
public readonly record struct TreeNode
{
    /// <summary>Gets the feature that is asked for; -1 in a leaf.</summary>
    public int Feature { get; init; }

    /// <summary>Gets the number below which a value goes left; not used where <see cref="RightCategories"/> is given.</summary>
    public float Threshold { get; init; }

    /// <summary>Gets the categories that go right, all others go left; null where the feature is a number.</summary>
    public CategorySet? RightCategories { get; init; }

    /// <summary>Gets a value indicating whether a missing value goes left.</summary>
    public bool MissingLeft { get; init; }

    /// <summary>Gets the number of the node for what goes left; greater than this one's.</summary>
    public int Left { get; init; }

    /// <summary>Gets the number of the node for what goes right; greater than this one's.</summary>
    public int Right { get; init; }

    /// <summary>Gets what a leaf adds to the margin, in logarithms of odds.</summary>
    public float Value { get; init; }

    /// <summary>Gets by how much the split lowered the regularised loss of the training rows, in nats.</summary>
    public float Gain { get; init; }

    /// <summary>Gets the sum of second derivatives of the training rows that came here: their weight.</summary>
    public float Cover { get; init; }

    /// <summary>Gets a value indicating whether this is a leaf.</summary>
    public bool IsLeaf => Feature < 0;

    /// <summary>Says where a value goes.</summary>
    /// <param name="value">The value of <see cref="Feature"/>; NaN where it is missing.</param>
    /// <returns>Whether it goes left.</returns>
    public bool GoesLeft(float value) =>
        float.IsNaN(value) ? MissingLeft
        : RightCategories is null ? value < Threshold
        : !(value >= 0 && value < 256 && RightCategories.Contains((int)value));
}
