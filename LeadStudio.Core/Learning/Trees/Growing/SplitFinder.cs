using System.Collections.Immutable;
using LeadStudio.Core.Learning.Data;
using LeadStudio.Core.Learning.Trees.Binning;

namespace LeadStudio.Core.Learning.Trees.Growing;

/// <summary>Finds the split that gains most, column by column.</summary>
/// <param name="options">How trees are grown.</param>
/// <param name="binned">The rows, in bins.</param>
/// <param name="monotone">Per feature 1, -1 or 0.</param>
internal sealed class SplitFinder(TreeOptions options, BinnedMatrix binned, ImmutableArray<int> monotone)
{
    private readonly LeafWeight _weight = new(options.L1, options.L2);
    private readonly CategorySplitFinder _categories = new(options);

    /// <summary>Finds the best split of a node among the columns of a block.</summary>
    /// <param name="node">The node.</param>
    /// <param name="block">The block.</param>
    /// <param name="histogram">The sums of the block's bins over the node's rows.</param>
    /// <param name="scale">What the sums are worth.</param>
    /// <param name="allowed">Per feature whether it may be asked for.</param>
    /// <returns>The best split; its gain is 0 where there is none.</returns>
    public Split Find(GrowingNode node, int block, ReadOnlySpan<long> histogram, GradientScale scale, ReadOnlySpan<bool> allowed)
    {
        var (columns, offsets) = (binned.Blocks[block].Columns, binned.Blocks[block].Offsets);
        var best = default(Split);
        for (var column = 0; column < columns.Length; column++)
        {
            var bins = columns[column];
            if (!allowed[bins.Feature])
            {
                continue;
            }

            var sums = histogram.Slice(offsets[column], bins.Count);
            var found = bins.Kind == FeatureKind.Category
                ? _categories.Find(node, bins, sums, scale)
                : FindNumber(node, bins, sums, scale);
            found = found with { Feature = bins.Feature, Block = block, Column = column };
            best = found.IsBetterThan(best) ? found : best;
        }

        return best;
    }

    /// <summary>Says between which the answers of both parts of a node must be.</summary>
    /// <param name="node">The node; it is split by its best split.</param>
    /// <param name="feature">The feature of the split.</param>
    /// <param name="scale">What the sums are worth.</param>
    /// <returns>The bounds of the left and of the right part. Between them lies the middle of their answers, where the feature is monotone.</returns>
    public (Bounds Left, Bounds Right) BoundsOf(GrowingNode node, int feature, GradientScale scale)
    {
        var direction = node.Best.RightCategories is null ? monotone[feature] : 0;
        if (direction == 0)
        {
            return (node.Bounds, node.Bounds);
        }

        var middle = (AnswerOf(node.Best.Left) + AnswerOf(node.Best.Right)) / 2;
        var (lower, upper) = (node.Bounds with { Most = middle }, node.Bounds with { Least = middle });
        return direction > 0 ? (lower, upper) : (upper, lower);

        double AnswerOf(long sum) => node.Bounds.Clamp(_weight.Of(scale.FirstOf(sum), scale.SecondOf(sum)));
    }

    private Split FindNumber(GrowingNode node, ColumnBins bins, ReadOnlySpan<long> sums, GradientScale scale)
    {
        var direction = monotone[bins.Feature];
        var rule = new GainRule(_weight, options.MinChildWeight, direction, node.Bounds, scale, node.Sum);
        var missing = bins.HasMissing ? sums[bins.ValueBins] : 0;
        var values = sums[..bins.ValueBins];

        var (gain, bin, left, missingLeft) = (options.MinGain, -1, 0L, false);
        Scan(values, 0, missing != 0 ? values.Length : values.Length - 1, rule, missingLeft: false, ref gain, ref bin, ref left, ref missingLeft);
        if (missing != 0)
        {
            Scan(values, missing, values.Length - 1, rule, missingLeft: true, ref gain, ref bin, ref left, ref missingLeft);
        }

        if (bin < 0)
        {
            return default;
        }

        // Where nothing was missing, a missing value goes with the greater part.
        var right = node.Sum - left;
        missingLeft = missing == 0 ? GradientSum.Second(left) >= GradientSum.Second(right) : missingLeft;
        return new Split(gain, 0, 0, 0, bin, null, missingLeft, left, right);
    }

    private static void Scan(
        ReadOnlySpan<long> values, long start, int end, GainRule rule, bool missingLeft, ref double gain, ref int bin, ref long left, ref bool bestMissingLeft)
    {
        var sum = start;
        for (var at = 0; at < end; at++)
        {
            if (values[at] == 0)
            {
                continue; // parts the rows as the bin before does
            }

            sum += values[at];
            var found = rule.Of(sum);
            if (found > gain)
            {
                (gain, bin, left, bestMissingLeft) = (found, at, sum, missingLeft);
            }
        }
    }
}
