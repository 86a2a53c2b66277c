using System.Text;

namespace LeadStudio.Core.Leads.Privacy;

/// <summary>Finds texts in files of any size, whatever the case of their letters, in UTF-8, in UTF-16 and in encodings that extend ASCII.</summary>
internal sealed class ByteSearch
{
    private const int BufferBytes = 128 * 1024;
    private readonly List<byte[]> _patterns;
    private readonly int _longest;

    /// <summary>Prepares a search.</summary>
    /// <param name="texts">What to find; none is empty.</param>
    public ByteSearch(IEnumerable<string> texts)
    {
        _patterns = [.. texts.SelectMany(text => new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode }.Select(encoding => Lower(encoding.GetBytes(text))))];
        _longest = _patterns.Select(pattern => pattern.Length).DefaultIfEmpty().Max();
    }

    /// <summary>Tells whether any of the texts is in a file.</summary>
    /// <param name="content">The file.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>Whether one was found.</returns>
    public async Task<bool> IsInAsync(Stream content, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferBytes + _longest];
        var kept = 0;
        for (int read; (read = await content.ReadAsync(buffer.AsMemory(kept, BufferBytes), cancellationToken)) > 0;)
        {
            Lower(buffer.AsSpan(kept, read));
            var filled = kept + read;
            if (_patterns.Exists(pattern => buffer.AsSpan(0, filled).IndexOf(pattern) >= 0))
            {
                return true;
            }

            // A text may lie across two reads.
            kept = Math.Min(_longest, filled);
            buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
        }

        return false;
    }

    private static byte[] Lower(byte[] bytes)
    {
        Lower(bytes.AsSpan());
        return bytes;
    }

    // Letters of ASCII only; those of UTF-16 have the same byte.
    private static void Lower(Span<byte> bytes)
    {
        foreach (ref var value in bytes)
        {
            value = value is >= (byte)'A' and <= (byte)'Z' ? (byte)(value | 0x20) : value;
        }
    }
}
