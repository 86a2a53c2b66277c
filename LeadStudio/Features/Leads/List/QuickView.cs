using System.Globalization;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Leads.Views;
using LeadStudio.Features.Leads.Columns;

namespace LeadStudio.Features.Leads.List;

/// <summary>A tab of the list: a view to begin with, which filters and words then narrow down.</summary>
/// <param name="Key">What stands for it in the address.</param>
/// <param name="Title">What the tab says.</param>
/// <param name="Scope">Which leads are in question.</param>
/// <param name="Base">What every lead of it meets; null for no condition.</param>
public sealed record QuickView(string Key, string Title, LeadScope Scope, Condition? Base = null)
{
    /// <summary>Gets the view that the list opens with.</summary>
    public static QuickView Hot { get; } = new("hot", "All hot", LeadScope.Open);

    /// <summary>Gets the view with closed leads, too.</summary>
    public static QuickView Everything { get; } = new("all", "All leads", LeadScope.All);

    /// <summary>Gets the views, in their order.</summary>
    public static IReadOnlyList<QuickView> All { get; } =
    [
        Hot,
        new("a", "A band", LeadScope.Open, new Predicate(ListKeys.Band, Operator.IsOneOf, ["A1", "A2", "A3"])),
        new("new", "New this week", LeadScope.Open, new Predicate(StandardFields.CreatedAt, Operator.InLastDays, [7])),
        Everything,
    ];

    /// <summary>Finds a view.</summary>
    /// <param name="key">What stands for it in the address.</param>
    /// <returns>The view; the one that the list opens with where there is none of this key.</returns>
    public static QuickView Find(string key) => All.FirstOrDefault(view => view.Key == key) ?? Hot;

    /// <summary>Gives the tab of a saved view.</summary>
    /// <param name="saved">The view.</param>
    public static QuickView Of(SavedView saved) => new(KeyOf(saved), saved.Name, saved.Content.Scope);

    /// <summary>Gives what stands for a saved view in the address.</summary>
    /// <param name="saved">The view.</param>
    public static string KeyOf(SavedView saved) => saved.Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Gives what to ask the list for all of the view.</summary>
    public LeadQuery ToQuery() => new() { Filter = Base, Scope = Scope };

    /// <summary>Shows this view with the columns that the user has.</summary>
    /// <param name="state">The list before.</param>
    public string AddressFrom(LeadListState state) =>
        new LeadListState { View = this }.With(state.Saved is null ? state.Layout : ColumnLayout.Usual).ToAddress();
}
