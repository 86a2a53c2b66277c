using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Leads.Views;
using LeadStudio.Hosting.Access;

namespace LeadStudio.Features.Leads.List;

/// <summary>How many leads the saved views that are tabs have. Nobody waits for it: it may be somewhat older than the list, and say "about".</summary>
public static class SavedCounts
{
    /// <summary>Counts.</summary>
    /// <param name="list">The list.</param>
    /// <param name="views">The views; only those that are pinned are counted.</param>
    /// <param name="zone">The user's zone, in which their days are meant.</param>
    /// <param name="limit">What all leads that the user sees meet; null where that is all.</param>
    /// <param name="cancellationToken">Stops the count.</param>
    /// <returns>The numbers, by view.</returns>
    public static async Task<IReadOnlyDictionary<long, LeadCount>> ReadAsync(ILeadList list, IReadOnlyList<SavedView> views, TimeZoneInfo zone, Condition? limit, CancellationToken cancellationToken)
    {
        List<SavedView> pinned = [.. views.Where(view => view.IsPinned)];
        var counts = pinned.Count == 0 ? [] : await list.CountAsync([.. pinned.Select(view => LeadListState.Of(view).ToQuery(zone).Within(limit))], mayEstimate: true, cancellationToken);
        return pinned.Zip(counts).ToDictionary(pair => pair.First.Id, pair => pair.Second);
    }
}
