using System.Collections.Immutable;
using System.Runtime.CompilerServices;

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
                    margin = AddFour(values, margin, a, b, c, d);
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
            foreach (var (tree, padded) in _trees)
            {
                AddTree(tree, padded, rows.Slice(start * width, count * width), width, margins.Slice(start, count));
            }
        }
    }

    private static void AddTree(RegressionTree tree, PaddedTree? padded, ReadOnlySpan<float> rows, int width, Span<float> margins)
    {
        var at = 0;
        if (padded is not null)
        {
            fixed (float* values = rows, thresholds = padded.Thresholds, leaves = padded.Leaves)
            fixed (int* features = padded.Features)
            fixed (byte* missingRight = padded.MissingRight)
            {
                var first = leaves - padded.Features.Length;
                for (; at + 3 < margins.Length; at += 4)
                {
                    var row = values + (at * width);
                    int a = 0, b = 0, c = 0, d = 0;
                    for (var depth = 0; depth < padded.Depth; depth++)
                    {
                        a = Next(a, row, features, thresholds, missingRight);
                        b = Next(b, row + width, features, thresholds, missingRight);
                        c = Next(c, row + (2 * width), features, thresholds, missingRight);
                        d = Next(d, row + (3 * width), features, thresholds, missingRight);
                    }

                    margins[at] += first[a];
                    margins[at + 1] += first[b];
                    margins[at + 2] += first[c];
                    margins[at + 3] += first[d];
                }
            }
        }

        for (; at < margins.Length; at++)
        {
            margins[at] += tree.Value(rows.Slice(at * width, width));
        }
    }

    private static float AddFour(float* row, float margin, PaddedTree t, PaddedTree u, PaddedTree v, PaddedTree w)
    {
        fixed (int* f = t.Features, g = u.Features, h = v.Features, i = w.Features)
        fixed (float* x = t.Thresholds, y = u.Thresholds, z = v.Thresholds, q = w.Thresholds)
        fixed (byte* m = t.MissingRight, n = u.MissingRight, o = v.MissingRight, p = w.MissingRight)
        {
            int a = 0, b = 0, c = 0, d = 0;
            for (var depth = 0; depth < t.Depth; depth++)
            {
                a = Next(a, row, f, x, m);
                b = Next(b, row, g, y, n);
                c = Next(c, row, h, z, o);
                d = Next(d, row, i, q, p);
            }

            var nodes = t.Features.Length;
            margin += t.Leaves[a - nodes];
            margin += u.Leaves[b - nodes];
            margin += v.Leaves[c - nodes];
            return margin + w.Leaves[d - nodes];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Next(int node, float* row, int* features, float* thresholds, byte* missingRight)
    {
        var value = row[features[node]];
        var right = value >= thresholds[node] ? 1 : 0;
        var missing = float.IsNaN(value) ? 1 : 0;
        return (2 * node) + 1 + (right | (missing & missingRight[node]));
    }
}
