using System.Text.Json.Serialization;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Leads.Views;

namespace LeadStudio.Api.Views;

/// <summary>A list of leads that somebody keeps under a name.</summary>
/// <param name="Id">The view.</param>
/// <param name="Name">Its name.</param>
/// <param name="Owner">Who keeps it.</param>
/// <param name="IsShared">Whether everybody sees it.</param>
/// <param name="IsPinned">Whether it is a tab of the list, for all who see it.</param>
/// <param name="Filter">What its leads meet, in the filter language; empty for all.</param>
/// <param name="Q">The words that are looked for; empty for none.</param>
/// <param name="Sort">The key to sort by, with a minus before it for the greatest first.</param>
/// <param name="Scope">Which leads are in question.</param>
/// <param name="Columns">The columns in their order, with the widths in pixels that were set, as in <c>title,country:140</c>; empty for the usual ones.</param>
/// <param name="IsCompact">Whether the rows are low.</param>
internal sealed record ViewJson(
    string Id, string Name, string Owner, bool IsShared, bool IsPinned, string Filter, string Q, string Sort, LeadScope Scope, string Columns, bool IsCompact)
{
    public static ViewJson Of(SavedView view) => new(
        PlainText.Of(view.Id),
        view.Name,
        view.Owner,
        view.IsShared,
        view.IsPinned,
        view.Content.FilterText,
        view.Content.Search,
        view.Content.Descending ? $"-{view.Content.SortKey}" : view.Content.SortKey,
        view.Content.Scope,
        view.Content.Columns,
        view.Content.IsCompact);
}

/// <summary>A view to be kept.</summary>
/// <param name="Name">Its name, 1 to 80 characters; the key has no other view of this name.</param>
/// <param name="IsShared">Whether everybody sees it; by default the key alone does.</param>
/// <param name="IsPinned">Whether it is a tab of the list, for all who see it.</param>
/// <param name="Filter">What its leads meet, in the filter language; by default all.</param>
/// <param name="Q">The words that are looked for.</param>
/// <param name="Sort">The key to sort by, with a minus before it for the greatest first; by default <c>-score</c>.</param>
/// <param name="Scope">Which leads are in question; by default the open ones.</param>
/// <param name="Columns">The columns in their order; by default the usual ones.</param>
/// <param name="IsCompact">Whether the rows are low.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewViewForm(
    string Name,
    bool IsShared = false,
    bool IsPinned = false,
    string Filter = "",
    string Q = "",
    string Sort = "-score",
    LeadScope Scope = LeadScope.Open,
    string Columns = "",
    bool IsCompact = false)
{
    public ViewContent ToContent() => new()
    {
        FilterText = Filter,
        Search = Q,
        SortKey = Sort.TrimStart('-'),
        Descending = Sort.StartsWith('-'),
        Scope = Scope,
        Columns = Columns,
        IsCompact = IsCompact,
    };
}

/// <summary>What to change of a view; what is left out stays.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsShared">Whether everybody sees it.</param>
/// <param name="IsPinned">Whether it is a tab of the list, for all who see it.</param>
/// <param name="Filter">What its leads meet, in the filter language.</param>
/// <param name="Q">The words that are looked for.</param>
/// <param name="Sort">The key to sort by, with a minus before it for the greatest first.</param>
/// <param name="Scope">Which leads are in question.</param>
/// <param name="Columns">The columns in their order.</param>
/// <param name="IsCompact">Whether the rows are low.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ViewForm(
    string? Name = null,
    bool? IsShared = null,
    bool? IsPinned = null,
    string? Filter = null,
    string? Q = null,
    string? Sort = null,
    LeadScope? Scope = null,
    string? Columns = null,
    bool? IsCompact = null)
{
    public SavedView Change(SavedView view) => view with
    {
        Name = Name ?? view.Name,
        IsShared = IsShared ?? view.IsShared,
        IsPinned = IsPinned ?? view.IsPinned,
        Content = view.Content with
        {
            FilterText = Filter ?? view.Content.FilterText,
            Search = Q ?? view.Content.Search,
            SortKey = Sort?.TrimStart('-') ?? view.Content.SortKey,
            Descending = Sort?.StartsWith('-') ?? view.Content.Descending,
            Scope = Scope ?? view.Content.Scope,
            Columns = Columns ?? view.Content.Columns,
            IsCompact = IsCompact ?? view.Content.IsCompact,
        },
    };
}
