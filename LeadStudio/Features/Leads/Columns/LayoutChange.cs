namespace LeadStudio.Features.Leads.Columns;

/// <summary>Changes how the list stands, whatever it is by then: a change may come before the page shows the one before.</summary>
/// <param name="layout">The layout that is changed.</param>
/// <param name="set">Its columns.</param>
/// <returns>The layout after the change.</returns>
public delegate ColumnLayout LayoutChange(ColumnLayout layout, ColumnSet set);
