namespace LeadStudio.Core.Leads.Notes;

/// <summary>What a person wrote about a lead.</summary>
public sealed class LeadNote
{
    /// <summary>Gets the number that tells notes apart.</summary>
    public long Id { get; init; }

    /// <summary>Gets the lead.</summary>
    public long LeadId { get; init; }

    /// <summary>Gets or sets the text, with its line breaks.</summary>
    public required string Text { get; set; }

    /// <summary>Gets the merge of two leads that brought it here; null where it was written about this lead.</summary>
    public long? ActId { get; init; }

    /// <summary>Gets who wrote it.</summary>
    public required string By { get; init; }

    /// <summary>Gets when it was written, in UTC microseconds.</summary>
    public long At { get; init; }

    /// <summary>Gets or sets who changed it last; null where nobody did.</summary>
    public string? EditedBy { get; set; }

    /// <summary>Gets or sets when it was changed last, in UTC microseconds; null where it was not.</summary>
    public long? EditedAt { get; set; }

    /// <summary>Gets or sets when it was deleted, in UTC microseconds; null where it was not. Kept so that a deletion can be undone.</summary>
    public long? DeletedAt { get; set; }
}
