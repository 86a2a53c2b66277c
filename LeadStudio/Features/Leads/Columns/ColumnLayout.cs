using LeadStudio.Core.Common;

namespace LeadStudio.Features.Leads.Columns;

/// <summary>How the list stands on the screen, whatever it lists.</summary>
/// <param name="Columns">The columns; empty for the usual ones.</param>
/// <param name="Frozen">The key of the last column that stays in place; empty where none does.</param>
/// <param name="IsCompact">Whether the rows are low.</param>
public sealed record ColumnLayout(ValueList<ColumnChoice> Columns, string Frozen, bool IsCompact)
{
    /// <summary>Gets the layout that nobody has changed.</summary>
    public static ColumnLayout Usual { get; } = new([], "", IsCompact: false);
}
