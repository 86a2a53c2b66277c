using LeadStudio.Core.Learning.Data;

namespace LeadStudio.Core.Learning.Linear.Designs;

/// <summary>Learns which terms a category gets: one for each that enough rows have, one for all others, and one for missing.</summary>
internal static class CategoryTerms
{
    public static IEnumerable<LinearTerm> Learn(TrainingSet training, int feature, LogisticRegressionOptions options)
    {
        var name = training.Features.Features[feature].Name;
        var counts = new double[Feature.MostCategories];
        var missing = 0.0;
        for (var row = 0; row < training.Features.RowCount; row++)
        {
            var value = training.Features.Row(row)[feature];
            var weight = training.Weights.IsEmpty ? 1 : training.Weights[row];
            (float.IsNaN(value) ? ref missing : ref counts[(int)value]) += weight;
        }

        var other = counts.Where(count => count < options.MinimumCount).Sum();
        var total = counts.Sum() + missing;
        LinearTerm Make(TermKind kind, int at, double count) => new(name, kind, at, count / total, 1, 0);
        LinearTerm[] terms =
        [
            .. Enumerable.Range(0, counts.Length).Where(code => counts[code] >= options.MinimumCount).Select(code => Make(TermKind.Category, code, counts[code])),
            .. other > 0 ? [Make(TermKind.Other, 0, other)] : Array.Empty<LinearTerm>(),
            .. missing > 0 ? [Make(TermKind.Missing, 0, missing)] : Array.Empty<LinearTerm>(),
        ];
        return terms.Length > 1 ? terms : [];
    }
}
