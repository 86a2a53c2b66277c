using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LeadStudio.Core.Leads.Import.Csv;

/// <summary>Finds the characters that give a CSV text its form: separators, quotes, escapes and line ends, 64 at a time.</summary>
/// <remarks>Idea: J. Langdale and D. Lemire, "Parsing gigabytes of JSON per second" (2019), first stage.</remarks>
internal sealed class CsvMarks
{
    private readonly char _separator;
    private readonly char _quote;
    private readonly char _escape;
    private readonly Vector256<byte> _separators;
    private readonly Vector256<byte> _quotes;
    private readonly Vector256<byte> _escapes;

    public CsvMarks(CsvDialect dialect)
    {
        if (!char.IsAscii(dialect.Separator) || !char.IsAscii(dialect.Quote))
        {
            throw new ArgumentException("The separator and the quote of a CSV file must be ASCII characters.", nameof(dialect));
        }

        // A needle that the file does not have is replaced by one that is looked for anyway.
        _separator = dialect.Separator == CsvDialect.None ? '\n' : dialect.Separator;
        _quote = dialect.Quote == CsvDialect.None ? '\n' : dialect.Quote;
        _escape = dialect is { Escape: CsvEscape.Backslash, Quote: not CsvDialect.None } ? '\\' : '\n';
        (_separators, _quotes, _escapes) = (Vector256.Create((byte)_separator), Vector256.Create((byte)_quote), Vector256.Create((byte)_escape));
    }

    /// <summary>Writes the indexes of the marks, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="marks">At least as long as the text.</param>
    /// <returns>How many there are.</returns>
    public int Find(ReadOnlySpan<char> text, Span<int> marks)
    {
        marks = marks[..text.Length];
        ref var first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        ref var target = ref MemoryMarshal.GetReference(marks);
        var count = 0;
        var index = 0;
        for (; index + 64 <= text.Length; index += 64)
        {
            var bits = Hits(ref Unsafe.Add(ref first, index)) | ((ulong)Hits(ref Unsafe.Add(ref first, index + 32)) << 32);
            for (; bits != 0; bits &= bits - 1)
            {
                Unsafe.Add(ref target, count++) = index + BitOperations.TrailingZeroCount(bits);
            }
        }

        for (; index < text.Length; index++)
        {
            var c = text[index];
            if (c == _separator || c == _quote || c == _escape || c is '\n' or '\r')
            {
                marks[count++] = index;
            }
        }

        return count;
    }

    // Saturation makes 255 of all that is not Latin-1; no needle is 255.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Hits(ref ushort text)
    {
        var block = Vector256.NarrowWithSaturation(Vector256.LoadUnsafe(ref text), Vector256.LoadUnsafe(ref text, 16));
        return (Vector256.Equals(block, _separators) | Vector256.Equals(block, _quotes) | Vector256.Equals(block, _escapes)
            | Vector256.Equals(block, Vector256.Create((byte)'\n')) | Vector256.Equals(block, Vector256.Create((byte)'\r'))).ExtractMostSignificantBits();
    }
}
