using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace LeadStudio.Core.Persistence;

/// <summary>Sets up each connection to a SQLite file: readers beside one writer, patience, and no loss of a committed change.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // FULL, so that what was acknowledged survives a loss of power too. 64 MB of cache would be a connection's own: 8 MB.
    // A checkpoint every 64 MB: in bulk work the same index pages change again and again, and each checkpoint writes them twice.
    // What is deleted or replaced is overwritten, so that an erased person is not found in the unused parts of pages.
    // Pages of 8 KB, in a new file: a scan of a million leads takes two thirds of the time that it takes with SQLite's own 4 KB.
    private const string Pragmas =
        "pragma page_size = 8192; pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 10000; pragma foreign_keys = on; " +
        "pragma secure_delete = on; pragma temp_store = memory; pragma cache_size = -8000; pragma wal_autocheckpoint = 8000;";

    /// <summary>Sets up SQLite for the whole process. Once it is in use, that is no longer possible, and nothing happens.</summary>
    public static void Configure()
    {
        // Nobody asks how much memory SQLite uses, and to count it all threads take turns at each piece.
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);

        // A connection is never used by two threads at once, so it needs no lock of its own around each value that is bound.
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
