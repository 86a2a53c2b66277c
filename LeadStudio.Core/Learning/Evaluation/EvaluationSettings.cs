using LeadStudio.Core.Common;

namespace LeadStudio.Core.Learning.Evaluation;

/// <summary>What an evaluation looks at besides the metrics that need no choice. A value outside its range is refused where it is set.</summary>
public sealed record EvaluationSettings
{
    /// <summary>Gets the least probability that is called positive in the confusion, 0 to 1; default 0.5.</summary>
    public double Threshold
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1);
            field = value;
        }
    } = 0.5;

    /// <summary>Gets the number of bins of both reliability curves, 1 or more; default 10.</summary>
    public int Bins
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 10;

    /// <summary>Gets the numbers of first rows whose precision is wanted, each above 0; default 10, 50, 100 and 500.</summary>
    public ValueList<int> TopCounts { get; init; } = [10, 50, 100, 500];

    /// <summary>Gets the most points of a curve, 2 or more; default 200, which is finer than a screen shows.</summary>
    public int CurvePoints
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2);
            field = value;
        }
    } = 200;
}
