using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LeadStudio.Core.Persistence;

/// <summary>One prepared statement, bound without boxing.</summary>
internal sealed class SqliteRowWriter : IRowWriter
{
    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _statement;
    private int _column;

    public SqliteRowWriter(SqliteConnection connection, string sql)
    {
        _connection = connection;
        Check(raw.sqlite3_prepare_v3(connection.Handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    public void Write(long value) => Check(raw.sqlite3_bind_int64(_statement, ++_column, value));

    public void Write(double value)
    {
        if (double.IsNaN(value))
        {
            WriteNull();
        }
        else
        {
            Check(raw.sqlite3_bind_double(_statement, ++_column, value));
        }
    }

    public void Write(string? value)
    {
        if (value is null)
        {
            WriteNull();
        }
        else
        {
            Check(raw.sqlite3_bind_text16(_statement, ++_column, value));
        }
    }

    public void WriteUtf8(ReadOnlySpan<byte> utf8) => Check(raw.sqlite3_bind_text(_statement, ++_column, utf8));

    public void WriteNull() => Check(raw.sqlite3_bind_null(_statement, ++_column));

    public void EndRow()
    {
        _column = 0;
        var code = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
        if (code != raw.SQLITE_DONE)
        {
            Check(code);
        }
    }

    public Task CompleteAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _statement.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(code, _connection.Handle);
        }
    }
}
