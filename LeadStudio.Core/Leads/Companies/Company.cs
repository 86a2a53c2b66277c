namespace LeadStudio.Core.Leads.Companies;

/// <summary>The organisation that a lead works for.</summary>
public sealed class Company
{
    /// <summary>Gets the identity.</summary>
    public long Id { get; init; }

    /// <summary>Gets or sets the name; the domain where no name is known.</summary>
    public required string Name { get; set; }

    /// <summary>Gets or sets the folded name.</summary>
    public required string NameKey { get; set; }

    /// <summary>Gets or sets the internet domain, lower case.</summary>
    public string? Domain { get; set; }

    /// <summary>Gets or sets the id that another system gave it.</summary>
    public string? ExternalId { get; set; }

    /// <summary>Gets or sets that id, folded.</summary>
    public string? ExternalKey { get; set; }

    /// <summary>Gets when it was added, in UTC microseconds.</summary>
    public long CreatedAt { get; init; }

    /// <summary>Gets the import that made it, or null.</summary>
    public long? ImportId { get; init; }

    /// <summary>Gets or sets the company that it was merged into; null while it stands for itself.</summary>
    public long? MergedInto { get; set; }

    /// <summary>Gets or sets who merged it.</summary>
    public string? MergedBy { get; set; }

    /// <summary>Gets or sets when it was merged, in UTC microseconds.</summary>
    public long? MergedAt { get; set; }

    /// <summary>Gets or sets the company at the end of all merges, which stands for it; null while it stands for itself.</summary>
    public long? GroupId { get; set; }

    /// <summary>Gets or sets how many leads it has, with those of merged companies, as of the last count.</summary>
    public long LeadCount { get; set; }

    /// <summary>Gets or sets the best score of its leads in points, as of the last count; null where none is scored.</summary>
    public long? BestScore { get; set; }
}
