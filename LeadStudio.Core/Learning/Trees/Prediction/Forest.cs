using System.Buffers;
using System.Collections.Immutable;
using System.Numerics;

namespace LeadStudio.Core.Learning.Trees.Prediction;

/// <summary>Trees made ready to answer fast: several rows, or for one row several trees, go down side by side.</summary>
/// <remarks>Answers are added as <see cref="float"/> in the order of the trees, as XGBoost adds them.</remarks>
internal sealed class Forest
{
    // Rows that are asked tree by tree: their values stay in the cache.
    private const int RowsAtOnce = 32;
    private const int WordBits = 64;

    // Trees that follow one another, and the grove that they make; null for those that are too deep, or have no question.
    private readonly (RegressionTree[] Trees, Grove? Grove)[] _parts;

    // How many words of bits a set of categories has, a power of 2; 0 where all questions are for numbers.
    private readonly int _words;

    /// <summary>Initializes a new instance of the <see cref="Forest"/> class.</summary>
    /// <param name="trees">The trees.</param>
    public Forest(ImmutableArray<RegressionTree> trees)
    {
        _words = (int)BitOperations.RoundUpToPowerOf2((uint)trees.SelectMany(tree => tree.Nodes).Select(WordsOf).DefaultIfEmpty().Max());
        var parts = new List<(RegressionTree[], Grove?)>();
        for (var at = 0; at < trees.Length;)
        {
            var depth = trees[at].Depth;
            var some = trees.Skip(at).TakeWhile(tree => tree.Depth == depth).ToArray();
            parts.Add((some, depth is > 0 and <= Grove.MostDepth ? new Grove(some, _words) : null));
            at += some.Length;
        }

        _parts = [.. parts];
    }

    /// <summary>Adds the answers for a row.</summary>
    /// <param name="row">A value, or NaN, per feature.</param>
    /// <param name="margin">What they are added to.</param>
    /// <returns>The sum.</returns>
    public float Add(ReadOnlySpan<float> row, float margin)
    {
        if (_words == 0)
        {
            var numbers = ArrayPool<float>.Shared.Rent(2 * row.Length);
            FeatureValue.Prepare(row, numbers);
            margin = Add<NumberAnswers, float>(row, numbers, margin);
            ArrayPool<float>.Shared.Return(numbers);
            return margin;
        }

        var values = ArrayPool<FeatureValue>.Shared.Rent(2 * row.Length);
        var prepared = values.AsSpan(0, 2 * row.Length);
        FeatureValue.Prepare(row, (uint)(_words * WordBits), prepared);
        margin = _words == 1 ? Add<FewCategoryAnswers, FeatureValue>(row, prepared, margin) : Add<ManyCategoryAnswers, FeatureValue>(row, prepared, margin);
        ArrayPool<FeatureValue>.Shared.Return(values);
        return margin;
    }

    /// <summary>Adds the answers for many rows.</summary>
    /// <param name="rows">Values, or NaN, row after row.</param>
    /// <param name="width">How many features a row has.</param>
    /// <param name="margins">What they are added to, per row.</param>
    public void Add(ReadOnlySpan<float> rows, int width, Span<float> margins)
    {
        var numbers = _words == 0 ? ArrayPool<float>.Shared.Rent(2 * RowsAtOnce * width) : [];
        var values = _words == 0 ? [] : ArrayPool<FeatureValue>.Shared.Rent(2 * RowsAtOnce * width);
        for (var start = 0; start < margins.Length; start += RowsAtOnce)
        {
            var count = Math.Min(RowsAtOnce, margins.Length - start);
            var some = rows.Slice(start * width, count * width);
            var target = margins.Slice(start, count);
            if (_words == 0)
            {
                FeatureValue.Prepare(some, numbers);
                Add<NumberAnswers, float>(some, numbers, width, target);
                continue;
            }

            FeatureValue.Prepare(some, (uint)(_words * WordBits), values);
            if (_words == 1)
            {
                Add<FewCategoryAnswers, FeatureValue>(some, values, width, target);
            }
            else
            {
                Add<ManyCategoryAnswers, FeatureValue>(some, values, width, target);
            }
        }

        if (_words == 0)
        {
            ArrayPool<float>.Shared.Return(numbers);
        }
        else
        {
            ArrayPool<FeatureValue>.Shared.Return(values);
        }
    }

    private static int WordsOf(TreeNode node) => node.RightCategories is { } set ? 1 + Math.Max(0, set.Words.LastIndexOfAnyExcept(0UL)) : 0;

    private float Add<TAnswers, TValue>(ReadOnlySpan<float> row, ReadOnlySpan<TValue> values, float margin)
        where TAnswers : struct, IAnswers<TValue>
        where TValue : unmanaged
    {
        foreach (var (trees, grove) in _parts)
        {
            if (grove is not null)
            {
                margin = grove.Add<TAnswers, TValue>(values, margin);
                continue;
            }

            foreach (var tree in trees)
            {
                margin += tree.Value(row);
            }
        }

        return margin;
    }

    private void Add<TAnswers, TValue>(ReadOnlySpan<float> rows, ReadOnlySpan<TValue> values, int width, Span<float> margins)
        where TAnswers : struct, IAnswers<TValue>
        where TValue : unmanaged
    {
        foreach (var (trees, grove) in _parts)
        {
            if (grove is not null)
            {
                grove.Add<TAnswers, TValue>(values, 2 * width, margins);
                continue;
            }

            foreach (var tree in trees)
            {
                for (var at = 0; at < margins.Length; at++)
                {
                    margins[at] += tree.Value(rows.Slice(at * width, width));
                }
            }
        }
    }
}
