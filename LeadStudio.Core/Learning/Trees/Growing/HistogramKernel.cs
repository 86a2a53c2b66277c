using System.Runtime.Intrinsics.X86;
using LeadStudio.Core.Learning.Trees.Binning;

namespace LeadStudio.Core.Learning.Trees.Growing;

/// <summary>Adds the derivatives of rows to the bins that the rows are in: most of a training's time is spent here.</summary>
internal static unsafe class HistogramKernel
{
    // So many rows ahead their bins are fetched into the cache: rows of a node lie scattered.
    private const int Ahead = 16;

    /// <summary>Counts rows.</summary>
    /// <param name="block">Their bins.</param>
    /// <param name="rows">The rows, as <see cref="RowGradient"/> has them.</param>
    /// <param name="histogram">Takes the sum of each bin of the block; what is in it is added to.</param>
    public static void Add(BinnedBlock block, ReadOnlySpan<long> rows, Span<long> histogram)
    {
        var width = block.Columns.Length;
        fixed (byte* bins = block.Bins)
        fixed (int* offsets = block.Offsets)
        fixed (long* row = rows, sums = histogram)
        {
            // Two rows at once: their sums are loaded and stored side by side.
            var at = 0;
            for (; at + 1 < rows.Length; at += 2)
            {
                if (Sse.IsSupported && at + Ahead + 1 < rows.Length)
                {
                    Sse.Prefetch0(bins + ((long)RowGradient.Row(row[at + Ahead]) * width));
                    Sse.Prefetch0(bins + ((long)RowGradient.Row(row[at + Ahead + 1]) * width));
                }

                var (a, b) = (RowGradient.Sum(row[at]), RowGradient.Sum(row[at + 1]));
                var binsOfA = bins + ((long)RowGradient.Row(row[at]) * width);
                var binsOfB = bins + ((long)RowGradient.Row(row[at + 1]) * width);
                for (var column = 0; column < width; column++)
                {
                    var sum = sums + offsets[column];
                    sum[binsOfA[column]] += a;
                    sum[binsOfB[column]] += b;
                }
            }

            if (at < rows.Length)
            {
                var binsOfLast = bins + ((long)RowGradient.Row(row[at]) * width);
                for (var column = 0; column < width; column++)
                {
                    sums[offsets[column] + binsOfLast[column]] += RowGradient.Sum(row[at]);
                }
            }
        }
    }
}
