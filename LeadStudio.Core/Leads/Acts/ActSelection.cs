namespace LeadStudio.Core.Leads.Acts;

/// <summary>The leads that an act is about, until it is done.</summary>
internal sealed class ActSelection
{
    public long ActId { get; init; }

    // An IdSet; a million leads take 125 KB at most.
    public required byte[] Ids { get; init; }
}
