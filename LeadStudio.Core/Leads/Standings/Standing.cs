namespace LeadStudio.Core.Leads.Standings;

/// <summary>Where a lead stands: its score and what belongs to it. Owned by Leads, so that the list can join it; written by Scoring.</summary>
public sealed class Standing
{
    /// <summary>Gets the lead.</summary>
    public long LeadId { get; init; }

    /// <summary>Gets the score.</summary>
    /// <value>Points, 0 to 100.</value>
    public long Score { get; init; }

    /// <summary>Gets the band; see <see cref="Standings.Band"/>.</summary>
    /// <value>1 (A1) to 9 (C3).</value>
    public long BandCode { get; init; }

    /// <summary>Gets each group's points, in the scorecard's order, as in <c>38,41,13</c>.</summary>
    public required string Parts { get; init; }

    /// <summary>Gets which rules held, as hexadecimal digits; the lowest bit is the first rule.</summary>
    public required string RuleMask { get; init; }

    /// <summary>Gets the version of the scorecard.</summary>
    public long Version { get; init; }

    /// <summary>Gets 1 while the lead has no outcome, else 0: closed leads leave <i>Hot</i>.</summary>
    public long IsOpen { get; init; }

    /// <summary>Gets when it was scored, in UTC microseconds.</summary>
    public long ScoredAt { get; init; }

    /// <summary>Gets since when score and band are what they are, in UTC microseconds.</summary>
    public long ChangedAt { get; init; }

    /// <summary>Gets the instant at which the passing of time alone will change the score, in UTC microseconds; null for never.</summary>
    public long? NextChangeAt { get; init; }
}
