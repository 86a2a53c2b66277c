using LeadStudio.Core.Learning.Trees.Binning;

namespace LeadStudio.Core.Learning.Trees.Growing;

/// <summary>Finds the split of a column of categories that gains most.</summary>
/// <remarks>
/// Put in the order of G / (H + smoothing), the best two parts are one after the other (W. Fisher, J. Am. Stat. Assoc. 53 (1958) 789-798; as in
/// LightGBM and scikit-learn). Some from either end go right, at most half of the weight; all others go left, with those that are too rare to
/// choose, and with missing values where these are rare.
/// </remarks>
/// <param name="options">How trees are grown.</param>
internal sealed class CategorySplitFinder(TreeOptions options)
{
    private readonly LeafWeight _weight = new(options.L1, options.L2 + options.CategoryL2);

    /// <summary>Finds the best split.</summary>
    /// <param name="node">The node.</param>
    /// <param name="bins">The column.</param>
    /// <param name="sums">The sums of its bins over the node's rows.</param>
    /// <param name="scale">What the sums are worth.</param>
    /// <returns>The best split; its gain is 0 where there is none.</returns>
    public Split Find(GrowingNode node, ColumnBins bins, ReadOnlySpan<long> sums, GradientScale scale)
    {
        Span<int> order = stackalloc int[sums.Length];
        Span<double> keys = stackalloc double[sums.Length];
        var rowsPerWeight = node.RowCount / scale.SecondOf(node.Sum);
        var count = 0;
        for (var bin = 0; bin < sums.Length; bin++)
        {
            var weight = scale.SecondOf(sums[bin]);
            if (sums[bin] != 0 && weight * rowsPerWeight >= options.MinCategoryRows)
            {
                order[count] = bin;
                keys[count++] = scale.FirstOf(sums[bin]) / (weight + options.CategorySmoothing);
            }
        }

        keys[..count].Sort(order[..count]);
        var rule = new GainRule(_weight, options.MinChildWeight, 0, node.Bounds, scale, node.Sum);
        var (gain, taken, fromEnd, right) = (options.MinGain, 0, false, 0L);
        Scan(order[..count], sums, node.Sum, rule, fromEnd: false, ref gain, ref taken, ref right, ref fromEnd);
        Scan(order[..count], sums, node.Sum, rule, fromEnd: true, ref gain, ref taken, ref right, ref fromEnd);
        if (taken == 0)
        {
            return default;
        }

        var goRight = fromEnd ? order[(count - taken)..count] : order[..taken];
        var categories = CategorySet.Of(goRight.ToArray().Where(bin => bin < bins.ValueBins));
        return new Split(gain, 0, 0, 0, 0, categories, !goRight.Contains(bins.ValueBins), node.Sum - right, right);
    }

    private static void Scan(
        ReadOnlySpan<int> order, ReadOnlySpan<long> sums, long all, GainRule rule, bool fromEnd, ref double gain, ref int taken, ref long right, ref bool bestFromEnd)
    {
        var sum = 0L;
        for (var at = 0; at < order.Length; at++)
        {
            sum += sums[order[fromEnd ? order.Length - 1 - at : at]];
            if (GradientSum.Second(sum) > GradientSum.Second(all) / 2)
            {
                return;
            }

            var found = rule.Of(sum);
            if (found > gain)
            {
                (gain, taken, right, bestFromEnd) = (found, at + 1, sum, fromEnd);
            }
        }
    }
}
