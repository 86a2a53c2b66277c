using LeadStudio.Core.Leads.Import.Values;

namespace LeadStudio.Core.Leads.Fields;

/// <summary>One thing that can be known of a lead.</summary>
public sealed class Field
{
    /// <summary>Gets the identity.</summary>
    public int Id { get; init; }

    /// <summary>Gets or sets the name in formulas, filters and the API; camelCase, unique. A retyped field leaves it to its successor.</summary>
    public required string Key { get; set; }

    /// <summary>Gets or sets the name on the screen.</summary>
    public required string Label { get; set; }

    /// <summary>Gets or sets the kind of value.</summary>
    public FieldType Type { get; set; }

    /// <summary>Gets or sets the column of the table <c>leads</c> that holds the current value; empty where no slot was free.</summary>
    public required string Column { get; set; }

    /// <summary>Gets a value indicating whether every installation has this field.</summary>
    public bool IsStandard { get; init; }

    /// <summary>Gets or sets which source's value wins.</summary>
    public WritePolicy Policy { get; set; }

    /// <summary>Gets or sets the place in lists of fields; least first.</summary>
    public int Position { get; set; }

    /// <summary>Gets or sets a value indicating whether pages do not offer it; rules and imports go on to use it.</summary>
    public bool IsHidden { get; set; }

    /// <summary>Gets or sets the field that took over what was said under this one, since it was retyped or merged; null while it stands for itself.</summary>
    public int? SuccessorId { get; set; }

    /// <summary>Gets or sets how the successor reads dates such as 04/05/2026 in this field's texts.</summary>
    public DateOrder DateOrder { get; set; }

    /// <summary>Gets or sets how the successor reads numbers such as 1,234 in this field's texts.</summary>
    public DecimalMark DecimalMark { get; set; }

    /// <summary>Gets when the field was added, in UTC microseconds; 0 for the standard fields.</summary>
    public long CreatedAt { get; init; }

    /// <summary>Gets who added it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>Gets a value indicating whether the value is kept as a text (and its folded twin), not as a number.</summary>
    public bool IsText => Type is FieldType.Text or FieldType.MultiChoice;

    /// <summary>Gets a value indicating whether it has options.</summary>
    public bool HasOptions => Type is FieldType.Choice or FieldType.MultiChoice;

    /// <summary>Gets the column to compare, filter and sort by: for a text its folded twin, else <see cref="Column"/>.</summary>
    public string ComparedColumn => Column switch
    {
        "email" => "email_key",
        "external_id" => "external_key",
        "company_ref" => "company_ref_key",
        ['t', .. var slot] when IsText => "f" + slot,
        _ => Column,
    };
}
