using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Persistence;

/// <summary>SQLite has one writer; waiting for a turn here is fair and has no time limit, waiting for its lock is neither.</summary>
internal sealed class SqliteDatabase(IDbContextFactory<LeadStudioDbContext> contexts, string file) : EfDatabase(contexts), IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    public override DatabaseKind Kind => DatabaseKind.Sqlite;

    public override Task MigrateAsync(CancellationToken cancellationToken = default)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        return base.MigrateAsync(cancellationToken);
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
        }
    }

    public void Dispose() => _turn.Dispose();
}
