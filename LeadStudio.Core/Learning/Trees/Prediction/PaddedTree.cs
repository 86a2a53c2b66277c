namespace LeadStudio.Core.Learning.Trees.Prediction;

/// <summary>A tree filled up so that each way has as many questions: going down needs no branch.</summary>
/// <remarks>The children of node k are 2k + 1 and 2k + 2. Where the tree was shallower, both sides of a question lead to the same leaf.</remarks>
internal sealed class PaddedTree
{
    /// <summary>The greatest depth of a tree that is filled up: 255 nodes.</summary>
    public const int MostDepth = 8;

    private PaddedTree(int depth, bool asksForCategories)
    {
        AsksForCategories = asksForCategories;
        Depth = depth;
        Features = new int[(1 << depth) - 1];
        Thresholds = new float[Features.Length];
        MissingRight = new byte[Features.Length];
        Leaves = new float[1 << depth];
        RightCategories = new ulong[Features.Length * CategorySet.WordCount];
        ByCategory = new byte[Features.Length];
    }

    /// <summary>Gets how many questions each way has.</summary>
    public int Depth { get; }

    /// <summary>Gets a value indicating whether a node asks for categories.</summary>
    public bool AsksForCategories { get; }

    /// <summary>Gets which feature each node asks for.</summary>
    public int[] Features { get; }

    /// <summary>Gets at which value each node sends right.</summary>
    public float[] Thresholds { get; }

    /// <summary>Gets 1 for each node that sends missing values right, else 0.</summary>
    public byte[] MissingRight { get; }

    /// <summary>Gets which categories each node sends right, 256 bits each.</summary>
    public ulong[] RightCategories { get; }

    /// <summary>Gets 1 for each node that asks for categories, else 0.</summary>
    public byte[] ByCategory { get; }

    /// <summary>Gets the answers, from left to right.</summary>
    public float[] Leaves { get; }

    /// <summary>Fills up a tree.</summary>
    /// <param name="tree">The tree.</param>
    /// <returns>It, filled up; null where it is too deep or has no question.</returns>
    public static PaddedTree? Of(RegressionTree tree)
    {
        if (tree.Depth is 0 or > MostDepth)
        {
            return null;
        }

        var padded = new PaddedTree(tree.Depth, tree.Nodes.Any(node => node.RightCategories is not null));
        padded.Fill(tree, node: 0, place: 0, depth: 0);
        return padded;
    }

    private void Fill(RegressionTree tree, int node, int place, int depth)
    {
        var from = tree.Nodes[node];
        if (depth == Depth)
        {
            Leaves[place - Features.Length] = from.Value;
            return;
        }

        if (!from.IsLeaf)
        {
            (Features[place], Thresholds[place]) = (from.Feature, from.Threshold);
            MissingRight[place] = from.MissingLeft ? (byte)0 : (byte)1;
            if (from.RightCategories is { } categories)
            {
                ByCategory[place] = 1;
                categories.Words.CopyTo(RightCategories.AsSpan(place * CategorySet.WordCount));
            }
        }

        Fill(tree, from.IsLeaf ? node : from.Left, (2 * place) + 1, depth + 1);
        Fill(tree, from.IsLeaf ? node : from.Right, (2 * place) + 2, depth + 1);
    }
}
