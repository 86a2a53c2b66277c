using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace LeadStudio.Core.Learning.Data;

/// <summary>Rows of features, as numbers: what a learner learns from, and what a model predicts for.</summary>
public sealed class FeatureMatrix
{
    // As bits: their search takes many cells at a time.
    private static readonly int[] s_infinities = [BitConverter.SingleToInt32Bits(float.PositiveInfinity), BitConverter.SingleToInt32Bits(float.NegativeInfinity)];

    private readonly float[] _values;

    /// <summary>Initializes a new instance of the <see cref="FeatureMatrix"/> class.</summary>
    /// <param name="features">Its columns, at least one.</param>
    /// <param name="values">Its cells, row after row; kept, not copied. Each is finite, or NaN for a missing value.</param>
    /// <exception cref="ArgumentException">There is no column, two have one name, a row is not whole, a number is infinite, or a category is outside its range.</exception>
    public FeatureMatrix(ImmutableArray<Feature> features, float[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (features.IsDefaultOrEmpty || values.Length % features.Length != 0)
        {
            throw new ArgumentException($"{values.Length} values are no whole rows. Give a value, or NaN, for each feature of each row.", nameof(values));
        }

        if (features.GroupBy(feature => feature.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Two features are called \"{twice.Key}\". Give each a name of its own.", nameof(features));
        }

        if (MemoryMarshal.Cast<float, int>(values).IndexOfAny(s_infinities) is >= 0 and var infinite)
        {
            throw new ArgumentException(
                $"\"{features[infinite % features.Length].Name}\" has an infinite number in row {infinite / features.Length}. Give NaN where it is not known, else a finite number.", nameof(values));
        }

        (Features, _values) = (features, values);
        RowCount = values.Length / features.Length;
        for (var feature = 0; feature < features.Length; feature++)
        {
            if (features[feature].Kind == FeatureKind.Category)
            {
                CheckCategories(feature);
            }
        }
    }

    /// <summary>Gets the columns.</summary>
    public ImmutableArray<Feature> Features { get; }

    /// <summary>Gets how many rows there are.</summary>
    public int RowCount { get; }

    /// <summary>Gets the cells, row after row.</summary>
    public ReadOnlySpan<float> Values => _values;

    /// <summary>Reads a row.</summary>
    /// <param name="row">Which, from 0.</param>
    /// <returns>Its cells, in the order of <see cref="Features"/>.</returns>
    public ReadOnlySpan<float> Row(int row) => _values.AsSpan(row * Features.Length, Features.Length);

    /// <summary>Copies some rows.</summary>
    /// <param name="rows">Which, from 0, in the order wanted; one may come more than once.</param>
    /// <returns>A matrix of these rows.</returns>
    public FeatureMatrix Select(ReadOnlySpan<int> rows)
    {
        var values = new float[(long)rows.Length * Features.Length];
        for (var at = 0; at < rows.Length; at++)
        {
            Row(rows[at]).CopyTo(values.AsSpan(at * Features.Length));
        }

        return new FeatureMatrix(Features, values);
    }

    private void CheckCategories(int feature)
    {
        for (var at = feature; at < _values.Length; at += Features.Length)
        {
            var value = _values[at];
            if (!float.IsNaN(value) && (value is not (>= 0 and < Feature.MostCategories) || value != (int)value))
            {
                throw new ArgumentException(
                    $"\"{Features[feature].Name}\" has the category {value}. Categories are whole numbers from 0 to {Feature.MostCategories - 1}: merge rare ones, or use its numbers as a Number.",
                    nameof(feature));
            }
        }
    }
}
