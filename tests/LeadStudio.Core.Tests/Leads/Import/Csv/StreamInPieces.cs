namespace LeadStudio.Core.Tests.Leads.Import.Csv;

/// <summary>A stream that gives a few bytes at a time, as a slow network does.</summary>
internal sealed class StreamInPieces(byte[] bytes, int most) : MemoryStream(bytes)
{
    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(most, buffer.Length)]);

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(most, count));
}
