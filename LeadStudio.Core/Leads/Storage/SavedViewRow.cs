using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Leads.Views;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>A saved view as it is stored.</summary>
internal sealed class SavedViewRow
{
    public long Id { get; init; }

    public required string Owner { get; init; }

    public required string Name { get; set; }

    public bool IsShared { get; set; }

    public bool IsPinned { get; set; }

    public string FilterText { get; set; } = "";

    public string Search { get; set; } = "";

    public string SortKey { get; set; } = ListKeys.Score;

    public bool Descending { get; set; } = true;

    public LeadScope Scope { get; set; }

    public string Columns { get; set; } = "";

    public string Frozen { get; set; } = "";

    public bool IsCompact { get; set; }

    /// <summary>Gets or sets since when it is away, in UTC microseconds; null while it is there.</summary>
    public long? DeletedAt { get; set; }

    public SavedView ToView() => new(Id, Owner, Name, IsShared, IsPinned, new ViewContent
    {
        FilterText = FilterText,
        Search = Search,
        SortKey = SortKey,
        Descending = Descending,
        Scope = Scope,
        Columns = Columns,
        Frozen = Frozen,
        IsCompact = IsCompact,
    });

    public void Take(string name, bool isShared, bool isPinned, ViewContent content)
    {
        (Name, IsShared, IsPinned) = (name, isShared, isPinned);
        (FilterText, Search, SortKey, Descending) = (content.FilterText, content.Search, content.SortKey, content.Descending);
        (Scope, Columns, Frozen, IsCompact) = (content.Scope, content.Columns, content.Frozen, content.IsCompact);
    }
}
