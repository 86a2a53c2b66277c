namespace LeadStudio.Core.Learning.Evaluation;

/// <summary>How a bootstrap is done. A value outside its range is refused where it is set.</summary>
public sealed record BootstrapSettings
{
    /// <summary>Gets the number of resamples, 2 or more; default 1,000, enough for an interval of 95 %.</summary>
    public int Replicates
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2);
            field = value;
        }
    } = 1000;

    /// <summary>Gets how sure the interval shall be, above 0 and below 1; default 0.95.</summary>
    public double Confidence
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(value, 1);
            field = value;
        }
    } = 0.95;

    /// <summary>Gets the seed; the same seed gives the same interval to the last bit.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Gets the most threads at work, 1 or more; default one for each processor. It changes no number.</summary>
    public int Threads
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = Environment.ProcessorCount;
}
