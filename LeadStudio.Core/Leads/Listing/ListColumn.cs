using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;

namespace LeadStudio.Core.Leads.Listing;

/// <summary>Something to filter and sort by, and the column of the database that holds it.</summary>
/// <param name="Key">The key that conditions use.</param>
/// <param name="Label">The name that people read.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="Options">The options of a choice.</param>
/// <param name="Table">Where it is stored.</param>
/// <param name="Column">The name of the column.</param>
internal sealed record ListColumn(string Key, string Label, ColumnType Type, ValueList<ColumnOption> Options, ListTable Table, string Column)
    : ColumnDescription(Key, Label, Type, Options)
{
    /// <summary>Gets a value indicating whether the column holds texts, not numbers.</summary>
    public bool IsText => Type is ColumnType.Text or ColumnType.MultiChoice;
}

/// <summary>The two tables that a list joins.</summary>
internal enum ListTable
{
    /// <summary><c>leads l</c>.</summary>
    Leads,

    /// <summary><c>lead_standings s</c>, narrow: even reading all of it is quick.</summary>
    Standings,
}
