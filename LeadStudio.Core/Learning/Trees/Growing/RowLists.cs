using System.Collections.Immutable;

namespace LeadStudio.Core.Learning.Trees.Growing;

/// <summary>The rows of each node of a growing tree, one after another, with their derivatives.</summary>
/// <remarks>
/// The rows of a tree are dealt into pieces, and so are those of each node: threads work on pieces.
/// List 0 is what a tree begins with. Lists 1 and 2 take turns: the rows of a node go from one into the other when it is split.
/// </remarks>
internal sealed class RowLists(int rowCount)
{
    private const int MostPieces = 8;
    private const int PieceSize = 1 << 14;

    private readonly long[][] _rows = [[], GC.AllocateUninitializedArray<long>(rowCount), GC.AllocateUninitializedArray<long>(rowCount)];

    /// <summary>Begins a tree.</summary>
    /// <param name="rows">The rows that it sees, as <see cref="RowGradient"/> has them.</param>
    /// <returns>Where the rows of its root are.</returns>
    public ImmutableArray<RowRange> Begin(long[] rows)
    {
        _rows[0] = rows;
        var pieces = Math.Clamp(rows.Length / PieceSize, 1, MostPieces);
        int StartOf(int piece) => (int)((long)rows.Length * piece / pieces);
        return [.. Enumerable.Range(0, pieces).Select(piece => new RowRange(StartOf(piece), StartOf(piece + 1) - StartOf(piece), 0))];
    }

    /// <summary>Reads the rows of a piece.</summary>
    /// <param name="range">Where they are.</param>
    /// <returns>The rows, as <see cref="RowGradient"/> has them.</returns>
    public ReadOnlySpan<long> Read(RowRange range) => _rows[range.Side].AsSpan(range.Start, range.Count);

    /// <summary>Parts the rows of a piece.</summary>
    /// <param name="range">Where they are.</param>
    /// <param name="binOfRow">The bin of each row in the column that is asked for.</param>
    /// <param name="goesRight">1 for each bin of the column whose rows go right, else 0.</param>
    /// <returns>Where the rows are now that go left, and those that go right.</returns>
    public unsafe (RowRange Left, RowRange Right) Part(RowRange range, ReadOnlySpan<byte> binOfRow, ReadOnlySpan<byte> goesRight)
    {
        var (count, target) = (range.Count, range.Side == 1 ? 2 : 1);
        var left = 0;
        fixed (byte* bins = binOfRow, right = goesRight)
        fixed (long* from = Read(range), to = _rows[target].AsSpan(range.Start, count))
        {
            // Each row is written where the next one of its side belongs: left ones from the start, right ones from the end. No branch
            // to be guessed. The right ones come in the reverse order, so rows rise or fall throughout, and memory is read in order.
            for (var at = 0; at < count; at++)
            {
                var row = from[at];
                var isRight = right[bins[RowGradient.Row(row)]];
                to[left + ((count - 1 - at) & -isRight)] = row;
                left += 1 - isRight;
            }
        }

        return (new RowRange(range.Start, left, target), new RowRange(range.Start + left, count - left, target));
    }
}
