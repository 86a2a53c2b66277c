namespace LeadStudio.Core.Learning.Linear.Solving;

/// <summary>Goes down an objective in a direction, no further than it falls.</summary>
internal static class Descent
{
    private const int MostHalvings = 40;
    private const double LeastShare = 1e-4;
    private const double Rounding = 1e-13;

    /// <summary>Moves weights by a step, or by a half, a quarter and so on of it, until the objective falls by a share of what its slope promised.</summary>
    /// <param name="objective">Computes what is to fall.</param>
    /// <param name="weights">The weights, moved.</param>
    /// <param name="value">The objective there.</param>
    /// <param name="step">The whole step.</param>
    /// <param name="slope">What the whole step promises, below 0.</param>
    /// <returns>The objective at the new weights; <see langword="null"/> where no step helped and the weights stayed.</returns>
    /// <remarks>L. Armijo, Pacific J. Math. 16 (1966) 1-3.</remarks>
    public static double? Move(Func<double[], double> objective, double[] weights, double value, double[] step, double slope)
    {
        var start = (double[])weights.Clone();
        var share = 1.0;
        for (var halving = 0; halving < MostHalvings; halving++, share /= 2)
        {
            start.CopyTo(weights, 0);
            Kernels.AddTimes(share, step, weights);
            var next = objective(weights);
            if (next <= value + (LeastShare * share * slope) + (Rounding * Math.Abs(value)))
            {
                return next;
            }
        }

        start.CopyTo(weights, 0);
        return null;
    }
}
