using System.Collections.Immutable;
using LeadStudio.Core.Learning.Data;

namespace LeadStudio.Core.Learning;

/// <summary>Tells how probable an outcome is, and why.</summary>
/// <remarks>Rows are like those of a <see cref="FeatureMatrix"/>: each value is finite, or NaN where it is missing. Encoders see to that.</remarks>
public interface IModel
{
    /// <summary>Gets the columns that a row must have, in this order.</summary>
    ImmutableArray<Feature> Features { get; }

    /// <summary>Computes the margin of a row.</summary>
    /// <param name="row">A value, or NaN, per feature.</param>
    /// <returns>The logarithm of the odds, any finite number; see <see cref="LogOdds"/>.</returns>
    float Margin(ReadOnlySpan<float> row);

    /// <summary>Computes the margin of many rows.</summary>
    /// <param name="rows">Values, or NaN, row after row.</param>
    /// <param name="margins">Takes the logarithm of the odds of each row.</param>
    void Margins(ReadOnlySpan<float> rows, Span<float> margins);

    /// <summary>Says what each feature adds to the margin of a row: its Shapley value.</summary>
    /// <param name="row">A value, or NaN, per feature.</param>
    /// <param name="contributions">Takes what each feature adds, in logarithms of odds.</param>
    /// <returns>What is there before any feature: with it, the contributions add up to the margin.</returns>
    double Explain(ReadOnlySpan<float> row, Span<double> contributions);
}
