namespace LeadStudio.Core.Learning.Trees.Explanation;

/// <summary>The way to a leaf, by features.</summary>
/// <param name="Value">The answer of the leaf.</param>
/// <param name="Features">The features asked for on the way, each once.</param>
/// <param name="Shares">Which share of the training rows goes this way at the questions for each feature.</param>
/// <param name="Questions">The questions for each feature: the node, and whether the way goes left there.</param>
/// <param name="Parent">The node above the leaf; -1 where there is none.</param>
internal sealed record LeafWay(float Value, int[] Features, double[] Shares, (int Node, bool Left)[][] Questions, int Parent);

/// <summary>Finds the ways to the leaves of a tree.</summary>
internal static class LeafWays
{
    /// <summary>Lists the ways.</summary>
    /// <param name="tree">The tree.</param>
    /// <returns>The way to each leaf, from left to right.</returns>
    public static IEnumerable<LeafWay> Of(RegressionTree tree)
    {
        var open = new Stack<(int Node, (int Node, bool Left)[] Way)>();
        open.Push((0, []));
        while (open.TryPop(out var at))
        {
            var node = tree.Nodes[at.Node];
            if (node.IsLeaf)
            {
                yield return WayTo(tree, node.Value, at.Way);
            }
            else
            {
                open.Push((node.Right, [.. at.Way, (at.Node, false)]));
                open.Push((node.Left, [.. at.Way, (at.Node, true)]));
            }
        }
    }

    private static LeafWay WayTo(RegressionTree tree, float value, (int Node, bool Left)[] way)
    {
        var questions = way.GroupBy(step => tree.Nodes[step.Node].Feature).ToArray();
        return new LeafWay(
            value,
            [.. questions.Select(feature => feature.Key)],
            [.. questions.Select(feature => feature.Aggregate(1.0, (share, step) => share * ShareOf(tree, step)))],
            [.. questions.Select(feature => feature.ToArray())],
            way.Length == 0 ? -1 : way[^1].Node);
    }

    private static double ShareOf(RegressionTree tree, (int Node, bool Left) step)
    {
        var node = tree.Nodes[step.Node];
        var (left, right) = ((double)tree.Nodes[node.Left].Cover, (double)tree.Nodes[node.Right].Cover);
        return left + right > 0 ? (step.Left ? left : right) / (left + right) : 0.5;
    }
}
