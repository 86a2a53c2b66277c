namespace LeadStudio.Core.Learning.Linear;

/// <summary>A line of the scorecard that a <see cref="LogisticRegressionModel"/> is.</summary>
/// <param name="Feature">The name of the feature.</param>
/// <param name="Kind">What of it counts.</param>
/// <param name="At">Where the line bends; the scale of a logarithm; the number of a category; else 0.</param>
/// <param name="Mean">The mean in training of what counts; of a yes or no the share of rows.</param>
/// <param name="Deviation">What what counts is divided by: its standard deviation in training; 1 of a yes or no.</param>
/// <param name="Weight">What the margin gains, in logarithms of odds, for each <paramref name="Deviation"/> above the mean.</param>
public sealed record LinearTerm(string Feature, TermKind Kind, double At, double Mean, double Deviation, double Weight)
{
    /// <summary>Gets what the margin gains for each unit of what counts; of a yes or no, for a yes.</summary>
    public double WeightPerUnit => Weight / Deviation;

    /// <summary>Gets what the margin gains for a standard deviation of what counts: terms compare by it.</summary>
    public double WeightPerDeviation => IsYesOrNo ? Weight * Math.Sqrt(Mean * (1 - Mean)) : Weight;

    /// <summary>Gets a value indicating whether it is true or not of a row, rather than a number.</summary>
    internal bool IsYesOrNo => Kind is TermKind.Category or TermKind.Other or TermKind.Missing;

    /// <summary>Computes what counts of a number, before it is standardised.</summary>
    internal static double Value(TermKind kind, double at, double number) => kind switch
    {
        TermKind.Line => number,
        TermKind.Logarithm => Math.CopySign(Math.Log(1 + (Math.Abs(number) / at)), number),
        TermKind.Above => Math.Max(number - at, 0),
        TermKind.Category or TermKind.Other or TermKind.Missing => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This is no term of a number."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This is no term."),
    };

    /// <summary>Computes what counts of a number, in deviations from the mean.</summary>
    internal double Standardised(double number) => (Value(Kind, At, number) - Mean) / Deviation;
}
