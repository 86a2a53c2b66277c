using LeadStudio.Core.Leads.Listing;

namespace LeadStudio.Core.Leads.Views;

/// <summary>What a saved view shows, and how: all that an address of the list can say, but the open lead.</summary>
public sealed record ViewContent
{
    /// <summary>Gets the filter in the filter language; by default none.</summary>
    public string FilterText { get; init; } = "";

    /// <summary>Gets the words that are looked for; by default none.</summary>
    public string Search { get; init; } = "";

    /// <summary>Gets the key to sort by; by default the score.</summary>
    public string SortKey { get; init; } = ListKeys.Score;

    /// <summary>Gets a value indicating whether the greatest comes first, as it does by default.</summary>
    public bool Descending { get; init; } = true;

    /// <summary>Gets which leads are in question; by default the open ones.</summary>
    public LeadScope Scope { get; init; } = LeadScope.Open;

    /// <summary>Gets the columns in their order, with the widths in pixels that were set: <c>title,country:140</c>. By default the usual ones.</summary>
    public string Columns { get; init; } = "";

    /// <summary>Gets the key of the last column that stays in place when the rest is scrolled sideways; by default none does.</summary>
    public string Frozen { get; init; } = "";

    /// <summary>Gets a value indicating whether the rows are low, so that more of them show.</summary>
    public bool IsCompact { get; init; }
}
