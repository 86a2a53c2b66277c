using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LeadStudio.Core.Persistence;

/// <summary>Opens the fastest way into a table that each database has.</summary>
internal static class BulkInsert
{
    /// <summary>Starts to write rows, as part of the context's transaction.</summary>
    /// <param name="db">The context; its connection must be open. On PostgreSQL it can do nothing else until the writer is disposed.</param>
    /// <param name="table">The table.</param>
    /// <param name="columns">The columns, in the order in which values will come.</param>
    /// <returns>The writer.</returns>
    public static async Task<IRowWriter> OpenAsync(LeadStudioDbContext db, string table, IReadOnlyList<string> columns) =>
        db.Database.GetDbConnection() switch
        {
            SqliteConnection sqlite => new SqliteRowWriter(sqlite, table, columns),
            NpgsqlConnection postgres => new PostgresRowWriter(
                await postgres.BeginBinaryImportAsync($"copy {table} ({string.Join(',', columns)}) from stdin (format binary)")),
            var other => throw new NotSupportedException($"No bulk insert for {other.GetType().Name}."),
        };

    /// <summary>Starts to write rows that replace those with the same key, as part of the context's transaction.</summary>
    /// <param name="db">The context; its connection must be open. On PostgreSQL it can do nothing else until the writer is disposed.</param>
    /// <param name="table">The table.</param>
    /// <param name="columns">The columns, in the order in which values will come; those of the key first. No key may come twice.</param>
    /// <param name="keys">How many columns the key has.</param>
    /// <returns>The writer.</returns>
    public static async Task<IRowWriter> OpenUpsertAsync(LeadStudioDbContext db, string table, IReadOnlyList<string> columns, int keys = 1)
    {
        var sets = string.Join(", ", columns.Skip(keys).Select(column => $"{column} = excluded.{column}"));
        var onConflict = $"on conflict ({string.Join(", ", columns.Take(keys))}) do update set {sets}";
        if (db.Database.GetDbConnection() is SqliteConnection sqlite)
        {
            return new SqliteRowWriter(sqlite, table, columns, onConflict);
        }

        var (temporary, list) = ($"new_{table}", string.Join(", ", columns));
        await db.Sql($"create temporary table if not exists {temporary} (like {table}) on commit drop; truncate {temporary}").RunAsync();
        return new StagedRowWriter(
            await OpenAsync(db, temporary, columns),
            () => db.Sql($"insert into {table} ({list}) select {list} from {temporary} {onConflict}").RunAsync());
    }
}
