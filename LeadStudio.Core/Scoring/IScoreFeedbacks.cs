using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Audit;
using LeadStudio.Core.Common;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Scoring;

/// <summary>Keeps what people think of scores, for training.</summary>
public interface IScoreFeedbacks
{
    /// <summary>Notes that a score is wrong.</summary>
    /// <param name="leadId">The lead.</param>
    /// <param name="score">The score that was shown, in points.</param>
    /// <param name="version">The version of the scorecard.</param>
    /// <param name="direction">Whether it should be higher or lower.</param>
    /// <param name="reason">Why, in the person's words; may be empty.</param>
    /// <param name="by">Who says it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>A task that ends when it is stored.</returns>
    Task AddAsync(
        long leadId, int score, long version, FeedbackDirection direction, string reason, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Lists what was said of a lead's scores.</summary>
    /// <param name="leadId">The lead.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The feedback, newest first.</returns>
    Task<IReadOnlyList<ScoreFeedback>> ListAsync(long leadId, CancellationToken cancellationToken = default);
}

internal sealed class ScoreFeedbacks(IDatabase database, TimeProvider time) : IScoreFeedbacks
{
    public Task AddAsync(
        long leadId, int score, long version, FeedbackDirection direction, string reason, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reason);
        ArgumentNullException.ThrowIfNull(by);
        var feedback = new ScoreFeedback
        {
            LeadId = leadId,
            Score = score,
            Version = version,
            Direction = direction,
            Reason = reason.Trim(),
            By = by.Name,
            At = UtcMicroseconds.From(time.GetUtcNow()),
        };
        return database.WriteAsync(
            db =>
            {
                var said = new Dictionary<string, object?>(StringComparer.Ordinal) { ["score"] = score, ["direction"] = direction.ToString(), ["reason"] = feedback.Reason };
                new Deed(by, "lead.score-questioned", FormattableString.Invariant($"{leadId}"), $"Lead {leadId}", After: said).AddTo(db, feedback.At);
                return Task.FromResult(db.Add(feedback));
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<ScoreFeedback>> ListAsync(long leadId, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<ScoreFeedback>>(
            async db => await db.Set<ScoreFeedback>().Where(feedback => feedback.LeadId == leadId).OrderByDescending(feedback => feedback.At).ToListAsync(cancellationToken),
            cancellationToken);
}
