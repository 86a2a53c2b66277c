using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import.Values;

namespace LeadStudio.Core.Leads.Import;

/// <summary>What one column of a file means.</summary>
public sealed record ColumnMapping
{
    /// <summary>Gets the column's name in the file.</summary>
    public required string Name { get; init; }

    /// <summary>Gets what is done with its values.</summary>
    public ColumnUse Use { get; init; }

    /// <summary>Gets the key of the field that takes the values, where <see cref="Use"/> is <see cref="ColumnUse.Field"/>.</summary>
    /// <remarks>The field "updatedAt" takes no value: it says when the row was true at its source.</remarks>
    public string? Field { get; init; }

    /// <summary>Gets the label of the field to add, where <see cref="Use"/> is <see cref="ColumnUse.NewField"/>.</summary>
    public string? Label { get; init; }

    /// <summary>Gets the type of the field to add.</summary>
    public FieldType Type { get; init; }

    /// <summary>Gets how dates such as 04/05/2026 are read.</summary>
    public DateOrder DateOrder { get; init; }

    /// <summary>Gets how numbers such as 1,234 are read.</summary>
    public DecimalMark DecimalMark { get; init; }

    /// <summary>Gets the texts that stand for a missing value in this column, besides an empty cell.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Gets a value indicating whether an empty cell says that there is no value; by default it says nothing.</summary>
    /// <remarks>Not in a column by which a lead is recognised, and not in one that tells when something was.</remarks>
    public bool EmptyClears { get; init; }

    /// <summary>Gets what "no" means in a column of outcomes.</summary>
    public NoMeaning No { get; init; }

    /// <summary>Gets a value indicating whether a date in a column of the outcome's instant says that the lead was lost; by default it was won.</summary>
    /// <remarks>It speaks only where no column holds the outcome itself.</remarks>
    public bool DateMeansLost { get; init; }
}

/// <summary>What is done with the values of a column.</summary>
public enum ColumnUse
{
    /// <summary>Nothing.</summary>
    Ignore,

    /// <summary>A field takes them.</summary>
    Field,

    /// <summary>A field is added that takes them.</summary>
    NewField,

    /// <summary>They are full names ("Ann Lee" or "Lee, Ann"), for the first and the last name.</summary>
    FullName,
}

/// <summary>What "no" means in a column of outcomes.</summary>
public enum NoMeaning
{
    /// <summary>Not won yet.</summary>
    StillOpen,

    /// <summary>Lost.</summary>
    Lost,
}
