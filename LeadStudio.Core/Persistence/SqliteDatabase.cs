using System.Collections.Concurrent;
using LeadStudio.Core.Persistence.Backups;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Persistence;

/// <summary>SQLite has one writer; waiting for a turn here is fair and has no time limit, waiting for its lock is neither.</summary>
/// <remarks>
/// All writes go through one connection that stays open: SQLite empties a connection's page cache when another one has written, so that
/// an import beside the scoring of its leads would read the same pages of its indexes again and again.
/// </remarks>
internal sealed class SqliteDatabase(IDbContextFactory<LeadStudioDbContext> contexts, SqliteFiles files, SqliteBackups backups) : EfDatabase(contexts), IDisposable
{
    // Three times the usual cache, in KiB: pages of the indexes stay while a million leads go in.
    private const string LargeCache = "pragma cache_size = -26000";

    private const int MostIdleReaders = 4;

    private readonly SemaphoreSlim _turn = new(1, 1);

    // Each keeps its connection open: to make a context and to set a connection up takes as long as most reads.
    private readonly ConcurrentStack<LeadStudioDbContext> _readers = [];

    // Owns the connection of the writers, with the functions that EF Core adds to it.
    private LeadStudioDbContext? _writer;
    private volatile bool _isDisposed;

    public override DatabaseKind Kind => DatabaseKind.Sqlite;

    public override async Task MigrateAsync(CancellationToken cancellationToken = default)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(files.Database) ?? "");
        await backups.TakeInAsync(cancellationToken);
        await SaveBeforeMigrationAsync(cancellationToken);
        await base.MigrateAsync(cancellationToken);
    }

    public override async Task<T> ReadAsync<T>(Func<LeadStudioDbContext, Task<T>> work, CancellationToken cancellationToken = default)
    {
        if (!_readers.TryPop(out var db))
        {
            db = await OpenReaderAsync(cancellationToken);
        }

        T result;
        try
        {
            result = await work(db);
            db.ChangeTracker.Clear();
        }
        catch
        {
            await db.DisposeAsync(); // it may be in the middle of something
            throw;
        }

        if (_readers.Count < MostIdleReaders)
        {
            _readers.Push(db);
            CloseIfDisposed();
        }
        else
        {
            await db.DisposeAsync();
        }

        return result;
    }

    public override async Task<T> WriteAsync<T>(Func<LeadStudioDbContext, Task<T>> work, CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await base.WriteAsync(work, cancellationToken);
        }
        finally
        {
            _turn.Release();
            CloseIfDisposed();
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        CloseIfDisposed();
    }

    protected override async Task<LeadStudioDbContext> OpenWriterAsync(CancellationToken cancellationToken)
    {
        if (_writer is null)
        {
            var writer = await base.OpenWriterAsync(cancellationToken);
            await writer.Sql(LargeCache).RunAsync(cancellationToken);
            _writer = writer;
        }

        var db = await Contexts.CreateDbContextAsync(cancellationToken);
        db.Database.SetDbConnection(_writer.Database.GetDbConnection(), contextOwnsConnection: false);
        return db;
    }

    private async Task SaveBeforeMigrationAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(files.Database))
        {
            return;
        }

        await using var db = await Contexts.CreateDbContextAsync(cancellationToken);
        var applied = await db.Database.GetAppliedMigrationsAsync(cancellationToken);
        if (applied.Any() && (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            var saved = await backups.CreateAsync(BackupReason.BeforeMigration, cancellationToken);
            if (!saved.IsSuccess)
            {
                throw new IOException($"The database must be changed for this version, and is copied before that. {saved.Error.Message}");
            }
        }
    }

    // Whoever still reads or writes closes the connection afterwards.
    private void CloseIfDisposed()
    {
        while (_isDisposed && _readers.TryPop(out var reader))
        {
            reader.Dispose();
        }

        if (_isDisposed && _turn.Wait(0))
        {
            _writer?.Dispose();
            _writer = null;
            _turn.Release();
        }
    }
}
