namespace LeadStudio.Core.Scoring;

/// <summary>A published scorecard. Never changed.</summary>
public sealed class ScorecardVersion
{
    /// <summary>Gets the version, 1 and up.</summary>
    public long Version { get; init; }

    /// <summary>Gets the scorecard, as JSON.</summary>
    public required string Card { get; init; }

    /// <summary>Gets when it was published, in UTC microseconds.</summary>
    public long PublishedAt { get; init; }

    /// <summary>Gets who published it.</summary>
    public required string By { get; init; }

    /// <summary>Gets what was said about it.</summary>
    public string? Note { get; init; }
}

/// <summary>The scorecard that is being worked on.</summary>
public sealed class ScorecardDraft
{
    /// <summary>Gets 1: there is one draft.</summary>
    public long Id { get; init; } = 1;

    /// <summary>Gets or sets the scorecard, as JSON; it may be unfinished.</summary>
    public required string Card { get; set; }

    /// <summary>Gets or sets the published version that it started from.</summary>
    public long BasedOn { get; set; }

    /// <summary>Gets or sets how often it was saved; tells two editors apart.</summary>
    public long Revision { get; set; }

    /// <summary>Gets or sets when it was saved, in UTC microseconds.</summary>
    public long UpdatedAt { get; set; }

    /// <summary>Gets or sets who saved it.</summary>
    public required string By { get; set; }
}

/// <summary>What a person thinks of a score; kept for training.</summary>
public sealed class ScoreFeedback
{
    /// <summary>Gets the identity.</summary>
    public long Id { get; init; }

    /// <summary>Gets the lead.</summary>
    public long LeadId { get; init; }

    /// <summary>Gets the score that was shown, in points.</summary>
    public long Score { get; init; }

    /// <summary>Gets the version of the scorecard.</summary>
    public long Version { get; init; }

    /// <summary>Gets whether it should be higher or lower.</summary>
    public FeedbackDirection Direction { get; init; }

    /// <summary>Gets the person's reason.</summary>
    public required string Reason { get; init; }

    /// <summary>Gets who said it.</summary>
    public required string By { get; init; }

    /// <summary>Gets when, in UTC microseconds.</summary>
    public long At { get; init; }
}

/// <summary>In which way a score is wrong.</summary>
public enum FeedbackDirection
{
    /// <summary>It should be higher.</summary>
    TooLow,

    /// <summary>It should be lower.</summary>
    TooHigh,
}
