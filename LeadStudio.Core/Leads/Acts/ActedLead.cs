namespace LeadStudio.Core.Leads.Acts;

/// <summary>A lead of which an act said something, until that is taken back.</summary>
internal sealed class ActedLead
{
    public long ActId { get; init; }

    public long LeadId { get; init; }

    // When the lead was last changed, before the act and by it; in UTC microseconds.
    public double UpdatedBefore { get; init; }

    public double UpdatedAfter { get; init; }
}
