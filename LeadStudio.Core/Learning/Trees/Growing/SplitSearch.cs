using LeadStudio.Core.Learning.Trees.Binning;

namespace LeadStudio.Core.Learning.Trees.Growing;

/// <summary>Counts the rows of new leaves, and finds the best split of each.</summary>
/// <param name="options">How trees are grown.</param>
/// <param name="binned">The rows, in bins.</param>
/// <param name="finder">Finds splits.</param>
/// <param name="crew">Those who work.</param>
internal sealed class SplitSearch(TreeOptions options, BinnedMatrix binned, SplitFinder finder, Crew crew)
{
    private readonly Stack<long[]> _histograms = new();

    /// <summary>Counts the smaller leaf of each pair, takes it off its parent to have the larger one, and finds the best split of both.</summary>
    /// <param name="pairs">The leaves.</param>
    /// <param name="rows">The rows of the tree.</param>
    /// <param name="scale">What their derivatives are worth.</param>
    /// <param name="allowed">Per feature whether it may be asked for.</param>
    public void FindBest(LeafPair[] pairs, RowLists rows, GradientScale scale, bool[] allowed)
    {
        var blocks = binned.Blocks.Length;
        var best = new (Split Small, Split Large)[pairs.Length * blocks];
        foreach (var pair in pairs)
        {
            if (pair.Small.Depth < options.MaxDepth)
            {
                pair.Small.Histogram = Take();
                if (pair.Large is { } large)
                {
                    (large.Histogram, pair.Parent!.Histogram) = (pair.Parent.Histogram, null);
                }
            }
            else if (pair.Parent is { } parent)
            {
                GiveBack(parent);
            }
        }

        if (pairs.All(pair => pair.Small.Histogram is null))
        {
            return;
        }

        crew.Run(best.Length, at =>
        {
            var (pair, block) = (pairs[at % pairs.Length], at / pairs.Length); // a block has the same work, whoever's
            if (pair.Small.Histogram is not null)
            {
                best[at] = FindIn(pair, block, rows, scale, allowed);
            }
        });

        for (var at = 0; at < best.Length; at++)
        {
            var pair = pairs[at % pairs.Length];
            pair.Small.Best = best[at].Small.IsBetterThan(pair.Small.Best) ? best[at].Small : pair.Small.Best;
            if (pair.Large is { } large)
            {
                large.Best = best[at].Large.IsBetterThan(large.Best) ? best[at].Large : large.Best;
            }
        }
    }

    /// <summary>Takes a histogram back that nobody looks at any more.</summary>
    /// <param name="node">Whose.</param>
    public void GiveBack(GrowingNode node)
    {
        if (node.Histogram is { } histogram)
        {
            _histograms.Push(histogram);
            node.Histogram = null;
        }
    }

    private (Split Small, Split Large) FindIn(LeafPair pair, int number, RowLists rows, GradientScale scale, bool[] allowed)
    {
        var block = binned.Blocks[number];
        var small = pair.Small.Histogram.AsSpan(block.FirstBin, block.BinCount);
        small.Clear();
        foreach (var piece in pair.Small.Rows)
        {
            HistogramKernel.Add(block, rows.Read(piece), small);
        }

        var found = finder.Find(pair.Small, number, small, scale, allowed);
        if (pair.Large is not { Histogram: { } other })
        {
            return (found, default);
        }

        var large = other.AsSpan(block.FirstBin, block.BinCount);
        for (var bin = 0; bin < large.Length; bin++)
        {
            large[bin] -= small[bin];
        }

        return (found, finder.Find(pair.Large, number, large, scale, allowed));
    }

    private long[] Take() => _histograms.TryPop(out var histogram) ? histogram : new long[binned.BinCount];
}
