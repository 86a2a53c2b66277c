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
}
