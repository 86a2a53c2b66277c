using LeadStudio.Core.Access;
using LeadStudio.Core.Common;

namespace LeadStudio.Core.Leads.Notes;

/// <summary>What people write about leads.</summary>
public interface ILeadNotes
{
    /// <summary>Lists the notes of a lead.</summary>
    /// <param name="leadId">The lead.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The notes, newest first.</returns>
    Task<IReadOnlyList<LeadNote>> ListAsync(long leadId, CancellationToken cancellationToken = default);

    /// <summary>Adds a note.</summary>
    /// <param name="leadId">The lead.</param>
    /// <param name="text">The text.</param>
    /// <param name="by">Who writes it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The note; or <see cref="LeadNotFound"/> or <see cref="NoteRefused"/>.</returns>
    Task<Result<LeadNote>> AddAsync(long leadId, string text, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Changes a note.</summary>
    /// <param name="id">The note.</param>
    /// <param name="text">The new text.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The note; or <see cref="NoteNotFound"/> or <see cref="NoteRefused"/>.</returns>
    Task<Result<LeadNote>> EditAsync(long id, string text, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Deletes a note, or brings it back.</summary>
    /// <param name="id">The note.</param>
    /// <param name="isDeleted">Whether it shall be gone.</param>
    /// <param name="by">Who deletes it, or brings it back.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The note; or <see cref="NoteNotFound"/>.</returns>
    Task<Result<LeadNote>> SetDeletedAsync(long id, bool isDeleted, Actor by, CancellationToken cancellationToken = default);
}
