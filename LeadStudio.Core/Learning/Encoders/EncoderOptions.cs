namespace LeadStudio.Core.Learning.Encoders;

/// <summary>How columns become features.</summary>
public sealed record EncoderOptions
{
    /// <summary>Gets in how many rows a text must be to become a category of its own, 1 or more; default 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public int MinimumCount
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Give 1 or more rows.");
    }

    = 10;

    /// <summary>Gets the share of different texts from which on a column names its rows and is left out, above 0 and at most 1; default 0.9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is outside its range.</exception>
    public double IdentifierShare
    {
        get;
        init => field = value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Give a share above 0 and at most 1.");
    }

    = 0.9;
}
