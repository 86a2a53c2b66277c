using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Hosting.Access;

namespace LeadStudio.Features.Leads.List;

/// <summary>How many leads the list and its tabs have, all as of one moment: no two of them contradict each other.</summary>
/// <param name="Shown">Those that the list shows.</param>
/// <param name="Tabs">All of each tab.</param>
public sealed record ListCounts(LeadCount Shown, IReadOnlyDictionary<QuickView, LeadCount> Tabs)
{
    /// <summary>Counts.</summary>
    /// <param name="list">The list.</param>
    /// <param name="query">What it shows.</param>
    /// <param name="limit">What all leads that the user sees meet; null where that is all.</param>
    /// <param name="mayEstimate">Whether estimates will do where counting takes long.</param>
    /// <param name="cancellationToken">Stops the count.</param>
    public static async Task<ListCounts> ReadAsync(ILeadList list, LeadQuery query, Condition? limit, bool mayEstimate, CancellationToken cancellationToken)
    {
        var counts = await list.CountAsync([query, .. QuickView.All.Select(view => view.ToQuery().Within(limit))], mayEstimate, cancellationToken);
        return new ListCounts(counts[0], QuickView.All.Zip(counts.Skip(1)).ToDictionary(pair => pair.First, pair => pair.Second));
    }
}
