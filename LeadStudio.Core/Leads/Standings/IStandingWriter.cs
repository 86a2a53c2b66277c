using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Standings;

/// <summary>Takes the scores that Scoring computes.</summary>
public interface IStandingWriter
{
    /// <summary>Stores scores as part of a transaction, and the ones that they end in the history.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="standings">The scores, each lead once; <see cref="Standing.ChangedAt"/> is set by this method. A lead that is gone is passed over.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The leads whose score or band changed, and those that are new.</returns>
    Task<IReadOnlyList<StandingChange>> WriteAsync(
        LeadStudioDbContext db, IReadOnlyList<Standing> standings, CancellationToken cancellationToken = default);

    /// <summary>Adds scores that ended to the history, as part of a transaction.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="entries">The scores, each lead and instant once; one that is there already is replaced.</param>
    /// <returns>A task that ends when they are stored.</returns>
    Task WriteHistoryAsync(LeadStudioDbContext db, IReadOnlyCollection<ScoreHistoryEntry> entries);
}
