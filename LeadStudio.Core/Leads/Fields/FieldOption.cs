namespace LeadStudio.Core.Leads.Fields;

/// <summary>One of the values that a choice offers.</summary>
public sealed class FieldOption
{
    /// <summary>Gets the field.</summary>
    public int FieldId { get; init; }

    /// <summary>Gets the number that stands for the option in leads and observations; 1 and up, never given to another.</summary>
    public int Code { get; init; }

    /// <summary>Gets or sets the text on the screen.</summary>
    public required string Label { get; set; }

    /// <summary>Gets or sets the place among the options; least first, equal ones by code.</summary>
    public int Position { get; set; }

    /// <summary>Gets or sets the code of the option that took its place; null while it stands for itself.</summary>
    public int? ReplacedBy { get; set; }

    /// <summary>Gets or sets the folded label, unique within the field.</summary>
    public required string Folded { get; set; }
}
