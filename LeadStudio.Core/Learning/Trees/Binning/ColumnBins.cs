using System.Collections.Immutable;
using LeadStudio.Core.Learning.Data;

namespace LeadStudio.Core.Learning.Trees.Binning;

/// <summary>How the values of a column are put into bins.</summary>
/// <param name="Feature">Which column.</param>
/// <param name="Kind">How its cells are read.</param>
/// <param name="Cuts">Numbers: where bins begin, rising. Bin b holds what is at or above cut b - 1 and below cut b.</param>
/// <param name="ValueBins">The bins of values: one more than cuts, or one per category.</param>
/// <param name="HasMissing">Whether a further bin, the last, is for missing values.</param>
internal sealed record ColumnBins(int Feature, FeatureKind Kind, ImmutableArray<float> Cuts, int ValueBins, bool HasMissing)
{
    /// <summary>Gets how many bins there are.</summary>
    public int Count => ValueBins + (HasMissing ? 1 : 0);

    /// <summary>Finds the bin of a value.</summary>
    /// <param name="value">The value; NaN where it is missing.</param>
    /// <returns>The bin.</returns>
    public byte BinOf(float value)
    {
        if (float.IsNaN(value))
        {
            return (byte)ValueBins;
        }

        return Kind == FeatureKind.Category ? (byte)value : (byte)CutsUpTo(Cuts.AsSpan(), value);
    }

    // How many cuts are at or below the value: a binary search without a branch that the processor would guess wrongly.
    private static int CutsUpTo(ReadOnlySpan<float> cuts, float value)
    {
        var (low, length) = (0, cuts.Length);
        while (length > 0)
        {
            var half = (length + 1) / 2;
            low += cuts[low + half - 1] <= value ? half : 0;
            length -= half;
        }

        return low;
    }
}
