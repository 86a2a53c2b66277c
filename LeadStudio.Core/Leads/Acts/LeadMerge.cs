namespace LeadStudio.Core.Leads.Acts;

/// <summary>One lead that stands for another: what is said of the other's e-mail address or id is said of it. It goes when the merge is taken back.</summary>
internal sealed class LeadMerge
{
    public long ActId { get; init; }

    // The lead that went, and the one that stands for it.
    public long LeadId { get; init; }

    public long IntoId { get; init; }

    // The address and the id of the lead that went, as they were written and as they are compared.
    public string? Email { get; init; }

    public string? EmailKey { get; init; }

    public string? ExternalId { get; init; }

    public string? ExternalKey { get; init; }
}
