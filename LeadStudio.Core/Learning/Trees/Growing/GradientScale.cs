namespace LeadStudio.Core.Learning.Trees.Growing;

/// <summary>What the units of a <see cref="GradientSum"/> are worth.</summary>
/// <param name="First">The worth of a unit of first derivatives.</param>
/// <param name="Second">The worth of a unit of second derivatives.</param>
internal readonly record struct GradientScale(double First, double Second)
{
    /// <summary>Reads the sum of first derivatives.</summary>
    /// <param name="sum">A packed sum.</param>
    /// <returns>The sum.</returns>
    public double FirstOf(long sum) => GradientSum.First(sum) * First;

    /// <summary>Reads the sum of second derivatives.</summary>
    /// <param name="sum">A packed sum.</param>
    /// <returns>The sum, 0 or more.</returns>
    public double SecondOf(long sum) => GradientSum.Second(sum) * Second;
}
