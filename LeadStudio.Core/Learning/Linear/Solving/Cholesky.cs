namespace LeadStudio.Core.Learning.Linear.Solving;

/// <summary>Solves linear equations whose matrix is symmetric and positive definite (or semidefinite, and the equations agree), by Cholesky's factors.</summary>
internal static class Cholesky
{
    // A pivot below this share of its diagonal is rounding: the column says what those before it say, and its value stays 0.
    private const double LeastPivot = 1e-12;
    private const double Unmoved = 1e100;

    /// <summary>Solves matrix * x = values.</summary>
    /// <param name="matrix">Its lower triangle, row after row, is replaced by the factor.</param>
    /// <param name="values">The right-hand side, replaced by x.</param>
    public static void Solve(double[] matrix, Span<double> values)
    {
        var size = values.Length;
        for (var row = 0; row < size; row++)
        {
            var factors = matrix.AsSpan(row * size, row + 1);
            for (var column = 0; column < row; column++)
            {
                var above = matrix.AsSpan(column * size, column + 1);
                factors[column] = (factors[column] - Kernels.Dot(factors[..column], above[..column])) / above[column];
            }

            var diagonal = factors[row];
            var pivot = diagonal - Kernels.Dot(factors[..row], factors[..row]);
            factors[row] = pivot > diagonal * LeastPivot ? Math.Sqrt(pivot) : Unmoved;
            values[row] = (values[row] - Kernels.Dot(factors[..row], values[..row])) / factors[row];
        }

        for (var row = size - 1; row >= 0; row--)
        {
            values[row] /= matrix[(row * size) + row];
            Kernels.AddTimes(-values[row], matrix.AsSpan(row * size, row), values);
        }
    }
}
