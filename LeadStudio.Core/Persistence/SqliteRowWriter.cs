using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LeadStudio.Core.Persistence;

/// <summary>One prepared statement. Texts become UTF-8 once, in memory that SQLite reads in place.</summary>
internal sealed unsafe class SqliteRowWriter : IRowWriter
{
    // Holds the texts of one row; a row with more is bound by copies.
    private const int TextBytes = 1 << 16;

    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _statement;
    private readonly nint _handle;
    private byte* _texts;
    private int _used;
    private int _column;

    // A text and its folded form are often the same object: one conversion serves both.
    private string? _last;
    private int _lastStart;

    public SqliteRowWriter(SqliteConnection connection, string sql)
    {
        _connection = connection;
        Check(raw.sqlite3_prepare_v3(connection.Handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
        _handle = _statement.DangerousGetHandle(); // lives as long as _statement, which this class alone disposes
        _texts = (byte*)NativeMemory.Alloc(TextBytes);
    }

    public void Write(long value) => Check(SqliteNative.BindInt64(_handle, ++_column, value));

    public void Write(double value) =>
        Check(double.IsNaN(value) ? SqliteNative.BindNull(_handle, ++_column) : SqliteNative.BindDouble(_handle, ++_column, value));

    public void Write(string? value)
    {
        if (value is null)
        {
            WriteNull();
        }
        else if (ReferenceEquals(value, _last))
        {
            Bind(_lastStart);
        }
        else if (Encoding.UTF8.TryGetBytes(value, new(_texts + _used, TextBytes - _used), out var length))
        {
            (_last, _lastStart) = (value, _used);
            _used += length;
            Bind(_lastStart);
        }
        else
        {
            WriteCopy(Encoding.UTF8.GetBytes(value));
        }
    }

    public void WriteUtf8(ReadOnlySpan<byte> utf8)
    {
        if (!utf8.TryCopyTo(new(_texts + _used, TextBytes - _used)))
        {
            WriteCopy(utf8);
            return;
        }

        (_last, _lastStart) = (null, _used);
        _used += utf8.Length;
        Bind(_lastStart);
    }

    public void WriteInPlace(ReadOnlySpan<byte> utf8)
    {
        // No fixed statement: the caller says that it does not move.
        var text = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(utf8));
        Check(SqliteNative.BindText(_handle, ++_column, text, utf8.Length, SqliteNative.StaysInPlace));
    }

    public void WriteNull() => Check(SqliteNative.BindNull(_handle, ++_column));

    public void EndRow()
    {
        (_column, _used, _last) = (0, 0, null);
        var code = SqliteNative.Step(_handle);
        _ = SqliteNative.Reset(_handle);
        if (code != raw.SQLITE_DONE)
        {
            Check(code);
        }
    }

    public Task CompleteAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _statement.Dispose();
        NativeMemory.Free(_texts);
        _texts = null;
        return ValueTask.CompletedTask;
    }

    // What was written last ends at _used.
    private void Bind(int start) => Check(SqliteNative.BindText(_handle, ++_column, _texts + start, _used - start, SqliteNative.StaysInPlace));

    private void WriteCopy(ReadOnlySpan<byte> utf8)
    {
        _last = null;
        fixed (byte* text = utf8)
        {
            Check(SqliteNative.BindText(_handle, ++_column, text, utf8.Length, SqliteNative.IsCopied));
        }
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(code, _connection.Handle);
        }
    }
}
