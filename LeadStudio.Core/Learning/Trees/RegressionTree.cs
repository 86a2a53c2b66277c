using System.Collections.Immutable;

namespace LeadStudio.Core.Learning.Trees;

/// <summary>A tree of questions that ends in numbers.</summary>
/// <param name="Nodes">Its nodes, the root first; children come after their parent.</param>
public sealed record RegressionTree(ImmutableArray<TreeNode> Nodes)
{
    /// <summary>Gets the most questions on the way to a leaf.</summary>
    public int Depth { get; } = DepthBelow(Nodes, 0);

    /// <summary>Finds the answer for a row.</summary>
    /// <param name="row">A value, or NaN, per feature.</param>
    /// <returns>What it adds to the margin, in logarithms of odds.</returns>
    public float Value(ReadOnlySpan<float> row)
    {
        var nodes = Nodes.AsSpan();
        ref readonly var node = ref nodes[0];
        while (!node.IsLeaf)
        {
            node = ref nodes[node.GoesLeft(row[node.Feature]) ? node.Left : node.Right];
        }

        return node.Value;
    }

    // Children come later, so the depth of each is known before it is needed. No recursion: a file may hold a tree of any depth.
    private static int DepthBelow(ImmutableArray<TreeNode> nodes, int root)
    {
        var depths = new int[nodes.Length];
        for (var node = nodes.Length - 1; node >= root; node--)
        {
            depths[node] = nodes[node].IsLeaf ? 0 : 1 + Math.Max(depths[nodes[node].Left], depths[nodes[node].Right]);
        }

        return depths[root];
    }
}
