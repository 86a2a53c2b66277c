using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Standings;

/// <summary>Scores leads in the transaction that changes them, for those who wait for the score. Owned by Leads, done by Scoring.</summary>
/// <remarks>
/// Where this is not the last word, the leads go into the queue, too, and are scored once more: a pass over many leads may have read these
/// before the change and write what it found after it, and another scorecard may have been published meanwhile.
/// </remarks>
public interface ILeadScorer
{
    /// <summary>Makes the scorecard ready; call it before the transaction, in which nothing else can be written.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>Scores leads as part of a transaction.</returns>
    ValueTask<ScoreLeads> ReadyAsync(CancellationToken cancellationToken = default);
}

/// <summary>Scores leads and stores their standings, as part of a transaction.</summary>
/// <param name="db">The context of the transaction.</param>
/// <param name="ids">The leads.</param>
/// <param name="cancellationToken">Stops the write.</param>
/// <returns>The scores.</returns>
public delegate Task<ScoredLeads> ScoreLeads(LeadStudioDbContext db, IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

/// <summary>Leads that were scored.</summary>
/// <param name="Standings">Their scores.</param>
/// <param name="Changes">Those that are new or changed; tell of them after the commit.</param>
public sealed record ScoredLeads(IReadOnlyList<Standing> Standings, IReadOnlyList<StandingChange> Changes);
