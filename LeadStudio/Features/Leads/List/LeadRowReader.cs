using LeadStudio.Core.Common;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Scoring;

namespace LeadStudio.Features.Leads.List;

/// <summary>Adds to the rows of a list why they have their scores, and how the scores went.</summary>
public sealed class LeadRowReader(ILeadStore store, IScoreReasons reasons, TimeProvider time)
{
    private const int TrendDays = 30;
    private const int ReasonCount = 3;

    private readonly Dictionary<(long Version, string Mask), string> _reasons = [];

    /// <summary>Dresses rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellationToken">Stops the reads.</param>
    /// <returns>The same leads, in the same order.</returns>
    public async Task<IReadOnlyList<LeadRow>> ReadAsync(IReadOnlyList<LeadListRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var now = UtcMicroseconds.From(time.GetUtcNow());
        var history = await store.HistoryAsync([.. rows.Select(row => row.Id)], now - (TrendDays * UtcMicroseconds.PerDay), cancellationToken);
        var trends = history.GroupBy(entry => entry.LeadId).ToDictionary(lead => lead.Key, lead => ScoreTrend.Of([.. lead], now, TrendDays));
        var dressed = new List<LeadRow>(rows.Count);
        foreach (var row in rows)
        {
            dressed.Add(new LeadRow(row, await ReasonAsync(row, cancellationToken), trends.GetValueOrDefault(row.Id, ScoreTrend.None)));
        }

        return dressed;
    }

    // Leads share few masks: the rules that hold for one hold for many.
    private async ValueTask<string> ReasonAsync(LeadListRow row, CancellationToken cancellationToken)
    {
        if (_reasons.TryGetValue((row.Version, row.RuleMask), out var known))
        {
            return known;
        }

        var held = await reasons.ReasonsAsync(row.Version, row.RuleMask, ReasonCount, cancellationToken);
        return _reasons[(row.Version, row.RuleMask)] = string.Join(" · ", held.Select(reason => reason.Name));
    }
}
