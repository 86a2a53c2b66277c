using System.Collections.Immutable;
using LeadStudio.Core.Learning.Data;

namespace LeadStudio.Core.Learning.Linear.Designs;

/// <summary>Where the terms of a feature stand among the columns of a <see cref="Design"/>.</summary>
internal sealed class FeatureReader
{
    private readonly LinearTerm[] _numbers;
    private readonly int _firstNumber;
    private readonly int[] _categories = [];
    private readonly int _other = -1;
    private readonly int _missing = -1;

    public FeatureReader(int feature, Feature of, ImmutableArray<LinearTerm> columns)
    {
        Feature = feature;
        _numbers = [.. columns.Where(column => column.Feature == of.Name && !column.IsYesOrNo)];
        _firstNumber = _numbers.Length == 0 ? 0 : columns.IndexOf(_numbers[0]);
        if (of.Kind == FeatureKind.Category)
        {
            _categories = new int[Data.Feature.MostCategories];
            Array.Fill(_categories, -1);
        }

        for (var column = 0; column < columns.Length; column++)
        {
            if (columns[column].Feature != of.Name || !columns[column].IsYesOrNo)
            {
                continue;
            }

            HasYesOrNo = true;
            switch (columns[column].Kind)
            {
                case TermKind.Category:
                    _categories[(int)columns[column].At] = column;
                    break;
                case TermKind.Other:
                    _other = column;
                    break;
                default:
                    _missing = column;
                    break;
            }
        }
    }

    public int Feature { get; }

    /// <summary>Whether one of its columns may be 1 where all others are 0.</summary>
    public bool HasYesOrNo { get; }

    /// <summary>Fills in the columns that are numbers, and gives the one that is 1, or -1.</summary>
    public int Read(float value, Span<double> numbers)
    {
        if (_categories.Length > 0)
        {
            return float.IsNaN(value) ? _missing : _categories[(int)value] is var own and >= 0 ? own : _other;
        }

        var isKnown = float.IsFinite(value);
        for (var term = 0; term < _numbers.Length; term++)
        {
            numbers[_firstNumber + term] = isKnown ? _numbers[term].Standardised(value) : 0;
        }

        return isKnown ? -1 : _missing;
    }
}
