namespace LeadStudio.Core.Persistence;

/// <summary>Reads and writes the database, whichever it is. On SQLite one write runs at a time, the others wait for their turn.</summary>
public interface IDatabase
{
    /// <summary>Gets which database it is, for the few statements that differ.</summary>
    DatabaseKind Kind { get; }

    /// <summary>Creates the database, or brings it up to date.</summary>
    /// <param name="cancellationToken">Stops the migration between two of its steps.</param>
    /// <returns>A task that ends when the database is up to date.</returns>
    Task MigrateAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="work">Reads through the context that it is given, or through its connection, which is open.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>What <paramref name="work"/> returned.</returns>
    Task<T> ReadAsync<T>(Func<LeadStudioDbContext, Task<T>> work, CancellationToken cancellationToken = default);

    /// <summary>Writes in one transaction: all of it or nothing. Changes that the context tracks are saved at the end.</summary>
    /// <typeparam name="T">What is returned.</typeparam>
    /// <param name="work">Writes through the context that it is given, or through its connection, which is open. Must not call
    /// <see cref="WriteAsync"/> again.</param>
    /// <param name="cancellationToken">Stops the write; nothing of it remains.</param>
    /// <returns>What <paramref name="work"/> returned, after the commit.</returns>
    Task<T> WriteAsync<T>(Func<LeadStudioDbContext, Task<T>> work, CancellationToken cancellationToken = default);
}

/// <summary>The databases that LeadStudio runs on.</summary>
public enum DatabaseKind
{
    /// <summary>SQLite in a file.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server.</summary>
    PostgreSql,
}
