using System.Text;

namespace LeadStudio.Core.Leads.Import.Csv;

/// <summary>A window over the text of a stream, with the marks in it. Holds at least one whole row.</summary>
internal sealed class CsvBuffer(Stream stream, CsvDialect dialect, int size)
{
    private readonly Decoder _decoder = dialect.GetEncoding().GetDecoder();
    private readonly CsvMarks _finder = new(dialect);
    private readonly byte[] _bytes = new byte[Math.Max(size, 16)];
    private int _byteStart;
    private int _byteEnd;
    private bool _streamEnded;
    private bool _begun;

    public char[] Chars { get; private set; } = new char[Math.Max(size, 16)];

    public int Count { get; private set; }

    public int[] Marks { get; private set; } = new int[Math.Max(size, 16)];

    public int MarkCount { get; private set; }

    /// <summary>Gets a value indicating whether the window reaches to the end of the text.</summary>
    public bool IsLast { get; private set; }

    /// <summary>Forgets what is before <paramref name="keepFrom"/>, moves the rest to index 0 and reads on behind it.</summary>
    /// <param name="keepFrom">0 to <see cref="Count"/>.</param>
    /// <param name="cancellationToken">Stops between two reads of the stream.</param>
    public void Advance(int keepFrom, CancellationToken cancellationToken)
    {
        var kept = Count - keepFrom;
        if (kept > Chars.Length / 2)
        {
            var larger = new char[Chars.Length * 2];
            Chars.AsSpan(keepFrom, kept).CopyTo(larger);
            Chars = larger;
            Marks = new int[larger.Length];
        }
        else
        {
            Chars.AsSpan(keepFrom, kept).CopyTo(Chars);
        }

        Count = kept;
        while (!IsLast && Count < Chars.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!Decode())
            {
                break;
            }
        }

        MarkCount = _finder.Find(Chars.AsSpan(0, Count), Marks);
    }

    // False: no room for the next character.
    private bool Decode()
    {
        if (_byteStart == _byteEnd && !_streamEnded)
        {
            (_byteStart, _byteEnd) = (0, stream.Read(_bytes));
            _streamEnded = _byteEnd == 0;
        }

        // Four, because a decoder may hold back what gives several characters at once.
        if (Chars.Length - Count < 4)
        {
            return false;
        }

        _decoder.Convert(_bytes.AsSpan(_byteStart, _byteEnd - _byteStart), Chars.AsSpan(Count), flush: _streamEnded, out var used, out var written, out var completed);
        _byteStart += used;
        CsvEncodings.MendControls(Chars.AsSpan(Count, written));
        IsLast = _streamEnded && completed;
        if (!_begun && written > 0)
        {
            _begun = true;
            if (Chars[Count] == '\uFEFF')
            {
                written--;
                Chars.AsSpan(Count + 1, written).CopyTo(Chars.AsSpan(Count));
            }
        }

        Count += written;
        return true;
    }
}
