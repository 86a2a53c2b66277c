namespace LeadStudio.Core.Learning.Trees.Prediction;

/// <summary>A tree filled up so that each way has as many questions: going down needs no branch.</summary>
/// <remarks>The children of node k are 2k + 1 and 2k + 2. Where the tree was shallower, both sides of a question lead to the same leaf.</remarks>
internal sealed class PaddedTree
{
    /// <summary>The greatest depth of a tree that is filled up: 255 nodes.</summary>
    public const int MostDepth = 8;

    private PaddedTree(int depth, int categoryQuestions)
    {
        AsksForCategories = categoryQuestions > 0;
        Depth = depth;
        Features = new int[(1 << depth) - 1];
        Thresholds = new float[Features.Length];
        MissingRight = new byte[Features.Length];
        Leaves = new float[1 << depth];
        CategoryStarts = new int[Features.Length];
        RightCategories = new ulong[(1 + categoryQuestions) * CategorySet.WordCount];
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

    /// <summary>Gets where in <see cref="RightCategories"/> the categories of each node begin; 0 for a node that asks for a number.</summary>
    public int[] CategoryStarts { get; }

    /// <summary>Gets which categories go right, 256 bits for each node that asks for some, after 256 bits for all others.</summary>
    public ulong[] RightCategories { get; }

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

        var padded = new PaddedTree(tree.Depth, tree.Nodes.Count(node => node.RightCategories is not null));
        var next = CategorySet.WordCount;
        padded.Fill(tree, node: 0, place: 0, depth: 0, ref next);
        return padded;
    }

    private void Fill(RegressionTree tree, int node, int place, int depth, ref int next)
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
                categories.Words.CopyTo(RightCategories.AsSpan(next));
                CategoryStarts[place] = next;
                next += CategorySet.WordCount;
            }
        }

        Fill(tree, from.IsLeaf ? node : from.Left, (2 * place) + 1, depth + 1, ref next);
        Fill(tree, from.IsLeaf ? node : from.Right, (2 * place) + 2, depth + 1, ref next);
    }
}
