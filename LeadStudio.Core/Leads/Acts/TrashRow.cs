namespace LeadStudio.Core.Leads.Acts;

/// <summary>A deleted lead with all that belongs to it.</summary>
internal sealed class TrashRow
{
    public long ActId { get; init; }

    public long LeadId { get; init; }

    public required string Name { get; init; }

    public string? EmailKey { get; init; }

    public string? ExternalKey { get; init; }

    // A TrashContent.
    public required string Content { get; init; }
}
