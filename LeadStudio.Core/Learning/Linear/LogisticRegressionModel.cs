using System.Collections.Immutable;
using LeadStudio.Core.Learning.Data;

namespace LeadStudio.Core.Learning.Linear;

/// <summary>A scorecard: what each term adds to the margin adds up.</summary>
/// <remarks>
/// A missing number is as the mean, plus the weight of missing where training had some. A category that training did not have, and a missing one where none
/// was, are as <see cref="TermKind.Other"/>; where there is no such term they add nothing, as the mean of all rows does.
/// </remarks>
public sealed class LogisticRegressionModel : IModel
{
    private readonly FeatureEffect[] _effects;

    internal LogisticRegressionModel(ImmutableArray<Feature> features, double baseMargin, ImmutableArray<LinearTerm> terms)
    {
        (Features, BaseMargin) = (features, baseMargin);
        var byFeature = terms.ToLookup(term => term.Feature, StringComparer.Ordinal);
        Terms = [.. features.SelectMany(feature => byFeature[feature.Name])];
        _effects = [.. features.Select(feature => new FeatureEffect(feature.Kind, [.. byFeature[feature.Name]]))];
    }

    /// <inheritdoc />
    public ImmutableArray<Feature> Features { get; }

    /// <summary>Gets the margin where every term is at its mean over the training rows, in logarithms of odds.</summary>
    public double BaseMargin { get; }

    /// <summary>Gets the terms, in the order of the features; a feature that was constant in training has none.</summary>
    public ImmutableArray<LinearTerm> Terms { get; }

    /// <inheritdoc />
    public float Margin(ReadOnlySpan<float> row) => (float)Math.Clamp(ExactMargin(row), float.MinValue, float.MaxValue);

    /// <inheritdoc />
    public void Margins(ReadOnlySpan<float> rows, Span<float> margins)
    {
        if (rows.Length != margins.Length * Features.Length)
        {
            throw new ArgumentException($"There are {margins.Length} places for margins. Give {Features.Length} values for each.", nameof(rows));
        }

        for (var row = 0; row < margins.Length; row++)
        {
            margins[row] = Margin(rows.Slice(row * Features.Length, Features.Length));
        }
    }

    /// <inheritdoc />
    /// <remarks>
    /// A sum of features has Shapley values without approximation: how far each feature's part is from its mean. Source: S. M. Lundberg and S.-I. Lee, Advances in Neural
    /// Information Processing Systems 30 (2017), corollary 1.
    /// </remarks>
    public double Explain(ReadOnlySpan<float> row, Span<double> contributions)
    {
        if (row.Length != _effects.Length || contributions.Length != _effects.Length)
        {
            throw new ArgumentException($"There are {_effects.Length} features. Give a value and a place for each.", nameof(row));
        }

        for (var feature = 0; feature < _effects.Length; feature++)
        {
            contributions[feature] = _effects[feature].Of(row[feature]);
        }

        return BaseMargin;
    }

    /// <summary>Computes the margin of a row, before it is rounded.</summary>
    internal double ExactMargin(ReadOnlySpan<float> row)
    {
        if (row.Length != _effects.Length)
        {
            throw new ArgumentException($"There are {_effects.Length} features. Give a value for each.", nameof(row));
        }

        var sum = BaseMargin;
        for (var feature = 0; feature < _effects.Length; feature++)
        {
            sum += _effects[feature].Of(row[feature]);
        }

        return sum;
    }
}
