namespace LeadStudio.Core.Learning.Trees.Growing;

/// <summary>The rows of each node of a growing tree, one after another, with their derivatives beside them.</summary>
/// <remarks>
/// List 0 is what a tree begins with. Lists 1 and 2 take turns: the rows of a node go from one into the other when it is split.
/// </remarks>
internal sealed class RowLists(int rowCount)
{
    private readonly int[][] _rows = [[], GC.AllocateUninitializedArray<int>(rowCount), GC.AllocateUninitializedArray<int>(rowCount)];
    private readonly int[][] _gradients = [[], GC.AllocateUninitializedArray<int>(rowCount), GC.AllocateUninitializedArray<int>(rowCount)];

    /// <summary>Begins a tree.</summary>
    /// <param name="sample">The rows that it sees.</param>
    /// <param name="gradients">The packed derivatives of all rows.</param>
    /// <returns>Where the rows of its root are.</returns>
    public RowRange Begin(int[] sample, int[] gradients)
    {
        _rows[0] = sample;
        _gradients[0] = sample.Length == gradients.Length ? gradients : Array.ConvertAll(sample, row => gradients[row]);
        return new RowRange(0, sample.Length, 0);
    }

    /// <summary>Reads the rows of a node.</summary>
    /// <param name="range">Where they are.</param>
    /// <returns>The rows.</returns>
    public ReadOnlySpan<int> Rows(RowRange range) => _rows[range.Side].AsSpan(range.Start, range.Count);

    /// <summary>Reads the derivatives of the rows of a node.</summary>
    /// <param name="range">Where they are.</param>
    /// <returns>The packed derivatives, in the order of the rows.</returns>
    public ReadOnlySpan<int> Gradients(RowRange range) => _gradients[range.Side].AsSpan(range.Start, range.Count);

    /// <summary>Parts the rows of a node.</summary>
    /// <param name="range">Where they are.</param>
    /// <param name="binOfRow">The bin of each row in the column that is asked for.</param>
    /// <param name="goesRight">1 for each bin of the column whose rows go right, else 0.</param>
    /// <param name="isLast">Whether nobody will ask for the derivatives of the parts.</param>
    /// <returns>Where the rows are now that go left, and those that go right.</returns>
    public unsafe (RowRange Left, RowRange Right) Part(RowRange range, ReadOnlySpan<byte> binOfRow, ReadOnlySpan<byte> goesRight, bool isLast)
    {
        var (count, target) = (range.Count, range.Side == 1 ? 2 : 1);
        var left = 0;
        fixed (byte* bins = binOfRow, right = goesRight)
        fixed (int* from = Rows(range), to = _rows[target].AsSpan(range.Start, count))
        fixed (int* fromGradients = Gradients(range), toGradients = _gradients[target].AsSpan(range.Start, count))
        {
            // Each row is written where the next one of its side belongs: left ones from the start, right ones from the end. No branch
            // to be guessed. The right ones come in the reverse order, so rows rise or fall throughout, and memory is read in order.
            for (var at = 0; at < count; at++)
            {
                var row = from[at];
                var isRight = right[bins[row]];
                var place = isRight != 0 ? count - 1 - (at - left) : left;
                to[place] = row;
                if (!isLast)
                {
                    toGradients[place] = fromGradients[at];
                }

                left += 1 - isRight;
            }
        }

        return (new RowRange(range.Start, left, target), new RowRange(range.Start + left, count - left, target));
    }
}
