using System.Numerics;

namespace LeadStudio.Core.Learning.Trees.Prediction;

/// <summary>Trees that follow one another and are as deep, filled up so that each way has as many questions: going down needs no branch.</summary>
/// <remarks>
/// Nodes lie level by level, on each level tree by tree: the children of a node are twice its place and the one after it, on the next level, in any
/// tree. Where a tree was shallower, both sides of a question lead to the same answer.
/// </remarks>
internal sealed unsafe class Grove
{
    /// <summary>The greatest depth of a tree that is filled up: 255 nodes.</summary>
    public const int MostDepth = 8;

    private readonly int _trees;
    private readonly int _depth;
    private readonly int _wordShift;
    private readonly int _valueSize;
    private readonly Question[] _questions;
    private readonly ulong[] _rightCategories;
    private readonly float[] _leaves;

    /// <summary>Initializes a new instance of the <see cref="Grove"/> class.</summary>
    /// <param name="trees">The trees, one or more, all of one depth: 1 to <see cref="MostDepth"/>.</param>
    /// <param name="words">How many words of 64 bits a set of categories has: 1, 2 or 4; 0 where no tree asks for categories.</param>
    public Grove(RegressionTree[] trees, int words)
    {
        (_trees, _depth, _wordShift) = (trees.Length, trees[0].Depth, BitOperations.Log2((uint)Math.Max(1, words)));
        _valueSize = words == 0 ? sizeof(float) : sizeof(FeatureValue);
        _questions = new Question[((1 << _depth) - 1) * trees.Length];
        _rightCategories = new ulong[_questions.Length * words];
        _leaves = new float[trees.Length << _depth];
        for (var tree = 0; tree < trees.Length; tree++)
        {
            Fill(trees[tree], node: 0, place: tree, depth: 0);
        }
    }

    /// <summary>Adds the answers for a row.</summary>
    /// <typeparam name="TAnswers">Fits what the nodes ask for.</typeparam>
    /// <typeparam name="TValue">What a row has per feature.</typeparam>
    /// <param name="row">Two values per feature; see <see cref="FeatureValue"/>.</param>
    /// <param name="margin">What they are added to.</param>
    /// <returns>The sum.</returns>
    public float Add<TAnswers, TValue>(ReadOnlySpan<TValue> row, float margin)
        where TAnswers : struct, IAnswers<TValue>
        where TValue : unmanaged
    {
        fixed (TValue* values = row)
        fixed (float* leaves = _leaves)
        fixed (Question* questions = _questions)
        fixed (ulong* bits = _rightCategories)
        {
            var tree = 0;
            for (; tree + 7 < _trees; tree += 8)
            {
                nint a = tree, b = tree + 1, c = tree + 2, d = tree + 3, e = tree + 4, f = tree + 5, g = tree + 6, h = tree + 7;
                for (var depth = 0; depth < _depth; depth++)
                {
                    var level = LevelOf(depth, questions, bits);
                    a = TAnswers.Below(level, a, values);
                    b = TAnswers.Below(level, b, values);
                    c = TAnswers.Below(level, c, values);
                    d = TAnswers.Below(level, d, values);
                    e = TAnswers.Below(level, e, values);
                    f = TAnswers.Below(level, f, values);
                    g = TAnswers.Below(level, g, values);
                    h = TAnswers.Below(level, h, values);
                }

                margin += leaves[a];
                margin += leaves[b];
                margin += leaves[c];
                margin += leaves[d];
                margin += leaves[e];
                margin += leaves[f];
                margin += leaves[g];
                margin += leaves[h];
            }

            for (; tree < _trees; tree++)
            {
                nint node = tree;
                for (var depth = 0; depth < _depth; depth++)
                {
                    node = TAnswers.Below(LevelOf(depth, questions, bits), node, values);
                }

                margin += leaves[node];
            }
        }

        return margin;
    }

    /// <summary>Adds the answers for many rows.</summary>
    /// <typeparam name="TAnswers">Fits what the nodes ask for.</typeparam>
    /// <typeparam name="TValue">What a row has per feature.</typeparam>
    /// <param name="rows">Two values per feature, row after row.</param>
    /// <param name="width">How many values a row has.</param>
    /// <param name="margins">What they are added to, per row.</param>
    public void Add<TAnswers, TValue>(ReadOnlySpan<TValue> rows, int width, Span<float> margins)
        where TAnswers : struct, IAnswers<TValue>
        where TValue : unmanaged
    {
        var even = margins.Length & ~3;
        fixed (TValue* values = rows)
        fixed (float* leaves = _leaves)
        fixed (Question* questions = _questions)
        fixed (ulong* bits = _rightCategories)
        {
            for (var tree = 0; tree < _trees; tree++)
            {
                for (var at = 0; at < even; at += 4)
                {
                    var row = values + (at * width);
                    nint a = tree, b = tree, c = tree, d = tree;
                    for (var depth = 0; depth < _depth; depth++)
                    {
                        var level = LevelOf(depth, questions, bits);
                        a = TAnswers.Below(level, a, row);
                        b = TAnswers.Below(level, b, row + width);
                        c = TAnswers.Below(level, c, row + (2 * width));
                        d = TAnswers.Below(level, d, row + (3 * width));
                    }

                    margins[at] += leaves[a];
                    margins[at + 1] += leaves[b];
                    margins[at + 2] += leaves[c];
                    margins[at + 3] += leaves[d];
                }
            }
        }

        for (var at = even; at < margins.Length; at++)
        {
            margins[at] = Add<TAnswers, TValue>(rows.Slice(at * width, width), margins[at]);
        }
    }

    private Level LevelOf(int depth, Question* questions, ulong* bits)
    {
        var first = ((1 << depth) - 1) * _trees;
        return new Level(questions + first, bits + ((nint)first << _wordShift), _wordShift);
    }

    private void Fill(RegressionTree tree, int node, int place, int depth)
    {
        var from = tree.Nodes[node];
        if (depth == _depth)
        {
            _leaves[place] = from.Value;
            return;
        }

        if (!from.IsLeaf)
        {
            var at = (((1 << depth) - 1) * _trees) + place;
            _questions[at] = new Question(from.RightCategories is null ? from.Threshold : float.PositiveInfinity, ((2 * from.Feature) + (from.MissingLeft ? 0 : 1)) * _valueSize);
            if (from.RightCategories is { } categories)
            {
                categories.Words[..(1 << _wordShift)].CopyTo(_rightCategories.AsSpan(at << _wordShift));
            }
        }

        Fill(tree, from.IsLeaf ? node : from.Left, 2 * place, depth + 1);
        Fill(tree, from.IsLeaf ? node : from.Right, (2 * place) + 1, depth + 1);
    }
}
