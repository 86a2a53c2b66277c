using LeadStudio.Core.Common;

namespace LeadStudio.Core.Persistence.Backups;

/// <summary>A server's administrator saves it with the server's own tools.</summary>
internal sealed class PostgresBackups : IBackups
{
    public string? Folder => null;

    public bool IsRestorePending => false;

    public IReadOnlyList<Backup> List() => [];

    public Task<Result<Backup>> CreateAsync(BackupReason reason, CancellationToken cancellationToken = default) =>
        Task.FromResult<Result<Backup>>(new BackupsElsewhere());

    public Task<Result<long>> RestoreAsync(string nameOrPath, CancellationToken cancellationToken = default) =>
        Task.FromResult<Result<long>>(new BackupsElsewhere());

    public Result<Backup> Delete(string name) => new BackupsElsewhere();
}
