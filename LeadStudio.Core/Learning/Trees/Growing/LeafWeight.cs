namespace LeadStudio.Core.Learning.Trees.Growing;

/// <summary>The best answer of a leaf, and what it gains.</summary>
/// <remarks>
/// With sums G and H of first and second derivatives the answer w lowers the loss by -(G w + (H + L2) w^2 / 2 + L1 |w|), which is greatest at
/// w = -T(G) / (H + L2), where T takes L1 off |G|. Source: T. Chen, C. Guestrin, "XGBoost", KDD 2016, equations 5 to 7.
/// </remarks>
/// <param name="L1">The penalty on absolute answers.</param>
/// <param name="L2">The penalty on squared answers.</param>
internal readonly record struct LeafWeight(double L1, double L2)
{
    /// <summary>Finds the best answer.</summary>
    /// <param name="first">The sum of first derivatives.</param>
    /// <param name="second">The sum of second derivatives.</param>
    /// <returns>The answer, in logarithms of odds; 0 where nothing is known.</returns>
    public double Of(double first, double second) => second + L2 > 0 ? -Shrink(first) / (second + L2) : 0;

    /// <summary>Computes twice what the best answer gains.</summary>
    /// <param name="first">The sum of first derivatives.</param>
    /// <param name="second">The sum of second derivatives.</param>
    /// <returns>The gain, doubled.</returns>
    public double Gain(double first, double second)
    {
        var shrunk = Shrink(first);
        return shrunk * shrunk / (second + L2);
    }

    /// <summary>Computes twice what an answer gains that may not be the best.</summary>
    /// <param name="first">The sum of first derivatives.</param>
    /// <param name="second">The sum of second derivatives.</param>
    /// <param name="answer">The answer.</param>
    /// <returns>The gain, doubled; negative where the answer is worse than none.</returns>
    public double Gain(double first, double second, double answer) =>
        -((2 * first * answer) + ((second + L2) * answer * answer) + (2 * L1 * Math.Abs(answer)));

    private double Shrink(double first) => L1 == 0 ? first : Math.CopySign(Math.Max(Math.Abs(first) - L1, 0), first);
}
