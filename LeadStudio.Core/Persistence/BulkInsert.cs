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
            SqliteConnection sqlite => new SqliteRowWriter(sqlite, InsertSql(table, columns)),
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
            return new SqliteRowWriter(sqlite, $"{InsertSql(table, columns)} {onConflict}");
        }

        var list = string.Join(", ", columns);
        return await StageAsync(db, table, columns, stage => $"insert into {table} ({list}) select {list} from {stage} {onConflict}");
    }

    /// <summary>Starts to change columns of rows that are there, as part of the context's transaction.</summary>
    /// <param name="db">The context; its connection must be open. On PostgreSQL it can do nothing else until the writer is disposed.</param>
    /// <param name="table">The table.</param>
    /// <param name="columns">The columns, in the order in which values will come; the key first.</param>
    /// <returns>The writer.</returns>
    public static async Task<IRowWriter> OpenUpdateAsync(LeadStudioDbContext db, string table, IReadOnlyList<string> columns)
    {
        if (db.Database.GetDbConnection() is SqliteConnection sqlite)
        {
            var sets = string.Join(", ", columns.Skip(1).Select((column, index) => $"{column} = ?{index + 2}"));
            return new SqliteRowWriter(sqlite, $"update {table} set {sets} where {columns[0]} = ?1");
        }

        var assignments = string.Join(", ", columns.Skip(1).Select(column => $"{column} = stage.{column}"));
        return await StageAsync(
            db, table, columns, stage => $"update {table} set {assignments} from {stage} stage where {table}.{columns[0]} = stage.{columns[0]}");
    }

    private static async Task<IRowWriter> StageAsync(
        LeadStudioDbContext db, string table, IReadOnlyList<string> columns, Func<string, string> move)
    {
        var stage = $"new_{table}";
        await db.Sql($"drop table if exists {stage}; create temporary table {stage} on commit drop as select {string.Join(", ", columns)} from {table} limit 0").RunAsync();
        return new StagedRowWriter(await OpenAsync(db, stage, columns), () => db.Sql(move(stage)).RunAsync());
    }

    private static string InsertSql(string table, IReadOnlyList<string> columns) =>
        $"insert into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", Enumerable.Repeat("?", columns.Count))})";
}
