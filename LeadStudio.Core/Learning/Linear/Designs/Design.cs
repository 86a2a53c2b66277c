using System.Collections.Immutable;
using LeadStudio.Core.Learning.Data;

namespace LeadStudio.Core.Learning.Linear.Designs;

/// <summary>The columns that a solver sees: first those that are numbers, then those that are 1 in some rows and 0 in the others.</summary>
/// <remarks>It is read anew from the features in each pass, so that no wide matrix is kept.</remarks>
internal sealed class Design
{
    private readonly FeatureReader[] _readers;

    private Design(ImmutableArray<Feature> features, ImmutableArray<LinearTerm> terms)
    {
        Columns = [.. terms.Where(term => !term.IsYesOrNo), .. terms.Where(term => term.IsYesOrNo)];
        Numbers = Columns.Count(column => !column.IsYesOrNo);
        var used = terms.Select(term => term.Feature).ToHashSet(StringComparer.Ordinal);
        _readers = [.. Enumerable.Range(0, features.Length).Where(feature => used.Contains(features[feature].Name)).Select(feature => new FeatureReader(feature, features[feature], Columns))];
        Slots = _readers.Count(reader => reader.HasYesOrNo);
    }

    /// <summary>The terms, with the weight 0.</summary>
    public ImmutableArray<LinearTerm> Columns { get; }

    /// <summary>How many columns are numbers.</summary>
    public int Numbers { get; }

    /// <summary>How many of the other columns may be 1 in a row at most.</summary>
    public int Slots { get; }

    public static Design Learn(TrainingSet training, LogisticRegressionOptions options)
    {
        var features = training.Features.Features;
        return new Design(
            features,
            [.. Enumerable.Range(0, features.Length).SelectMany(feature => features[feature].Kind switch
            {
                FeatureKind.Number => NumberTerms.Learn(training, feature, options),
                FeatureKind.Category => CategoryTerms.Learn(training, feature, options),
                _ => throw new InvalidOperationException($"Unknown kind {features[feature].Kind}."),
            })]);
    }

    /// <summary>Reads a row.</summary>
    /// <param name="row">Its features.</param>
    /// <param name="numbers">Takes the columns that are numbers.</param>
    /// <param name="ones">Takes which of the others are 1; -1 where none is. <see cref="Slots"/> long.</param>
    public void Read(ReadOnlySpan<float> row, Span<double> numbers, Span<int> ones)
    {
        var slot = 0;
        foreach (var reader in _readers)
        {
            var one = reader.Read(row[reader.Feature], numbers);
            if (reader.HasYesOrNo)
            {
                ones[slot++] = one;
            }
        }
    }
}
