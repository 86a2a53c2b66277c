using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LeadStudio.Core.Persistence;

/// <summary>Plain SQL for what EF Core cannot say: columns that are only known at run time, and work in bulk.</summary>
/// <remarks>Names of tables and columns never come from a user; values always travel as parameters.</remarks>
internal static class SqlExtensions
{
    private const int MostKept = 64;

    private static readonly ConditionalWeakTable<DbConnection, Dictionary<string, DbCommand>> s_kept = [];

    /// <summary>Prepares a command in the context's transaction, if there is one.</summary>
    /// <param name="db">The context; its connection must be open.</param>
    /// <param name="sql">The statement; parameters as <c>@name</c>.</param>
    /// <param name="parameters">Name without the sign, and value.</param>
    /// <returns>The command.</returns>
    public static DbCommand Sql(this LeadStudioDbContext db, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = Create(db.Database.GetDbConnection(), sql);
        Set(command, db, parameters);
        return command;
    }

    /// <summary>Prepares a short command that runs often; it stays prepared as long as its connection is open, so do not dispose it.</summary>
    /// <param name="db">The context; its connection must be open.</param>
    /// <param name="sql">The statement; one of a few texts, with parameters as <c>@name</c>.</param>
    /// <param name="parameters">Name without the sign, and value.</param>
    /// <returns>The command. It is the same object each time: read to the end before it is asked for again.</returns>
    public static DbCommand KeptSql(this LeadStudioDbContext db, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var connection = db.Database.GetDbConnection();
        var kept = s_kept.GetValue(connection, _ => new(StringComparer.Ordinal));
        if (kept.TryGetValue(sql, out var known))
        {
            known.Parameters.Clear();
        }
        else
        {
            if (kept.Count == MostKept)
            {
                foreach (var old in kept.Values)
                {
                    old.Dispose();
                }

                kept.Clear();
            }

            kept.Add(sql, known = Create(connection, sql));
        }

        Set(known, db, parameters);
        return known;
    }

    /// <summary>Runs a statement.</summary>
    /// <param name="command">The statement; it is disposed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many rows it changed.</returns>
    public static async Task<int> RunAsync(this DbCommand command, CancellationToken cancellationToken = default)
    {
        await using (command)
        {
            return await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Reads all rows.</summary>
    /// <param name="command">The query; it is not disposed.</param>
    /// <param name="take">Is called for each row.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>A task that ends when all are read.</returns>
    public static async Task EachAsync(this DbCommand command, Action<DbDataReader> take, CancellationToken cancellationToken = default)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            take(reader);
        }
    }

    /// <summary>Reads all rows.</summary>
    /// <typeparam name="T">What a row becomes.</typeparam>
    /// <param name="command">The query; it is disposed.</param>
    /// <param name="map">Makes one row.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The rows.</returns>
    public static async Task<List<T>> ListAsync<T>(this DbCommand command, Func<DbDataReader, T> map, CancellationToken cancellationToken = default)
    {
        await using (command)
        {
            var rows = new List<T>();
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                rows.Add(map(reader));
            }

            return rows;
        }
    }

    /// <summary>Reads one number.</summary>
    /// <param name="command">The query; it is disposed.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The first column of the first row; 0 where there is none.</returns>
    public static async Task<long> NumberAsync(this DbCommand command, CancellationToken cancellationToken = default)
    {
        await using (command)
        {
            return await command.ExecuteScalarAsync(cancellationToken) is { } value and not DBNull
                ? Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture)
                : 0;
        }
    }

    /// <summary>Reads a text that may be missing.</summary>
    /// <param name="reader">The row.</param>
    /// <param name="ordinal">The column.</param>
    /// <returns>The text, or null.</returns>
    public static string? TextOrNull(this DbDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);

    /// <summary>Reads a whole number that may be missing.</summary>
    /// <param name="reader">The row.</param>
    /// <param name="ordinal">The column.</param>
    /// <returns>The number, or null.</returns>
    public static long? LongOrNull(this DbDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetInt64(ordinal);

    /// <summary>Reads a number that may be missing.</summary>
    /// <param name="reader">The row.</param>
    /// <param name="ordinal">The column.</param>
    /// <returns>The number, or NaN.</returns>
    public static double NumberOrNaN(this DbDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? double.NaN : reader.GetDouble(ordinal);

    private static DbCommand Create(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // See the remarks of the class.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private static void Set(DbCommand command, LeadStudioDbContext db, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }
    }
}
