using LeadStudio.Core.Learning.Data;

namespace LeadStudio.Core.Learning.Linear;

/// <summary>What a feature adds to the margin, compared with its mean over the training rows.</summary>
internal sealed class FeatureEffect
{
    private readonly LinearTerm[] _numbers;
    private readonly double[] _categories = [];
    private readonly double _other;
    private readonly double _missing;
    private readonly double _present;

    /// <summary>Initializes a new instance of the <see cref="FeatureEffect"/> class.</summary>
    /// <param name="kind">How its values are read.</param>
    /// <param name="terms">Its terms; none where it adds nothing.</param>
    public FeatureEffect(FeatureKind kind, IReadOnlyList<LinearTerm> terms)
    {
        _numbers = [.. terms.Where(term => !term.IsYesOrNo)];

        // A 1 of a yes or no moves the margin by the weight times how far 1 is from its mean, and the others by how far 0 is from theirs.
        var none = -terms.Where(term => term.IsYesOrNo).Sum(term => term.Weight * term.Mean);
        double? Of(TermKind one) => terms.FirstOrDefault(term => term.Kind == one) is { } term ? none + term.Weight : null;
        _present = none;
        if (kind == FeatureKind.Number)
        {
            _missing = Of(TermKind.Missing) ?? 0;
            return;
        }

        // What training never saw is as the mean of all.
        (_other, _missing) = (Of(TermKind.Other) ?? 0, Of(TermKind.Missing) ?? Of(TermKind.Other) ?? 0);
        _categories = new double[Feature.MostCategories];
        Array.Fill(_categories, _other);
        foreach (var term in terms.Where(term => term.Kind == TermKind.Category))
        {
            _categories[(int)term.At] = none + term.Weight;
        }
    }

    /// <summary>Computes what a value adds, in logarithms of odds.</summary>
    public double Of(float value)
    {
        if (_categories.Length > 0)
        {
            return float.IsNaN(value) ? _missing
                : value is >= 0 and < Feature.MostCategories ? _categories[(int)value]
                : _other;
        }

        if (!float.IsFinite(value))
        {
            return _missing;
        }

        var sum = _present;
        foreach (var term in _numbers)
        {
            sum += term.Weight * term.Standardised(value);
        }

        return sum;
    }
}
