namespace LeadStudio.Core.Learning.Linear.Solving;

/// <summary>Finds the weights with the least log-loss and squares of weights, by Newton's method with a line search.</summary>
/// <remarks>
/// The objective curves by 1 at least in every weight, so the decrement (the length of the step as the curvature measures it) bounds how far a weight is
/// from the best one. Source: S. Boyd and L. Vandenberghe, Convex Optimization (2004), section 9.5.
/// </remarks>
internal static class NewtonSolver
{
    /// <summary>The most weights for which the equations are factored, in size^3 / 3 steps; beyond, they are solved by multiplying.</summary>
    public const int MostFactored = 1000;

    public static Solution Solve(LogisticProblem problem, double[] start, LogisticRegressionOptions options, Action<int, double[]> report, CancellationToken cancellationToken)
    {
        var weights = start;
        var value = Objective(problem, weights);
        for (var pass = 1; pass <= options.MostPasses; pass++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var gradient = problem.Gradient(weights);
            Kernels.AddTimes(1, weights.AsSpan(0, weights.Length - 1), gradient);
            var step = Step(problem, gradient, cancellationToken);
            var slope = Kernels.Dot(gradient, step);
            var next = Descent.Move(moved => Objective(problem, moved), weights, value, step, slope);
            report(pass, weights);
            if (Math.Sqrt(Math.Max(-slope, 0)) <= options.Tolerance)
            {
                return new Solution(weights, pass, HasConverged: true);
            }

            if (next is not { } lower)
            {
                return new Solution(weights, pass, HasConverged: false);
            }

            value = lower;
        }

        return new Solution(weights, options.MostPasses, HasConverged: false);
    }

    private static double[] Step(LogisticProblem problem, double[] gradient, CancellationToken cancellationToken)
    {
        var step = Array.ConvertAll(gradient, slope => -slope);
        if (problem.Size <= MostFactored)
        {
            var hessian = problem.Hessian();
            for (var column = 0; column < problem.Size - 1; column++)
            {
                hessian[(column * problem.Size) + column]++;
            }

            Cholesky.Solve(hessian, step);
            return step;
        }

        var diagonal = problem.Diagonal();
        for (var column = 0; column < problem.Size - 1; column++)
        {
            diagonal[column]++;
        }

        return ConjugateGradient.Solve(
            direction =>
            {
                var product = problem.Multiply(direction);
                Kernels.AddTimes(1, direction.AsSpan(0, direction.Length - 1), product);
                return product;
            },
            diagonal,
            step,
            cancellationToken);
    }

    private static double Objective(LogisticProblem problem, double[] weights)
    {
        var free = weights.AsSpan(0, weights.Length - 1);
        return problem.Loss(weights) + (Kernels.Dot(free, free) / 2);
    }
}
