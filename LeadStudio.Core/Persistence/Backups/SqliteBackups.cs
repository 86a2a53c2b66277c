using LeadStudio.Core.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace LeadStudio.Core.Persistence.Backups;

/// <summary>Backups of a SQLite file, in a folder beside it.</summary>
internal sealed partial class SqliteBackups(
    SqliteFiles files, IDbContextFactory<LeadStudioDbContext> contexts, TimeProvider time, ILogger<SqliteBackups> logger) : IBackups
{
    // Each is as large as the database: older ones of the same kind make room.
    private const int CopiesBeforeMigrations = 3;

    public string? Folder => files.Backups;

    public bool IsRestorePending => File.Exists(files.Restore);

    public IReadOnlyList<Backup> List() =>
        Directory.Exists(files.Backups)
            ? [.. new DirectoryInfo(files.Backups).EnumerateFiles("*" + BackupName.Extension).Select(BackupName.Read).OrderByDescending(backup => backup.At)]
            : [];

    public async Task<Result<Backup>> CreateAsync(BackupReason reason, CancellationToken cancellationToken = default)
    {
        var path = Path.Combine(files.Backups, BackupName.Of(time.GetUtcNow(), reason));
        try
        {
            Directory.CreateDirectory(files.Backups);
            await SqliteCopy.RunAsync(files.Database, path, cancellationToken);
        }
        catch (Exception problem) when (problem is SqliteException or IOException or UnauthorizedAccessException)
        {
            return new BackupFailed(problem.Message);
        }

        if (reason == BackupReason.BeforeMigration)
        {
            foreach (var old in List().Where(backup => backup.Reason == reason).Skip(CopiesBeforeMigrations))
            {
                Delete(old.Name);
            }
        }

        return BackupName.Read(new FileInfo(path));
    }

    public async Task<Result<long>> RestoreAsync(string nameOrPath, CancellationToken cancellationToken = default)
    {
        var path = Find(nameOrPath)?.FullName ?? Path.GetFullPath(nameOrPath);
        if (!File.Exists(path))
        {
            return new BackupNotFound(nameOrPath);
        }

        var copy = files.Restore + ".part";
        try
        {
            // The file itself is only read: a check of the copy may write beside it.
            File.Copy(path, copy, overwrite: true);
            if (await ProblemOfAsync(copy, cancellationToken) is { } problem)
            {
                return new NotRestorable(Path.GetFileName(path), problem);
            }

            SqliteFiles.Flush(copy);
            File.Move(copy, files.Restore, overwrite: true);
            return new FileInfo(files.Restore).Length;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new BackupFailed(problem.Message);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    public Result<Backup> Delete(string name)
    {
        if (Find(name) is not { } file)
        {
            return new BackupNotFound(name);
        }

        var backup = BackupName.Read(file);
        file.Delete();
        return backup;
    }

    /// <summary>Puts the copy that waits in the database's place; before anything else opens the database.</summary>
    /// <remarks>A copy that cannot take its place is put aside, and LeadStudio starts with what it had.</remarks>
    /// <param name="cancellationToken">Stops it before the exchange; the next start goes on.</param>
    /// <returns>A task that ends when the database may be opened.</returns>
    /// <exception cref="IOException">The disk failed; both files are still there.</exception>
    public async Task TakeInAsync(CancellationToken cancellationToken)
    {
        if (!IsRestorePending)
        {
            return;
        }

        var problem = await ProblemOfAsync(files.Restore, cancellationToken);
        if (problem is null && File.Exists(files.Database))
        {
            var saved = await CreateAsync(BackupReason.BeforeRestore, cancellationToken);
            problem = saved.Error?.Message;
        }

        if (problem is not null)
        {
            var aside = files.Restore + ".refused";
            File.Move(files.Restore, aside, overwrite: true);
            LogRefused(aside, problem);
            return;
        }

        // An application that ended in this process may have left connections for the next one to use.
        SqliteConnection.ClearAllPools();
        if (File.Exists(files.Database))
        {
            await SqliteCopy.FoldLogAsync(files.Database, cancellationToken);
        }

        await SqliteCopy.UseLogAsync(files.Restore, cancellationToken);

        // A log of the old database must never meet the new one.
        File.Delete(files.Log);
        File.Delete(files.LogIndex);
        File.Move(files.Restore, files.Database, overwrite: true);
        LogRestored(files.Backups);
    }

    private async Task<string?> ProblemOfAsync(string file, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await SqliteCopy.ProblemOfAsync(file, db.Database.GetMigrations(), cancellationToken);
    }

    private FileInfo? Find(string name) =>
        Directory.Exists(files.Backups)
            ? new DirectoryInfo(files.Backups).EnumerateFiles("*" + BackupName.Extension).FirstOrDefault(file => file.Name == name)
            : null;

    [LoggerMessage(Level = LogLevel.Information, Message = "A backup took the place of the database; what it held before is in {Folder}.")]
    private partial void LogRestored(string folder);

    [LoggerMessage(Level = LogLevel.Error, Message = "The backup was not restored and lies in {File}: {Problem}")]
    private partial void LogRefused(string file, string problem);
}
