using Microsoft.Data.Sqlite;

namespace LeadStudio.Core.Persistence.Backups;

/// <summary>Copies SQLite databases and tells whether a file is one of LeadStudio's.</summary>
internal static class SqliteCopy
{
    private const string History = "__EFMigrationsHistory";

    /// <summary>Copies what is committed into a new file, beside readers and writers.</summary>
    /// <param name="database">The database.</param>
    /// <param name="copy">The file to make; it appears only when it is whole.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A task that ends when the copy is on the disk.</returns>
    /// <exception cref="SqliteException">The database could not be read, or the disk is full.</exception>
    /// <exception cref="IOException">The folder may not be written to.</exception>
    public static async Task RunAsync(string database, string copy, CancellationToken cancellationToken)
    {
        var unfinished = copy + ".part";
        File.Delete(unfinished);
        try
        {
            await using (var connection = await OpenAsync(database, cancellationToken))
            await using (cancellationToken.Register(() => SQLitePCL.raw.sqlite3_interrupt(connection.Handle)))
            {
                await using var command = connection.CreateCommand();
                command.CommandText = "vacuum into $copy";
                command.Parameters.AddWithValue("$copy", unfinished);
                await Task.Run(command.ExecuteNonQuery, CancellationToken.None);
            }

            SqliteFiles.Flush(unfinished);
            File.Move(unfinished, copy);
        }
        catch (SqliteException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Says why a file cannot take the database's place.</summary>
    /// <param name="file">The file.</param>
    /// <param name="known">The migrations that this version knows.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <returns>A sentence, or null where it can.</returns>
    public static async Task<string?> ProblemOfAsync(string file, IEnumerable<string> known, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await OpenAsync(file, cancellationToken);
            var applied = await ReadAsync(connection, $"select MigrationId from {History}", cancellationToken);
            var unknown = applied.Except(known, StringComparer.Ordinal).FirstOrDefault();
            var check = await ReadAsync(connection, "pragma quick_check(1)", cancellationToken);
            return applied.Count == 0 ? "it is an empty database."
                : unknown is not null ? $"it was made by a newer version of LeadStudio (it has \"{unknown}\"). Install that version first."
                : check is not ["ok"] ? $"it is damaged ({string.Join("; ", check)})."
                : null;
        }
        catch (SqliteException problem)
        {
            return $"it is no database of LeadStudio ({problem.Message}).";
        }
    }

    /// <summary>Folds the log into the database's own file, so that nothing else belongs to it.</summary>
    /// <param name="database">The database; nobody else uses it.</param>
    /// <param name="cancellationToken">Stops the work before it begins.</param>
    /// <returns>A task that ends when the file stands alone.</returns>
    public static async Task FoldLogAsync(string database, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(database, cancellationToken);
        await ReadAsync(connection, "pragma wal_checkpoint(truncate)", cancellationToken);
    }

    /// <summary>Makes a copy a database with a log; as a copy it has none.</summary>
    /// <param name="copy">The copy.</param>
    /// <param name="cancellationToken">Stops the work before it begins.</param>
    /// <returns>A task that ends when readers and writers may open it.</returns>
    public static async Task UseLogAsync(string copy, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(copy, cancellationToken);
        await ReadAsync(connection, "pragma journal_mode = wal", cancellationToken);
    }

    // Without a pool: a file that is about to be moved must not stay open.
    private static async Task<SqliteConnection> OpenAsync(string file, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<List<string>> ReadAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants only.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var values = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            values.Add(reader.GetValue(0).ToString() ?? "");
        }

        return values;
    }
}
