using System.Collections.Immutable;
using LeadStudio.Core.Learning.Data;

namespace LeadStudio.Core.Learning.Trees.Binning;

/// <summary>Some columns of a <see cref="BinnedMatrix"/>, row after row.</summary>
internal sealed class BinnedBlock
{
    private readonly byte[][] _byColumn;

    /// <summary>Initializes a new instance of the <see cref="BinnedBlock"/> class.</summary>
    /// <param name="columns">Its columns.</param>
    /// <param name="firstBin">Where its bins begin in a histogram of all columns.</param>
    /// <param name="rowCount">How many rows there are.</param>
    public BinnedBlock(ImmutableArray<ColumnBins> columns, int firstBin, int rowCount)
    {
        (Columns, FirstBin) = (columns, firstBin);
        Bins = GC.AllocateUninitializedArray<byte>(checked(columns.Length * rowCount));
        _byColumn = [.. columns.Select(_ => GC.AllocateUninitializedArray<byte>(rowCount))];
        Offsets = new int[columns.Length];
        foreach (var column in columns)
        {
            Offsets[columns.IndexOf(column)] = BinCount;
            BinCount += column.Count;
        }
    }

    /// <summary>Gets the columns.</summary>
    public ImmutableArray<ColumnBins> Columns { get; }

    /// <summary>Gets where its bins begin in a histogram of all columns.</summary>
    public int FirstBin { get; }

    /// <summary>Gets the bins of its columns.</summary>
    public int BinCount { get; }

    /// <summary>Gets where each column's bins begin in the histogram of this block.</summary>
    public int[] Offsets { get; }

    /// <summary>Gets the bins, row after row.</summary>
    public byte[] Bins { get; }

    /// <summary>Reads the bins of a column: when a node is split, only one column is looked at.</summary>
    /// <param name="column">Which of the block.</param>
    /// <returns>The bin of each row.</returns>
    public ReadOnlySpan<byte> BinsOf(int column) => _byColumn[column];

    /// <summary>Puts some rows into their bins.</summary>
    /// <param name="features">The rows.</param>
    /// <param name="rows">Which of them.</param>
    public void Fill(FeatureMatrix features, Range rows)
    {
        var (start, count) = rows.GetOffsetAndLength(features.RowCount);
        for (var row = start; row < start + count; row++)
        {
            var values = features.Row(row);
            for (var column = 0; column < Columns.Length; column++)
            {
                var bin = Columns[column].BinOf(values[Columns[column].Feature]);
                Bins[(row * Columns.Length) + column] = bin;
                _byColumn[column][row] = bin;
            }
        }
    }
}
