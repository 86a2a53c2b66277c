using LeadStudio.Core.Learning.Trees.Binning;

namespace LeadStudio.Core.Learning.Trees.Growing;

/// <summary>How the rows of a node go to its two parts.</summary>
/// <param name="node">The node; it is split by its best split.</param>
/// <param name="split">The same as a node of the tree.</param>
/// <param name="block">The block of the column that is asked for.</param>
internal sealed class Parting(GrowingNode node, TreeNode split, BinnedBlock block)
{
    private readonly byte[] _goesRight = GoesRight(node.Best, split, block.Columns[node.Best.Column]);

    /// <summary>Gets the node.</summary>
    public GrowingNode Node => node;

    /// <summary>Gets the numbers of both parts in the tree.</summary>
    public (int Left, int Right) Parts => (split.Left, split.Right);

    /// <summary>Parts some rows of the node.</summary>
    /// <param name="rows">The rows of the tree.</param>
    /// <param name="piece">Which piece of the node's rows.</param>
    /// <returns>Where those are now that go left, and those that go right.</returns>
    public (RowRange Left, RowRange Right) Part(RowLists rows, int piece) => rows.Part(node.Rows[piece], block.BinsOf(node.Best.Column), _goesRight);

    /// <summary>Adds the answers of both parts, which are leaves, to the margins of some rows of the node.</summary>
    /// <param name="rows">Some rows of the node.</param>
    /// <param name="left">The answer of the left part.</param>
    /// <param name="right">The answer of the right part.</param>
    /// <param name="margins">The margins of all rows.</param>
    public void Answer(ReadOnlySpan<long> rows, float left, float right, float[] margins)
    {
        var bins = block.BinsOf(node.Best.Column);
        ReadOnlySpan<float> answers = [left, right];
        foreach (var packed in rows)
        {
            var row = RowGradient.Row(packed);
            margins[row] += answers[_goesRight[bins[row]]];
        }
    }

    private static byte[] GoesRight(Split best, TreeNode split, ColumnBins bins)
    {
        var goesRight = new byte[bins.Count];
        for (var bin = 0; bin < bins.Count; bin++)
        {
            var left = bins.HasMissing && bin == bins.ValueBins ? split.MissingLeft
                : split.RightCategories is { } categories ? !categories.Contains(bin)
                : bin <= best.Bin;
            goesRight[bin] = left ? (byte)0 : (byte)1;
        }

        return goesRight;
    }
}
