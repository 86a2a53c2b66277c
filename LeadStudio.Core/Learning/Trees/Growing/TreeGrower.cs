using System.Collections.Immutable;
using LeadStudio.Core.Learning.Trees.Binning;

namespace LeadStudio.Core.Learning.Trees.Growing;

/// <summary>Grows one tree after another.</summary>
/// <param name="options">How.</param>
/// <param name="binned">The rows, in bins.</param>
/// <param name="gradients">The derivatives of the loss of each row.</param>
/// <param name="finder">Finds splits.</param>
/// <param name="crew">Those who work.</param>
internal sealed class TreeGrower(TreeOptions options, BinnedMatrix binned, Gradients gradients, SplitFinder finder, Crew crew)
{
    private readonly RowLists _rows = new(binned.RowCount);
    private readonly List<Parting> _last = []; // whose parts are leaves by the greatest depth: their rows stay where they are
    private readonly LeafWeight _weight = new(options.L1, options.L2);
    private readonly SplitSearch _search = new(options, binned, finder, crew);

    /// <summary>Grows a tree, and adds its answers to the margins of the rows that it saw.</summary>
    /// <param name="sample">The rows that it sees.</param>
    /// <param name="allowed">Per feature whether it may be asked for.</param>
    /// <param name="margins">The margins of all rows.</param>
    /// <returns>The tree.</returns>
    public RegressionTree Grow(int[] sample, bool[] allowed, float[] margins)
    {
        _last.Clear();
        var rows = _rows.Begin(sample.Length == binned.RowCount ? gradients.Rows : Array.ConvertAll(sample, row => gradients.Rows[row]));
        var nodes = new List<TreeNode> { default };
        var root = new GrowingNode(0, 0, rows, SumOf(rows), Bounds.None);
        _search.FindBest([new LeafPair(null, root, null)], _rows, gradients.Scale, allowed);
        List<GrowingNode> open = [root];
        List<GrowingNode> closed = [];
        while (open.Count > 0)
        {
            var chosen = Choose(open, closed, options.MaxLeaves - open.Count - closed.Count);
            var children = Part(chosen, nodes);
            _search.FindBest(children, _rows, gradients.Scale, allowed);
            foreach (var pair in children)
            {
                open.Add(pair.Small);
                open.Add(pair.Large!);
            }
        }

        return Finish(nodes, closed, margins);
    }

    private long SumOf(ImmutableArray<RowRange> rows)
    {
        var sums = new long[rows.Length];
        crew.Run(rows.Length, piece =>
        {
            var sum = 0L;
            foreach (var row in _rows.Read(rows[piece]))
            {
                sum += RowGradient.Sum(row);
            }

            sums[piece] = sum;
        });
        return sums.Sum();
    }

    // Takes those to be split out of the open ones, and closes those that stay leaves.
    private List<GrowingNode> Choose(List<GrowingNode> open, List<GrowingNode> closed, int room)
    {
        var splits = open.FindAll(node => node.Best.Gain > 0);
        foreach (var node in open)
        {
            if (node.Best.Gain <= 0)
            {
                Close(node, closed);
            }
        }

        var chosen = options.Growth == GrowthOrder.DepthWise && splits.Count <= room
            ? splits
            : [.. splits.OrderByDescending(node => node.Best.Gain).ThenBy(node => node.Id).Take(options.Growth == GrowthOrder.DepthWise ? room : Math.Min(room, 1))];
        open.Clear();
        foreach (var node in splits.Except(chosen))
        {
            if (room > chosen.Count)
            {
                open.Add(node);
            }
            else
            {
                Close(node, closed);
            }
        }

        return chosen;
    }

    private void Close(GrowingNode node, List<GrowingNode> closed)
    {
        _search.GiveBack(node);
        closed.Add(node);
    }

    private LeafPair[] Part(List<GrowingNode> chosen, List<TreeNode> nodes)
    {
        foreach (var node in chosen)
        {
            nodes[node.Id] = SplitOf(node, nodes.Count);
            nodes.Add(default);
            nodes.Add(default);
        }

        var partings = chosen.ConvertAll(node => new Parting(node, nodes[node.Id], binned.Blocks[node.Best.Block]));
        if (chosen.TrueForAll(node => node.Depth + 1 == options.MaxDepth))
        {
            _last.AddRange(partings);
            return [.. partings.Select(parting => PairOf(parting, [], []))];
        }

        var pieces = chosen[0].Rows.Length;
        var parts = new (RowRange Left, RowRange Right)[pieces * chosen.Count];
        crew.Run(parts.Length, at => parts[at] = partings[at / pieces].Part(_rows, at % pieces));
        return [.. partings.Select((parting, at) =>
        {
            var own = parts.AsSpan(at * pieces, pieces).ToArray();
            return PairOf(parting, [.. own.Select(part => part.Left)], [.. own.Select(part => part.Right)]);
        })];
    }

    private TreeNode SplitOf(GrowingNode node, int left)
    {
        var (split, column) = (node.Best, binned.Blocks[node.Best.Block].Columns[node.Best.Column]);
        return new TreeNode
        {
            Feature = column.Feature,
            Threshold = split.RightCategories is not null ? 0 : split.Bin < column.Cuts.Length ? column.Cuts[split.Bin] : float.MaxValue,
            RightCategories = split.RightCategories,
            MissingLeft = split.MissingLeft,
            Left = left,
            Right = left + 1,
            Gain = (float)split.Gain,
        };
    }

    private LeafPair PairOf(Parting parting, ImmutableArray<RowRange> leftRows, ImmutableArray<RowRange> rightRows)
    {
        var node = parting.Node;
        var (leftBounds, rightBounds) = finder.BoundsOf(node, node.Best.Feature, gradients.Scale);
        var left = new GrowingNode(parting.Parts.Left, node.Depth + 1, leftRows, node.Best.Left, leftBounds);
        var right = new GrowingNode(parting.Parts.Right, node.Depth + 1, rightRows, node.Best.Right, rightBounds);
        return left.RowCount <= right.RowCount ? new LeafPair(node, left, right) : new LeafPair(node, right, left);
    }

    private RegressionTree Finish(List<TreeNode> nodes, List<GrowingNode> leaves, float[] margins)
    {
        var (finished, scale) = (nodes.ToArray(), gradients.Scale);
        foreach (var leaf in leaves)
        {
            var (first, second) = (scale.FirstOf(leaf.Sum), scale.SecondOf(leaf.Sum));
            finished[leaf.Id] = new TreeNode { Feature = -1, Value = (float)(options.LearningRate * leaf.Bounds.Clamp(_weight.Of(first, second))), Cover = (float)second };
        }

        Answer(finished, leaves.FindAll(leaf => !leaf.Rows.IsEmpty), margins);
        for (var node = finished.Length - 1; node >= 0; node--)
        {
            if (finished[node] is { IsLeaf: false } split)
            {
                finished[node] = split with { Cover = finished[split.Left].Cover + finished[split.Right].Cover };
            }
        }

        return new RegressionTree([.. finished]);
    }

    private void Answer(TreeNode[] nodes, List<GrowingNode> leaves, float[] margins) => crew.Run(leaves.Count + _last.Count, at =>
    {
        if (at < _last.Count)
        {
            var (parting, parts) = (_last[at], _last[at].Parts);
            foreach (var piece in parting.Node.Rows)
            {
                parting.Answer(_rows.Read(piece), nodes[parts.Left].Value, nodes[parts.Right].Value, margins);
            }

            return;
        }

        var leaf = leaves[at - _last.Count];
        foreach (var piece in leaf.Rows)
        {
            foreach (var row in _rows.Read(piece))
            {
                margins[RowGradient.Row(row)] += nodes[leaf.Id].Value;
            }
        }
    });
}
