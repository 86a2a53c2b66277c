using System.Buffers;
using LeadStudio.Core.Learning.Data;

namespace LeadStudio.Core.Learning.Trees.Binning;

/// <summary>Finds the bins of a column.</summary>
internal static class ColumnBinsFinder
{
    // Of more rows every so-manieth is looked at: a quantile of more than 65,536 values is known well enough.
    private const int MostRows = 1 << 17;

    /// <summary>Finds the bins of a column.</summary>
    /// <param name="set">The rows.</param>
    /// <param name="feature">Which column.</param>
    /// <param name="mostBins">The most bins of a number, with the one for missing values.</param>
    /// <returns>Its bins; a single one where nothing differs.</returns>
    public static ColumnBins Find(TrainingSet set, int feature, int mostBins)
    {
        var values = set.Features.Values;
        var width = set.Features.Features.Length;
        var (hasMissing, hasValue) = (false, false);
        var most = -1f;
        for (var at = feature; at < values.Length; at += width)
        {
            hasMissing |= float.IsNaN(values[at]);
            hasValue |= !float.IsNaN(values[at]);
            most = Math.Max(float.IsNaN(values[at]) ? most : values[at], most);
        }

        if (set.Features.Features[feature].Kind == FeatureKind.Category)
        {
            return new ColumnBins(feature, FeatureKind.Category, [], (int)most + 1, hasMissing);
        }

        var step = (set.Features.RowCount + MostRows - 1) / MostRows;
        var sampled = (set.Features.RowCount + step - 1) / step;
        var present = ArrayPool<float>.Shared.Rent(sampled);
        var weights = set.Weights.IsEmpty ? [] : new float[sampled];
        var count = 0;
        for (var row = 0; row < set.Features.RowCount; row += step)
        {
            var value = values[(row * width) + feature];
            if (!float.IsNaN(value))
            {
                present[count] = value;
                if (weights.Length > 0)
                {
                    weights[count] = set.Weights[row];
                }

                count++;
            }
        }

        var cuts = QuantileCuts.Find(present.AsSpan(0, count), weights.Length > 0 ? weights.AsSpan(0, count) : default, mostBins - 1);
        ArrayPool<float>.Shared.Return(present);
        return new ColumnBins(feature, FeatureKind.Number, cuts, hasValue ? cuts.Length + 1 : 0, hasMissing);
    }
}
