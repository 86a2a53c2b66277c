using LeadStudio.Core.Common;
using LeadStudio.Core.Learning.Data;

namespace LeadStudio.Core.Learning.Effects;

/// <summary>How the mean prediction goes with one feature, all others left as they are.</summary>
/// <remarks>Source: J. Friedman, "Greedy function approximation: a gradient boosting machine", Annals of Statistics 29 (2001) 1189-1232, section 8.2.</remarks>
public static class PartialDependence
{
    /// <summary>Computes the curve.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">Rows as they come; some hundred are enough.</param>
    /// <param name="feature">Which feature, from 0.</param>
    /// <param name="mostPoints">The most points of a number, 2 or more; a category has one per category that comes.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The mean probability at each value, values rising; the one of a missing value last, where any is missing.</returns>
    /// <exception cref="ArgumentException">There are no rows, or no such feature.</exception>
    public static ValueList<DependencePoint> Of(IModel model, FeatureMatrix rows, int feature, int mostPoints = 20, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostPoints, 2);
        ArgumentOutOfRangeException.ThrowIfNegative(feature);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(feature, rows.Features.Length);
        if (rows.RowCount == 0)
        {
            throw new ArgumentException("There are no rows. Give some as they come.", nameof(rows));
        }

        var column = Enumerable.Range(0, rows.RowCount).Select(row => rows.Row(row)[feature]).ToArray();
        return new([.. PointsOf(column, rows.Features[feature].Kind, mostPoints).Select(value =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new DependencePoint(float.IsNaN(value) ? null : value, MeanAt(model, rows, feature, value));
        })]);
    }

    // Numbers at quantiles, so that a point stands where rows are.
    private static IEnumerable<float> PointsOf(float[] column, FeatureKind kind, int mostPoints)
    {
        var distinct = column.Where(value => !float.IsNaN(value)).Order().ToArray();
        var points = kind == FeatureKind.Category || distinct.Distinct().Count() <= mostPoints
            ? distinct.Distinct()
            : Enumerable.Range(0, mostPoints).Select(at => distinct[(int)((long)at * (distinct.Length - 1) / (mostPoints - 1))]).Distinct();
        return column.Any(float.IsNaN) ? points.Append(float.NaN) : points;
    }

    private static double MeanAt(IModel model, FeatureMatrix rows, int feature, float value)
    {
        var values = rows.Values.ToArray();
        for (var at = feature; at < values.Length; at += rows.Features.Length)
        {
            values[at] = value;
        }

        var margins = new float[rows.RowCount];
        model.Margins(values, margins);
        return margins.Average(margin => LogOdds.ToProbability(margin));
    }
}

/// <summary>A point of a curve of partial dependence.</summary>
/// <param name="Value">The value of the feature; null for a missing one.</param>
/// <param name="MeanProbability">The mean prediction where all rows have it, 0 to 1.</param>
public readonly record struct DependencePoint(float? Value, double MeanProbability);
