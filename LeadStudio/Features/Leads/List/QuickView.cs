using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;

namespace LeadStudio.Features.Leads.List;

/// <summary>A list that many people want, as a tab.</summary>
/// <param name="Title">Its name.</param>
/// <param name="State">What it shows.</param>
public sealed record QuickView(string Title, LeadListState State)
{
    /// <summary>Gets the views, in their order.</summary>
    public static IReadOnlyList<QuickView> All { get; } =
    [
        new("All hot", new LeadListState()),
        new("A band", new LeadListState().WithFilter([new Predicate(ListKeys.Band, Operator.IsOneOf, ["A1", "A2", "A3"])])),
        new("New this week", new LeadListState().WithFilter([new Predicate(StandardFields.CreatedAt, Operator.InLastDays, [7])])),
        new("All leads", new LeadListState { Scope = LeadScope.All }),
    ];

    /// <summary>Says whether a list is this one, whatever its order, its columns and the words looked for.</summary>
    /// <param name="state">The list.</param>
    public bool Is(LeadListState state) => state.Scope == State.Scope && Equals(state.ReadFilter()?.Value, State.ReadFilter()?.Value);

    /// <summary>Shows this view with the columns that the user has.</summary>
    /// <param name="state">The list before.</param>
    public string AddressFrom(LeadListState state) => (State with { Columns = state.Columns }).ToAddress();
}
