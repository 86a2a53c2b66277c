namespace LeadStudio.Core.Leads.Storage;

/// <summary>The table <c>leads</c>: the current values of each lead, in columns that the field catalog maps.</summary>
/// <remarks>Only migrations see this class as a whole; reads and writes name just the columns that they need.</remarks>
internal sealed class LeadRow
{
    /// <summary>The number of text slots (each with a folded twin) and of number slots.</summary>
    public const int Slots = 64;

    public long Id { get; init; }

    public string? Email { get; init; }

    public string? EmailKey { get; init; }

    public string? ExternalId { get; init; }

    public string? ExternalKey { get; init; }

    public long? CompanyId { get; init; }

    // The company's id in another system, by which the lead is linked to it.
    public string? CompanyRef { get; init; }

    public string? CompanyRefKey { get; init; }

    public double CreatedAt { get; init; }

    public double UpdatedAt { get; init; }

    public double? LastSeenAt { get; init; }

    public double? Outcome { get; init; }

    public double? OutcomeAt { get; init; }

    public double? OutcomeValue { get; init; }

    // On PostgreSQL the source of the text index; SQLite keeps its own table for search.
    public string? SearchText { get; init; }

    // Values of fields for which no slot was free, as observations write them.
    public string? Overflow { get; init; }
}
