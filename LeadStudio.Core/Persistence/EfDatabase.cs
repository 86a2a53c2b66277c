using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Persistence;

/// <summary>What both databases share.</summary>
internal abstract class EfDatabase(IDbContextFactory<LeadStudioDbContext> contexts) : IDatabase
{
    public abstract DatabaseKind Kind { get; }

    protected IDbContextFactory<LeadStudioDbContext> Contexts => contexts;

    public virtual async Task MigrateAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }

    public virtual async Task<T> ReadAsync<T>(Func<LeadStudioDbContext, Task<T>> work, CancellationToken cancellationToken = default)
    {
        await using var db = await OpenReaderAsync(cancellationToken);
        return await work(db);
    }

    public virtual async Task<T> WriteAsync<T>(Func<LeadStudioDbContext, Task<T>> work, CancellationToken cancellationToken = default)
    {
        await using var db = await OpenWriterAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var result = await work(db);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    /// <summary>Makes a context to read with, its connection open.</summary>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <returns>The context; the caller disposes it.</returns>
    protected async Task<LeadStudioDbContext> OpenReaderAsync(CancellationToken cancellationToken)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        await db.Database.OpenConnectionAsync(cancellationToken);
        return db;
    }

    /// <summary>Makes the context of one transaction, its connection open.</summary>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <returns>The context; the caller disposes it.</returns>
    protected virtual async Task<LeadStudioDbContext> OpenWriterAsync(CancellationToken cancellationToken)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        return db;
    }
}
