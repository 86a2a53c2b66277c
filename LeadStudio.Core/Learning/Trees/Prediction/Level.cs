using System.Runtime.CompilerServices;

namespace LeadStudio.Core.Learning.Trees.Prediction;

/// <summary>The questions of one level of a <see cref="Grove"/>, held in place.</summary>
/// <param name="questions">The question of each node.</param>
/// <param name="rightCategories">A bit for each category that goes right, in 2 to the power of <paramref name="wordShift"/> words per node.</param>
/// <param name="wordShift">How many words a node has, as a power of 2.</param>
internal readonly unsafe struct Level(Question* questions, ulong* rightCategories, int wordShift)
{
    /// <summary>Gets the question of each node.</summary>
    public Question* Questions { get; } = questions;

    /// <summary>Gets a bit for each category that goes right.</summary>
    public ulong* RightCategories { get; } = rightCategories;

    /// <summary>Gets how many words a node has, as a power of 2.</summary>
    public int WordShift { get; } = wordShift;
}

/// <summary>A way to answer questions without a branch.</summary>
/// <typeparam name="TValue">What a row has per feature.</typeparam>
internal unsafe interface IAnswers<TValue>
    where TValue : unmanaged
{
    /// <summary>Finds the node below.</summary>
    /// <param name="level">The level of the node.</param>
    /// <param name="node">The node, from 0 on its level.</param>
    /// <param name="row">Two values per feature; see <see cref="FeatureValue"/>.</param>
    /// <returns>The child that the row goes to, from 0 on the next level.</returns>
    static abstract nint Below(in Level level, nint node, TValue* row);
}

/// <summary>All questions are for numbers.</summary>
internal readonly unsafe struct NumberAnswers : IAnswers<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Below(in Level level, nint node, float* row)
    {
        var question = level.Questions[node];
        var value = *(float*)((byte*)row + question.Offset);
        return (2 * node) + (value >= question.Threshold ? 1 : 0);
    }
}

/// <summary>Some questions are for categories, of any number; the others have no bit set.</summary>
internal readonly unsafe struct ManyCategoryAnswers : IAnswers<FeatureValue>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Below(in Level level, nint node, FeatureValue* row)
    {
        var question = level.Questions[node];
        var value = (FeatureValue*)((byte*)row + question.Offset);
        var listed = (level.RightCategories[(node << level.WordShift) + value->Word] & value->Bit) != 0 ? 1 : 0;
        var right = value->Number >= question.Threshold ? 1 : 0;
        return (2 * node) + (listed | right);
    }
}

/// <summary>Some questions are for categories, none of them above 63.</summary>
internal readonly unsafe struct FewCategoryAnswers : IAnswers<FeatureValue>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Below(in Level level, nint node, FeatureValue* row)
    {
        var question = level.Questions[node];
        var value = (FeatureValue*)((byte*)row + question.Offset);
        var listed = (level.RightCategories[node] & value->Bit) != 0 ? 1 : 0;
        var right = value->Number >= question.Threshold ? 1 : 0;
        return (2 * node) + (listed | right);
    }
}
