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
    /// <param name="crew">Those who work.</param>
    /// <returns>The rows in bins; without any block where no column differs.</returns>
    public static BinnedMatrix Make(TrainingSet set, int mostBins, Crew crew)
    {
        var found = new ColumnBins[set.Features.Features.Length];
        crew.Run(found.Length, feature => found[feature] = ColumnBinsFinder.Find(set, feature, mostBins));

        var columns = found.Where(column => column.Count > 1).ToArray();
        var count = Math.Min(BlocksFor(columns, crew.Threads), columns.Length);
        var blocks = ImmutableArray.CreateBuilder<BinnedBlock>(count);
        var firstBin = 0;
        for (var block = 0; block < count; block++)
        {
            // Dealt out in turn, so that blocks are alike, though often columns of a kind stand together.
            blocks.Add(new BinnedBlock([.. columns.Where((_, column) => column % count == block)], firstBin, set.Features.RowCount));
            firstBin += blocks[block].BinCount;
        }

        var binned = new BinnedMatrix(set.Features.RowCount, blocks.DrainToImmutable(), firstBin);
        var chunks = Chunks.Of(binned.RowCount);
        crew.Run(chunks.Count, chunk =>
        {
            foreach (var block in binned.Blocks)
            {
                block.Fill(set.Features, chunks[chunk]);
            }
        });
        return binned;
    }

    // A block's histogram is to fit into 24 KB of the first cache, and each thread is to have as many blocks as every other.
    private static int BlocksFor(ColumnBins[] columns, int threads)
    {
        const int MostBins = 24 * 1024 / sizeof(long);
        var blocks = (columns.Sum(column => column.Count) + MostBins - 1) / MostBins;
        return (blocks + threads - 1) / threads * threads;
    }
}
