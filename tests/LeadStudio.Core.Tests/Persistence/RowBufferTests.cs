using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Tests.Persistence;

public sealed class RowBufferTests
{
    [Fact]
    public async Task CopyTo_RowsOfAllKinds_GivesWhatWasWritten()
    {
        using var buffer = new RowBuffer(rows: 1, cellsPerRow: 1);
        var longText = new string('ä', 5000);
        buffer.Write(7L);
        buffer.Write(1.5);
        buffer.Write("Müller");
        buffer.EndRow();
        buffer.EndRow();
        buffer.Write(double.NaN);
        buffer.Write((string?)null);
        buffer.Write(longText);
        buffer.WriteUtf8("ö"u8);
        buffer.Write("");
        buffer.EndRow();

        await using var rows = new ListedRows();
        buffer.CopyTo(2, rows);
        buffer.CopyTo(1, rows);
        buffer.CopyTo(0, rows);

        Assert.Equal([null, null, longText, "ö", "", 7L, 1.5, "Müller"], rows.Values);
    }

    private sealed class ListedRows : IRowWriter
    {
        public List<object?> Values { get; } = [];

        public void Write(long value) => Values.Add(value);

        public void Write(double value) => Values.Add(value);

        public void Write(string? value) => Values.Add(value);

        public void WriteUtf8(ReadOnlySpan<byte> utf8) => Values.Add(System.Text.Encoding.UTF8.GetString(utf8));

        public void WriteInPlace(ReadOnlySpan<byte> utf8) => WriteUtf8(utf8);

        public void WriteNull() => Values.Add(null);

        public void EndRow() => Values.Add("end of row");

        public Task CompleteAsync() => Task.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
