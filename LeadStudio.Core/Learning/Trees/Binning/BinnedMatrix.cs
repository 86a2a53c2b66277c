using System.Collections.Immutable;
using LeadStudio.Core.Learning.Data;

namespace LeadStudio.Core.Learning.Trees.Binning;

/// <summary>Rows as bins, a byte each. Columns that do not differ are left out.</summary>
/// <remarks>Columns stand in blocks, each row after row: one thread counts one block, and its histogram stays in the nearest cache.</remarks>
internal sealed class BinnedMatrix
{
    private BinnedMatrix(int rowCount, ImmutableArray<BinnedBlock> blocks, int binCount) =>
        (RowCount, Blocks, BinCount) = (rowCount, blocks, binCount);

    /// <summary>Gets how many rows there are.</summary>
    public int RowCount { get; }

    /// <summary>Gets the columns, in blocks.</summary>
    public ImmutableArray<BinnedBlock> Blocks { get; }

    /// <summary>Gets the bins of all columns.</summary>
    public int BinCount { get; }

    /// <summary>Puts rows into bins.</summary>
    /// <param name="set">The rows.</param>
    /// <param name="mostBins">The most bins of a number, with the one for missing values.</param>
    /// <param name="work">Where to work.</param>
    /// <returns>The rows in bins; without any block where no column differs.</returns>
    public static BinnedMatrix Make(TrainingSet set, int mostBins, ParallelOptions work)
    {
        var found = new ColumnBins[set.Features.Features.Length];
        Parallel.For(0, found.Length, work, feature => found[feature] = ColumnBinsFinder.Find(set, feature, mostBins));

        var columns = found.Where(column => column.Count > 1).ToArray();
        var blocks = ImmutableArray.CreateBuilder<BinnedBlock>();
        var firstBin = 0;
        if (columns.Length > 0)
        {
            foreach (var part in columns.Chunk(WidthOfBlocks(columns, work.MaxDegreeOfParallelism)))
            {
                blocks.Add(new BinnedBlock([.. part], firstBin, set.Features.RowCount));
                firstBin += part.Sum(column => column.Count);
            }
        }

        var binned = new BinnedMatrix(set.Features.RowCount, blocks.DrainToImmutable(), firstBin);
        var chunks = Chunks.Of(binned.RowCount);
        Parallel.For(0, chunks.Count, work, chunk =>
        {
            foreach (var block in binned.Blocks)
            {
                block.Fill(set.Features, chunks[chunk]);
            }
        });
        return binned;
    }

    // A block's histogram is to fit into 24 KB of the first cache, and there is to be a block for each thread.
    private static int WidthOfBlocks(ColumnBins[] columns, int threads)
    {
        const int MostBins = 24 * 1024 / sizeof(long);
        var blocks = Math.Max(threads, (columns.Sum(column => column.Count) + MostBins - 1) / MostBins);
        return (columns.Length + blocks - 1) / blocks;
    }
}
