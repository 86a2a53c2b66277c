using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace LeadStudio.Core.Persistence;

/// <summary><c>COPY</c> in its binary form.</summary>
internal sealed class PostgresRowWriter(NpgsqlBinaryImporter importer) : IRowWriter
{
    private bool _inRow;

    public void Write(long value)
    {
        StartRow();
        importer.Write(value, NpgsqlDbType.Bigint);
    }

    public void Write(double value)
    {
        StartRow();
        if (double.IsNaN(value))
        {
            importer.WriteNull();
        }
        else
        {
            importer.Write(value, NpgsqlDbType.Double);
        }
    }

    public void Write(string? value)
    {
        StartRow();
        if (value is null)
        {
            importer.WriteNull();
        }
        else
        {
            // PostgreSQL has no character U+0000.
            importer.Write(value.Contains('\0', StringComparison.Ordinal) ? value.Replace("\0", "", StringComparison.Ordinal) : value, NpgsqlDbType.Text);
        }
    }

    public void WriteUtf8(ReadOnlySpan<byte> utf8) => Write(Encoding.UTF8.GetString(utf8));

    public void WriteInPlace(ReadOnlySpan<byte> utf8) => WriteUtf8(utf8);

    public void WriteNull()
    {
        StartRow();
        importer.WriteNull();
    }

    public void EndRow() => _inRow = false;

    public async Task CompleteAsync() => await importer.CompleteAsync();

    public ValueTask DisposeAsync() => importer.DisposeAsync();

    private void StartRow()
    {
        if (!_inRow)
        {
            importer.StartRow();
            _inRow = true;
        }
    }
}
