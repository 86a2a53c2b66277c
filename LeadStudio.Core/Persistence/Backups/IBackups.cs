using LeadStudio.Core.Common;

namespace LeadStudio.Core.Persistence.Backups;

/// <summary>Copies of the embedded database, made and brought back while LeadStudio runs.</summary>
/// <remarks>
/// A copy is whole and one file; it holds everything but the uploaded files of imports. To bring one back, it is put beside the database, and
/// LeadStudio starts again within seconds to take it in, by itself: nothing that was read before is kept in memory. What the database held
/// until then becomes a backup too. PostgreSQL has tools of its own for this: there, every call but the list fails with <see cref="BackupsElsewhere"/>.
/// </remarks>
public interface IBackups
{
    /// <summary>Gets the folder of the backups; null where the database is no file.</summary>
    string? Folder { get; }

    /// <summary>Gets a value indicating whether a copy waits to take the database's place at the next start.</summary>
    bool IsRestorePending { get; }

    /// <summary>Lists the backups.</summary>
    /// <returns>The backups, the newest first.</returns>
    IReadOnlyList<Backup> List();

    /// <summary>Copies the database. Readers and writers go on meanwhile; the copy holds what was committed when it began.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Stops it; nothing of it remains.</param>
    /// <returns>The backup; or <see cref="BackupsElsewhere"/> or <see cref="BackupFailed"/>.</returns>
    Task<Result<Backup>> CreateAsync(BackupReason reason, CancellationToken cancellationToken = default);

    /// <summary>Checks a file and puts a copy of it where the next start takes it in.</summary>
    /// <param name="nameOrPath">The name of a backup, or the path of any copy of a LeadStudio database.</param>
    /// <param name="cancellationToken">Stops it; nothing was changed then.</param>
    /// <returns>The size of the copy in bytes; or <see cref="BackupsElsewhere"/>, <see cref="BackupNotFound"/>, <see cref="NotRestorable"/> or <see cref="BackupFailed"/>.</returns>
    Task<Result<long>> RestoreAsync(string nameOrPath, CancellationToken cancellationToken = default);

    /// <summary>Deletes a backup.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The backup that was deleted; or <see cref="BackupsElsewhere"/> or <see cref="BackupNotFound"/>.</returns>
    Result<Backup> Delete(string name);
}
