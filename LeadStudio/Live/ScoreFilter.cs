using LeadStudio.Core.Leads.Journal;
using LeadStudio.Core.Leads.Listing;

namespace LeadStudio.Live;

/// <summary>Which changes of scores a listener wants.</summary>
/// <param name="Threshold">The threshold that a score must cross, in points; null for each change.</param>
/// <param name="Text">What the leads meet now, as it was asked for; null for all leads.</param>
/// <param name="Query">The same, read.</param>
internal sealed record ScoreFilter(int? Threshold, string? Text, LeadQuery? Query)
{
    private const int AskedAtOnce = 1_000;

    /// <summary>Gets what two listeners have in common who want the same.</summary>
    public string Key => FormattableString.Invariant($"{Threshold} {Text}");

    /// <summary>Chooses changes of a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="list">Finds the leads that meet the filter.</param>
    /// <returns>The changes with their places.</returns>
    public Task<IReadOnlyList<(int Place, ScoreStep Step)>> ChooseAsync(ScoreBatch batch, ILeadList list) =>
        batch.MadeAsync("steps", Key, async () =>
        {
            IReadOnlyList<(int Place, ScoreStep Step)> steps =
                [.. batch.Steps.Select((step, place) => (place, step)).Where(one => Threshold is not { } threshold || one.step.Crosses(threshold))];
            if (Query is null || steps.Count == 0)
            {
                return steps;
            }

            var matching = new HashSet<long>();
            foreach (var some in steps.Select(one => one.Step.LeadId).Distinct().Chunk(AskedAtOnce))
            {
                matching.UnionWith(await list.MatchAsync(Query, some));
            }

            return (IReadOnlyList<(int, ScoreStep)>)[.. steps.Where(one => matching.Contains(one.Step.LeadId))];
        });
}
