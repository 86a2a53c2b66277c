namespace LeadStudio.Core.Persistence;

/// <summary>Rows that go into a table of their own first, and from there, all at once, to where they belong.</summary>
internal sealed class StagedRowWriter(IRowWriter stage, Func<Task> move) : IRowWriter
{
    private bool _isOpen = true;

    public void Write(long value) => stage.Write(value);

    public void Write(double value) => stage.Write(value);

    public void Write(string? value) => stage.Write(value);

    public void WriteUtf8(ReadOnlySpan<byte> utf8) => stage.WriteUtf8(utf8);

    public void WriteInPlace(ReadOnlySpan<byte> utf8) => stage.WriteInPlace(utf8);

    public void WriteNull() => stage.WriteNull();

    public void EndRow() => stage.EndRow();

    public async Task CompleteAsync()
    {
        await stage.CompleteAsync();
        await DisposeAsync();
        await move();
    }

    public async ValueTask DisposeAsync()
    {
        if (_isOpen)
        {
            _isOpen = false;
            await stage.DisposeAsync();
        }
    }
}
