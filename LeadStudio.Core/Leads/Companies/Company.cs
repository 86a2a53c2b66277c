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

    /// <summary>Gets when it was added, in UTC microseconds.</summary>
    public long CreatedAt { get; init; }
}
