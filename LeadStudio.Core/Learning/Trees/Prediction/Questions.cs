using System.Runtime.CompilerServices;

namespace LeadStudio.Core.Learning.Trees.Prediction;

/// <summary>The questions of a <see cref="PaddedTree"/>, held in place.</summary>
/// <param name="features">Which feature each node asks for.</param>
/// <param name="thresholds">At which value each node sends right.</param>
/// <param name="missingRight">1 for each node that sends missing values right.</param>
/// <param name="categoryStarts">Where the categories of each node begin; 0 for a node that asks for a number.</param>
/// <param name="rightCategories">Which categories go right, 256 bits each.</param>
internal readonly unsafe struct Questions(int* features, float* thresholds, byte* missingRight, int* categoryStarts, ulong* rightCategories)
{
    /// <summary>Gets which feature each node asks for.</summary>
    public int* Features { get; } = features;

    /// <summary>Gets at which value each node sends right.</summary>
    public float* Thresholds { get; } = thresholds;

    /// <summary>Gets 1 for each node that sends missing values right, else 0.</summary>
    public byte* MissingRight { get; } = missingRight;

    /// <summary>Gets where the categories of each node begin; 0 for a node that asks for a number.</summary>
    public int* CategoryStarts { get; } = categoryStarts;

    /// <summary>Gets which categories go right, 256 bits each.</summary>
    public ulong* RightCategories { get; } = rightCategories;
}

/// <summary>A way to answer questions without a branch.</summary>
internal unsafe interface IQuestions
{
    /// <summary>Finds the node below.</summary>
    /// <param name="questions">The questions.</param>
    /// <param name="node">The node.</param>
    /// <param name="row">A value, or NaN, per feature.</param>
    /// <returns>The child that the row goes to.</returns>
    static abstract int Next(in Questions questions, int node, float* row);
}

/// <summary>All questions are for numbers.</summary>
internal readonly unsafe struct NumberQuestions : IQuestions
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Next(in Questions questions, int node, float* row)
    {
        var value = row[questions.Features[node]];
        var right = value >= questions.Thresholds[node] ? 1 : 0;
        var missing = float.IsNaN(value) ? 1 : 0;
        return (2 * node) + 1 + (right | (missing & questions.MissingRight[node]));
    }
}

/// <summary>Some questions are for categories.</summary>
internal readonly unsafe struct MixedQuestions : IQuestions
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Next(in Questions questions, int node, float* row)
    {
        var value = row[questions.Features[node]];
        var category = (uint)(int)value;
        var listed = value >= 0 && category < 256 ? 1 : 0;
        var start = questions.CategoryStarts[node];
        var bit = (int)(questions.RightCategories[start + ((category >> 6) & 3)] >> (int)(category & 63)) & listed;
        var above = value >= questions.Thresholds[node] ? 1 : 0;
        var right = start != 0 ? bit : above;
        var missing = float.IsNaN(value) ? 1 : 0;
        return (2 * node) + 1 + (right | (missing & questions.MissingRight[node]));
    }
}
