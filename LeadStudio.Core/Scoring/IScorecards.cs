using LeadStudio.Core.Access;
using LeadStudio.Core.Common;
using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Core.Scoring;

/// <summary>The scorecards: one published, one draft, and all versions that there were.</summary>
public interface IScorecards
{
    /// <summary>Reads the published scorecard, by which leads are scored.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The scorecard; a fresh installation publishes <see cref="DefaultScorecard"/>.</returns>
    ValueTask<PublishedScorecard> GetPublishedAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads one version.</summary>
    /// <param name="version">The version.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The scorecard, or <see cref="ScorecardNotFound"/>.</returns>
    ValueTask<Result<PublishedScorecard>> GetAsync(long version, CancellationToken cancellationToken = default);

    /// <summary>Lists all versions.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The versions, newest first.</returns>
    Task<IReadOnlyList<PublishedScorecard>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads the draft.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The draft; null where nobody has changed anything since the last publishing.</returns>
    Task<DraftScorecard?> GetDraftAsync(CancellationToken cancellationToken = default);

    /// <summary>Saves the draft, also one that has errors: nothing that was typed is lost.</summary>
    /// <param name="card">The scorecard.</param>
    /// <param name="revision">The draft's revision that the change started from; 0 for a new draft.</param>
    /// <param name="by">Who saves it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The draft as saved, or <see cref="DraftChanged"/>.</returns>
    Task<Result<DraftScorecard>> SaveDraftAsync(Scorecard card, long revision, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Throws the draft away.</summary>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>A task that ends when it is gone.</returns>
    Task DiscardDraftAsync(Actor by, CancellationToken cancellationToken = default);

    /// <summary>Publishes a scorecard as the next version, removes the draft, and has all leads scored again in the background.</summary>
    /// <param name="card">The scorecard.</param>
    /// <param name="note">What to remember about it; may be empty.</param>
    /// <param name="by">Who publishes it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The published scorecard, or <see cref="ScorecardHasErrors"/>.</returns>
    Task<Result<PublishedScorecard>> PublishAsync(Scorecard card, string? note, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Publishes an older version again, as the next version. The draft stays.</summary>
    /// <param name="version">The older version.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The new version; <see cref="ScorecardNotFound"/>, or <see cref="ScorecardHasErrors"/> where a field that it needs has gone.</returns>
    Task<Result<PublishedScorecard>> RollBackAsync(long version, Actor by, CancellationToken cancellationToken = default);
}

/// <summary>A published scorecard.</summary>
/// <param name="Version">1 and up.</param>
/// <param name="Card">The scorecard.</param>
/// <param name="PublishedAt">When, in UTC microseconds.</param>
/// <param name="By">Who published it.</param>
/// <param name="Note">What was said about it.</param>
public sealed record PublishedScorecard(long Version, Scorecard Card, long PublishedAt, string By, string? Note);

/// <summary>The scorecard that is being worked on.</summary>
/// <param name="Card">The scorecard; it may have errors.</param>
/// <param name="BasedOn">The published version that it started from.</param>
/// <param name="Revision">How often it was saved.</param>
/// <param name="UpdatedAt">When it was saved, in UTC microseconds.</param>
/// <param name="By">Who saved it.</param>
public sealed record DraftScorecard(Scorecard Card, long BasedOn, long Revision, long UpdatedAt, string By);
