using LeadStudio.Core.Learning.Data;

namespace LeadStudio.Core.Learning.Linear.Designs;

/// <summary>Learns which terms a number gets: a line that bends, a logarithm if it is skewed, and one for missing.</summary>
/// <remarks>The bends make it a linear spline with knots at quantiles (F. E. Harrell, Regression Modeling Strategies, 2nd ed. 2015, section 2.4).</remarks>
internal static class NumberTerms
{
    /// <summary>The skewness (third standardised moment) beyond which a number gets a logarithm too.</summary>
    public const double Skewed = 2;

    public static IEnumerable<LinearTerm> Learn(TrainingSet training, int feature, LogisticRegressionOptions options)
    {
        var name = training.Features.Features[feature].Name;
        var (values, weights, missing) = Sort(training, feature);
        if (values.Length == 0)
        {
            return [];
        }

        List<LinearTerm> terms = [];
        var total = Sum(weights);
        if (values[0] < values[^1])
        {
            var line = Make(name, TermKind.Line, 0, values, weights, total);
            terms.Add(line);
            if (options.LogarithmOfSkewed && Math.Abs(Moment(values, weights, total, value => Cube(line.Standardised(value)))) > Skewed)
            {
                terms.Add(Make(name, TermKind.Logarithm, Moment(values, weights, total, value => Math.Abs(value)), values, weights, total));
            }

            terms.AddRange(Knots(values, weights, total, options).Select(knot => Make(name, TermKind.Above, knot, values, weights, total)));
        }

        if (missing > 0)
        {
            terms.Add(new LinearTerm(name, TermKind.Missing, 0, missing / (missing + total), 1, 0));
        }

        return terms;
    }

    /// <summary>Takes the present values in ascending order, so that sums do not depend on the order of the rows.</summary>
    private static (float[] Values, float[] Weights, double Missing) Sort(TrainingSet training, int feature)
    {
        var values = new float[training.Features.RowCount];
        var weights = new float[values.Length];
        var (present, missing) = (0, 0.0);
        for (var row = 0; row < values.Length; row++)
        {
            var value = training.Features.Row(row)[feature];
            var weight = training.Weights.IsEmpty ? 1 : training.Weights[row];
            if (float.IsFinite(value))
            {
                (values[present], weights[present]) = (value, weight);
                present++;
            }
            else
            {
                missing += weight;
            }
        }

        Array.Resize(ref values, present);
        Array.Resize(ref weights, present);
        Array.Sort(values, weights);
        return (values, weights, missing);
    }

    private static LinearTerm Make(string name, TermKind kind, double at, float[] values, float[] weights, double total)
    {
        var mean = Moment(values, weights, total, value => LinearTerm.Value(kind, at, value));
        var variance = Moment(values, weights, total, value => Square(LinearTerm.Value(kind, at, value) - mean));
        return new LinearTerm(name, kind, at, mean, Math.Sqrt(variance), 0);
    }

    /// <summary>Finds the quantiles where the line bends; a value that many rows share counts once.</summary>
    private static SortedSet<double> Knots(float[] values, float[] weights, double total, LogisticRegressionOptions options)
    {
        SortedSet<double> knots = [];
        var (row, below) = (0, 0.0);
        for (var bend = 1; bend <= options.Bends; bend++)
        {
            for (; below < total * bend / (options.Bends + 1); row++)
            {
                below += weights[row];
            }

            // A knot must have rows on both sides: those of its own value are below it, since nothing is added there.
            var knot = values[row - 1];
            var end = row;
            var upTo = below;
            for (; end < values.Length && values[end] == knot; end++)
            {
                upTo += weights[end];
            }

            if (knot > values[0] && upTo >= options.MinimumCount && total - upTo >= options.MinimumCount)
            {
                knots.Add(knot);
            }
        }

        return knots;
    }

    private static double Moment(float[] values, float[] weights, double total, Func<double, double> of)
    {
        var sum = 0.0;
        for (var row = 0; row < values.Length; row++)
        {
            sum += weights[row] * of(values[row]);
        }

        return sum / total;
    }

    private static double Square(double number) => number * number;

    private static double Cube(double number) => number * number * number;

    private static double Sum(float[] weights)
    {
        var sum = 0.0;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        return sum;
    }
}
