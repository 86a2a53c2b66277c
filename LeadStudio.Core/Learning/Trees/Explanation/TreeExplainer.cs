using System.Collections.Immutable;

namespace LeadStudio.Core.Learning.Trees.Explanation;

/// <summary>Says what each feature contributes to a margin: path-dependent TreeSHAP.</summary>
internal sealed class TreeExplainer
{
    // Rows that are explained tree by tree: their contributions stay in the cache.
    private const int RowsAtOnce = 250;

    private readonly (TableTree? Table, LeafWay[] Ways)[] _trees;
    private readonly ImmutableArray<RegressionTree> _source;

    /// <summary>Initializes a new instance of the <see cref="TreeExplainer"/> class.</summary>
    /// <param name="trees">The trees.</param>
    public TreeExplainer(ImmutableArray<RegressionTree> trees)
    {
        _source = trees;
        _trees = new (TableTree?, LeafWay[])[trees.Length];
        Parallel.For(0, trees.Length, tree =>
        {
            var ways = LeafWays.Of(trees[tree]).ToArray();
            var table = TableTree.Of(trees[tree], ways);
            _trees[tree] = (table, table is null ? ways : []);
        });
        Expected = trees.Sum(tree => ExpectedOf(tree));
    }

    /// <summary>Gets the mean of all trees' answers over the training rows, added up.</summary>
    public double Expected { get; }

    /// <summary>Adds the contributions of many rows.</summary>
    /// <param name="rows">Values, or NaN, row after row.</param>
    /// <param name="width">How many features a row has.</param>
    /// <param name="contributions">What is added to, row after row.</param>
    public void Add(ReadOnlySpan<float> rows, int width, Span<double> contributions)
    {
        for (var start = 0; start < rows.Length; start += RowsAtOnce * width)
        {
            var end = Math.Min(start + (RowsAtOnce * width), rows.Length);
            for (var tree = 0; tree < _trees.Length; tree++)
            {
                for (var at = start; at < end; at += width)
                {
                    Add(tree, rows.Slice(at, width), contributions.Slice(at, width));
                }
            }
        }
    }

    private void Add(int tree, ReadOnlySpan<float> row, Span<double> contributions)
    {
        var (table, ways) = _trees[tree];
        if (table is not null)
        {
            table.Add(row, contributions);
            return;
        }

        foreach (var way in ways)
        {
            AddWay(way, tree, row, contributions);
        }
    }

    private void AddWay(LeafWay way, int tree, ReadOnlySpan<float> row, Span<double> contributions)
    {
        var met = 0UL;
        for (var feature = 0; feature < way.Features.Length; feature++)
        {
            var meets = true;
            foreach (var (node, left) in way.Questions[feature])
            {
                meets &= _source[tree].Nodes[node].GoesLeft(row[way.Features[feature]]) == left;
            }

            met |= (meets ? 1UL : 0) << feature;
        }

        Span<double> added = stackalloc double[way.Features.Length];
        ShapleyWeights.Compute(met, way.Shares, way.Value, added);
        for (var feature = 0; feature < added.Length; feature++)
        {
            contributions[way.Features[feature]] += added[feature];
        }
    }

    private static double ExpectedOf(RegressionTree tree)
    {
        var expected = new double[tree.Nodes.Length];
        for (var at = expected.Length - 1; at >= 0; at--)
        {
            var node = tree.Nodes[at];
            if (node.IsLeaf)
            {
                expected[at] = node.Value;
                continue;
            }

            var (left, right) = ((double)tree.Nodes[node.Left].Cover, (double)tree.Nodes[node.Right].Cover);
            expected[at] = left + right > 0 ? ((left * expected[node.Left]) + (right * expected[node.Right])) / (left + right) : (expected[node.Left] + expected[node.Right]) / 2;
        }

        return expected[0];
    }
}
