using LeadStudio.Core.Access;
using LeadStudio.Core.Common;

namespace LeadStudio.Core.Leads.Privacy;

/// <summary>The rights of a person over their data: to get all of it, and to be forgotten.</summary>
public interface IErasure
{
    /// <summary>Erases a person everywhere but in backups: lead, observations, scores, search, rejected rows and uploaded files.</summary>
    /// <remarks>What remains is that somebody was erased, when, by whom, and which fields were changed when and by whom, each value replaced by a mark.</remarks>
    /// <param name="leadId">The lead.</param>
    /// <param name="by">Who erases.</param>
    /// <param name="cancellationToken">Stops it before the commit; nothing is erased then.</param>
    /// <returns>What was erased; or <see cref="LeadNotFound"/> or <see cref="ErasureMustWait"/>.</returns>
    Task<Result<Erased>> EraseAsync(long leadId, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Writes all that is known of a person as JSON, UTF-8.</summary>
    /// <param name="leadId">The lead.</param>
    /// <param name="target">Takes the document.</param>
    /// <param name="cancellationToken">Stops the export.</param>
    /// <returns>The person's name; or <see cref="LeadNotFound"/>, and nothing is written.</returns>
    Task<Result<string>> ExportAsync(long leadId, Stream target, CancellationToken cancellationToken = default);
}

/// <summary>What an erasure did.</summary>
/// <param name="Observations">How many observations were deleted.</param>
/// <param name="RejectedRows">How many rejected rows of imports were deleted.</param>
/// <param name="Uploads">How many uploaded files, which waited or were kept to go on with, were deleted.</param>
/// <param name="Backups">How many backups were made before and still hold the person; restoring one brings them back.</param>
public sealed record Erased(int Observations, int RejectedRows, int Uploads, int Backups);
