namespace LeadStudio.Core.Learning.Linear.Solving;

/// <summary>Finds the weights with the least log-loss and sizes of weights: Newton's steps, each found by coordinate descent.</summary>
/// <remarks>
/// Sources: G.-X. Yuan, C.-H. Ho and C.-J. Lin, J. Mach. Learn. Res. 13 (2012) 1999-2030 (newGLMNET); J. Friedman, T. Hastie and R. Tibshirani, J. Stat. Softw. 33
/// (2010) 1. It has converged when each slope misses what the best weights have (-1 or 1 of a weight that is not 0, between them of a 0) by no more than the tolerance.
/// </remarks>
internal static class ProximalNewtonSolver
{
    /// <summary>The most weights: the second derivatives are kept whole, 8 * size^2 bytes.</summary>
    public const int MostWeights = 2000;

    private const int MostSweeps = 1000;
    private const int SweepsBetweenFinishes = 20;
    private const double SweepTolerance = 1e-10;

    public static Solution Solve(LogisticProblem problem, double[] start, LogisticRegressionOptions options, Action<int, double[]> report, CancellationToken cancellationToken)
    {
        var weights = start;
        var value = problem.Loss(weights) + Sizes(weights);
        for (var pass = 1; pass <= options.MostPasses; pass++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var gradient = problem.Gradient(weights);
            if (Violation(weights, gradient) <= options.Tolerance)
            {
                return new Solution(weights, pass, HasConverged: true);
            }

            var step = Step(weights, gradient, Mirror(problem.Hessian(), problem.Size), cancellationToken);
            var slope = Kernels.Dot(gradient, step) + Sizes(Add(weights, step)) - Sizes(weights);
            if (Descent.Move(moved => problem.Loss(moved) + Sizes(moved), weights, value, step, slope) is not { } lower)
            {
                return new Solution(weights, pass, HasConverged: false);
            }

            value = lower;
            report(pass, weights);
        }

        return new Solution(weights, options.MostPasses, HasConverged: Violation(weights, problem.Gradient(weights)) <= options.Tolerance);
    }

    /// <summary>Minimises the quadratic model of the loss, plus the sizes, over steps.</summary>
    private static double[] Step(double[] weights, double[] gradient, double[] hessian, CancellationToken cancellationToken)
    {
        var size = weights.Length;
        var step = new double[size];
        var slopes = (double[])gradient.Clone(); // of the quadratic model after the step
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var furthest = 0.0;
            for (var at = 0; at < size; at++)
            {
                var row = hessian.AsSpan(at * size, size);
                var curvature = Math.Max(row[at], 1e-300);
                var now = weights[at] + step[at];
                var aim = now - (slopes[at] / curvature);
                var move = (at == size - 1 ? aim : Math.CopySign(Math.Max(Math.Abs(aim) - (1 / curvature), 0), aim)) - now;
                if (move != 0)
                {
                    step[at] += move;
                    Kernels.AddTimes(move, row, slopes);
                    furthest = Math.Max(furthest, Math.Abs(move) * curvature);
                }
            }

            if (furthest <= SweepTolerance || (sweep % SweepsBetweenFinishes == SweepsBetweenFinishes - 1 && ActiveSet.TryFinish(weights, step, slopes, hessian)))
            {
                break;
            }
        }

        return step;
    }

    private static double Violation(double[] weights, double[] gradient)
    {
        var worst = Math.Abs(gradient[^1]);
        for (var at = 0; at < weights.Length - 1; at++)
        {
            worst = Math.Max(worst, weights[at] == 0 ? Math.Abs(gradient[at]) - 1 : Math.Abs(gradient[at] + Math.Sign(weights[at])));
        }

        return worst;
    }

    private static double Sizes(double[] weights)
    {
        var sum = 0.0;
        foreach (var weight in weights.AsSpan(0, weights.Length - 1))
        {
            sum += Math.Abs(weight);
        }

        return sum;
    }

    private static double[] Add(double[] weights, double[] step)
    {
        var sum = (double[])weights.Clone();
        Kernels.AddTimes(1, step, sum);
        return sum;
    }

    private static double[] Mirror(double[] hessian, int size)
    {
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < row; column++)
            {
                hessian[(column * size) + row] = hessian[(row * size) + column];
            }
        }

        return hessian;
    }
}
