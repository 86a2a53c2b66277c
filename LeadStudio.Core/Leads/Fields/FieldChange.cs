namespace LeadStudio.Core.Leads.Fields;

/// <summary>Something that was done to a field, and how far the leads have followed it.</summary>
public sealed class FieldChange
{
    /// <summary>Gets the identity.</summary>
    public long Id { get; init; }

    /// <summary>Gets what was done.</summary>
    public FieldChangeKind Kind { get; init; }

    /// <summary>Gets the field whose values are decided anew.</summary>
    public int FieldId { get; init; }

    /// <summary>Gets the field whose observations it took over; null where there is none.</summary>
    public int? OtherId { get; init; }

    /// <summary>Gets what was before: the name of the write policy, or the code of an option; null where that says nothing.</summary>
    public string? Before { get; init; }

    /// <summary>Gets a sentence for people: "Budget became a number".</summary>
    public required string Text { get; init; }

    /// <summary>Gets who did it.</summary>
    public required string By { get; init; }

    /// <summary>Gets when, in UTC microseconds.</summary>
    public long At { get; init; }

    /// <summary>Gets or sets the next lead to look at.</summary>
    public long NextLead { get; set; } = 1;

    /// <summary>Gets or sets the last lead there was when the work went on.</summary>
    public long LastLead { get; set; }

    /// <summary>Gets or sets how many leads got another value.</summary>
    public long Changed { get; set; }

    /// <summary>Gets or sets when all leads had followed, or another change of the field took the work over; null while there is work.</summary>
    public long? DoneAt { get; set; }

    /// <summary>Gets or sets a value indicating whether it was taken back.</summary>
    public bool IsUndone { get; set; }
}

/// <summary>What was done to a field.</summary>
public enum FieldChangeKind
{
    /// <summary>It got another type.</summary>
    Retype,

    /// <summary>It took over another field.</summary>
    Merge,

    /// <summary>It got another write policy.</summary>
    Policy,

    /// <summary>One of its options took the place of another.</summary>
    Option,

    /// <summary>A change was taken back.</summary>
    Undo,
}
