namespace LeadStudio.Core.Leads.Standings;

/// <summary>A score that a lead had from an instant on. Written when it ends; the score of today stands in <see cref="Standing"/>.</summary>
public sealed class ScoreHistoryEntry
{
    /// <summary>Gets the lead.</summary>
    public long LeadId { get; init; }

    /// <summary>Gets from when on, in UTC microseconds.</summary>
    public long At { get; init; }

    /// <summary>Gets the score.</summary>
    /// <value>Points, 0 to 100.</value>
    public long Score { get; init; }

    /// <summary>Gets the band's code.</summary>
    public long BandCode { get; init; }

    /// <summary>Gets the version of the scorecard.</summary>
    public long Version { get; init; }
}
