namespace LeadStudio.Core.Learning.Linear.Solving;

/// <summary>Solves linear equations whose matrix is symmetric and positive definite by multiplying by it, where it is too large to be factored.</summary>
/// <remarks>Conjugate gradients, preconditioned by the diagonal: M. R. Hestenes and E. Stiefel, J. Res. Natl. Bur. Stand. 49 (1952) 409-436.</remarks>
internal static class ConjugateGradient
{
    private const int MostSteps = 500;
    private const double Tolerance = 1e-4;
    private const double LeastDiagonal = 1e-12;

    /// <summary>Solves matrix * x = values, up to a ten-thousandth of their length.</summary>
    /// <param name="multiply">Multiplies by the matrix.</param>
    /// <param name="diagonal">Its diagonal, 0 or more.</param>
    /// <param name="values">The right-hand side.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>x, always a direction in which it descends.</returns>
    public static double[] Solve(Func<double[], double[]> multiply, double[] diagonal, double[] values, CancellationToken cancellationToken)
    {
        var solution = new double[values.Length];
        var rest = (double[])values.Clone();
        var scaled = Divide(rest, diagonal);
        var direction = (double[])scaled.Clone();
        var (length, first) = (Kernels.Dot(rest, scaled), Kernels.Dot(rest, scaled));
        for (var step = 0; step < MostSteps && length > Tolerance * Tolerance * first; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var product = multiply(direction);
            var size = length / Kernels.Dot(direction, product);
            Kernels.AddTimes(size, direction, solution);
            Kernels.AddTimes(-size, product, rest);
            scaled = Divide(rest, diagonal);
            var next = Kernels.Dot(rest, scaled);
            Kernels.AddTimes(next / length, direction, scaled);
            (direction, length) = (scaled, next);
        }

        return solution;
    }

    private static double[] Divide(double[] values, double[] by)
    {
        var quotients = new double[values.Length];
        for (var at = 0; at < values.Length; at++)
        {
            quotients[at] = values[at] / Math.Max(by[at], LeastDiagonal);
        }

        return quotients;
    }
}
