using System.Collections.Immutable;

namespace LeadStudio.Core.Learning.Trees.Prediction;

/// <summary>Trees made ready to answer fast: several rows, or for one row several trees, go down side by side.</summary>
/// <remarks>Answers are added as <see cref="float"/> in the order of the trees, as XGBoost adds them.</remarks>
internal sealed unsafe class Forest
{
    // Rows that are asked tree by tree: their values stay in the cache.
    private const int RowsAtOnce = 512;

    private readonly (RegressionTree Tree, PaddedTree? Padded)[] _trees;

    /// <summary>Initializes a new instance of the <see cref="Forest"/> class.</summary>
    /// <param name="trees">The trees.</param>
    public Forest(ImmutableArray<RegressionTree> trees) => _trees = [.. trees.Select(tree => (tree, PaddedTree.Of(tree)))];

    /// <summary>Adds the answers for a row.</summary>
    /// <param name="row">A value, or NaN, per feature.</param>
    /// <param name="margin">What they are added to.</param>
    /// <returns>The sum.</returns>
    public float Add(ReadOnlySpan<float> row, float margin)
    {
        fixed (float* values = row)
        {
            for (var at = 0; at < _trees.Length;)
            {
                if (at + 3 < _trees.Length && _trees[at].Padded is { } a && _trees[at + 1].Padded is { } b && _trees[at + 2].Padded is { } c && _trees[at + 3].Padded is { } d
                    && a.Depth == b.Depth && b.Depth == c.Depth && c.Depth == d.Depth)
                {
                    margin = a.AsksForCategories || b.AsksForCategories || c.AsksForCategories || d.AsksForCategories
                        ? AddFour<MixedQuestions>(values, margin, a, b, c, d)
                        : AddFour<NumberQuestions>(values, margin, a, b, c, d);
                    at += 4;
                }
                else
                {
                    margin += _trees[at++].Tree.Value(row);
                }
            }
        }

        return margin;
    }

    /// <summary>Adds the answers for many rows.</summary>
    /// <param name="rows">Values, or NaN, row after row.</param>
    /// <param name="width">How many features a row has.</param>
    /// <param name="margins">What they are added to, per row.</param>
    public void Add(ReadOnlySpan<float> rows, int width, Span<float> margins)
    {
        for (var start = 0; start < margins.Length; start += RowsAtOnce)
        {
            var count = Math.Min(RowsAtOnce, margins.Length - start);
            var some = rows.Slice(start * width, count * width);
            var target = margins.Slice(start, count);
            foreach (var (tree, padded) in _trees)
            {
                if (padded is null)
                {
                    AddTree(tree, some, width, target);
                }
                else if (!padded.AsksForCategories)
                {
                    AddTree<NumberQuestions>(tree, padded, some, width, target);
                }
                else
                {
                    AddTree<MixedQuestions>(tree, padded, some, width, target);
                }
            }
        }
    }

    private static void AddTree(RegressionTree tree, ReadOnlySpan<float> rows, int width, Span<float> margins)
    {
        for (var at = 0; at < margins.Length; at++)
        {
            margins[at] += tree.Value(rows.Slice(at * width, width));
        }
    }

    private static void AddTree<TQuestions>(RegressionTree tree, PaddedTree padded, ReadOnlySpan<float> rows, int width, Span<float> margins)
        where TQuestions : struct, IQuestions
    {
        var at = 0;
        fixed (float* values = rows, thresholds = padded.Thresholds, leaves = padded.Leaves)
        fixed (int* features = padded.Features, categoryStarts = padded.CategoryStarts)
        fixed (byte* missingRight = padded.MissingRight)
        fixed (ulong* categories = padded.RightCategories)
        {
            var questions = new Questions(features, thresholds, missingRight, categoryStarts, categories);
            var first = leaves - padded.Features.Length;
            for (; at + 3 < margins.Length; at += 4)
            {
                var row = values + (at * width);
                int a = 0, b = 0, c = 0, d = 0;
                for (var depth = 0; depth < padded.Depth; depth++)
                {
                    a = TQuestions.Next(questions, a, row);
                    b = TQuestions.Next(questions, b, row + width);
                    c = TQuestions.Next(questions, c, row + (2 * width));
                    d = TQuestions.Next(questions, d, row + (3 * width));
                }

                margins[at] += first[a];
                margins[at + 1] += first[b];
                margins[at + 2] += first[c];
                margins[at + 3] += first[d];
            }
        }

        for (; at < margins.Length; at++)
        {
            margins[at] += tree.Value(rows.Slice(at * width, width));
        }
    }

    private static float AddFour<TQuestions>(float* row, float margin, PaddedTree t, PaddedTree u, PaddedTree v, PaddedTree w)
        where TQuestions : struct, IQuestions
    {
        fixed (int* f = t.Features, g = u.Features, h = v.Features, i = w.Features)
        fixed (float* x = t.Thresholds, y = u.Thresholds, z = v.Thresholds, q = w.Thresholds)
        fixed (byte* m = t.MissingRight, n = u.MissingRight, o = v.MissingRight, p = w.MissingRight)
        fixed (int* cf = t.CategoryStarts, cg = u.CategoryStarts, ch = v.CategoryStarts, ci = w.CategoryStarts)
        fixed (ulong* rf = t.RightCategories, rg = u.RightCategories, rh = v.RightCategories, ri = w.RightCategories)
        {
            var (first, second) = (new Questions(f, x, m, cf, rf), new Questions(g, y, n, cg, rg));
            var (third, fourth) = (new Questions(h, z, o, ch, rh), new Questions(i, q, p, ci, ri));
            int a = 0, b = 0, c = 0, d = 0;
            for (var depth = 0; depth < t.Depth; depth++)
            {
                a = TQuestions.Next(first, a, row);
                b = TQuestions.Next(second, b, row);
                c = TQuestions.Next(third, c, row);
                d = TQuestions.Next(fourth, d, row);
            }

            var nodes = t.Features.Length;
            margin += t.Leaves[a - nodes];
            margin += u.Leaves[b - nodes];
            margin += v.Leaves[c - nodes];
            return margin + w.Leaves[d - nodes];
        }
    }
}
