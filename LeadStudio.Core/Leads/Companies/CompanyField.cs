using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Core.Leads.Companies;

/// <summary>One typed thing that can be known of a company.</summary>
public sealed class CompanyField
{
    /// <summary>Gets the identity.</summary>
    public int Id { get; init; }

    /// <summary>Gets the name in the API; camelCase, unique.</summary>
    public required string Key { get; init; }

    /// <summary>Gets or sets the name on the screen.</summary>
    public required string Label { get; set; }

    /// <summary>Gets the kind of value: a text, number, boolean or date.</summary>
    public FieldType Type { get; init; }

    /// <summary>Gets or sets the place in lists of fields; least first.</summary>
    public int Position { get; set; }

    /// <summary>Gets when the field was added, in UTC microseconds; 0 for the standard ones.</summary>
    public long CreatedAt { get; init; }

    /// <summary>Gets who added it.</summary>
    public required string CreatedBy { get; init; }
}
