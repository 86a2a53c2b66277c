namespace LeadStudio.Core.Learning.Linear.Solving;

/// <summary>Ends a coordinate descent at once when it has found which weights are 0 and which sign the others have: the rest is linear equations.</summary>
/// <remarks>Terms that go together, such as a line and its bends, would take it thousands of sweeps.</remarks>
internal static class ActiveSet
{
    // What rounding may add to the slope of a weight that is 0, in units of the penalty.
    private const double Rounding = 1e-9;

    /// <summary>Moves a step to where its quadratic model is least, if no weight turns its sign on the way and all zeros stay.</summary>
    /// <param name="weights">The weights before the step; the last is the intercept.</param>
    /// <param name="step">The step so far, moved.</param>
    /// <param name="slopes">The slopes of the model after the step, moved.</param>
    /// <param name="hessian">The second derivatives, whole.</param>
    /// <returns>Whether it moved.</returns>
    public static bool TryFinish(double[] weights, double[] step, double[] slopes, double[] hessian)
    {
        var size = weights.Length;
        int[] active = [.. Enumerable.Range(0, size - 1).Where(at => weights[at] + step[at] != 0), size - 1];
        var matrix = new double[active.Length * active.Length];
        var moves = new double[active.Length];
        for (var row = 0; row < active.Length; row++)
        {
            moves[row] = -(slopes[active[row]] + Sign(active[row]));
            for (var column = 0; column <= row; column++)
            {
                matrix[(row * active.Length) + column] = hessian[(active[row] * size) + active[column]];
            }
        }

        Cholesky.Solve(matrix, moves);
        var moved = (double[])slopes.Clone();
        for (var at = 0; at < active.Length; at++)
        {
            if (active[at] < size - 1 && !((weights[active[at]] + step[active[at]] + moves[at]) * Sign(active[at]) > 0))
            {
                return false;
            }

            Kernels.AddTimes(moves[at], hessian.AsSpan(active[at] * size, size), moved);
        }

        for (var at = 0; at < size; at++)
        {
            var missed = Sign(at) == 0 && at < size - 1 ? Math.Abs(moved[at]) - 1 : Math.Abs(moved[at] + Sign(at));
            if (!(missed <= Rounding))
            {
                return false;
            }
        }

        for (var at = 0; at < active.Length; at++)
        {
            step[active[at]] += moves[at];
        }

        moved.CopyTo(slopes, 0);
        return true;

        int Sign(int at) => at == size - 1 ? 0 : Math.Sign(weights[at] + step[at]);
    }
}
