using System.Text;
using System.Text.Unicode;

namespace LeadStudio.Core.Leads.Import.Csv;

/// <summary>Finds the encoding of a text from its first bytes.</summary>
internal static class CsvEncodingDetector
{
    /// <summary>Detects the encoding.</summary>
    /// <param name="sample">The first bytes; the last character may be cut.</param>
    public static (string Name, bool HasBom) Detect(ReadOnlySpan<byte> sample)
    {
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return (CsvEncodings.Utf8Name, true);
        }

        // Before UTF-16, whose mark begins alike.
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]))
        {
            return (CsvEncodings.Utf32Name, true);
        }

        if (sample.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]))
        {
            return (CsvEncodings.Utf32BigEndianName, true);
        }

        if (sample.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return (CsvEncodings.Utf16Name, true);
        }

        if (sample.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return (CsvEncodings.Utf16BigEndianName, true);
        }

        return (WithoutBom(sample), false);
    }

    private static string WithoutBom(ReadOnlySpan<byte> sample)
    {
        Span<int> zeros = [0, 0, 0, 0];
        for (var index = 0; index < sample.Length; index++)
        {
            zeros[index & 3] += sample[index] == 0 ? 1 : 0;
        }

        // Nearly all text in UTF-32 has two zeros a character, on the side of its high bytes.
        var quads = sample.Length / 4;
        if (quads > 1 && zeros[2] + zeros[3] > quads * 1.95)
        {
            return CsvEncodings.Utf32Name;
        }

        if (quads > 1 && zeros[0] + zeros[1] > quads * 1.95)
        {
            return CsvEncodings.Utf32BigEndianName;
        }

        // Half of Latin text in UTF-16 is zeros, all on one side; separators and line ends alone give a tenth.
        var (even, odd, pairs) = (zeros[0] + zeros[2], zeros[1] + zeros[3], sample.Length / 2);
        if (pairs > 1 && odd > pairs / 10 && even <= odd / 20)
        {
            return CsvEncodings.Utf16Name;
        }

        if (pairs > 1 && even > pairs / 10 && odd <= even / 20)
        {
            return CsvEncodings.Utf16BigEndianName;
        }

        return IsMostlyUtf8(sample) ? CsvEncodings.Utf8Name : CsvEastAsian.Find(sample) ?? CsvAlphabets.Find(sample.ToArray());
    }

    // A few pasted foreign bytes do not make a UTF-8 file something else.
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> sample)
    {
        if (Utf8.IsValid(sample))
        {
            return true;
        }

        var (valid, invalid) = (0, 0);
        while (!sample.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(sample, out var rune, out var length);
            if (status == System.Buffers.OperationStatus.NeedMoreData)
            {
                break;
            }

            valid += status == System.Buffers.OperationStatus.Done && !rune.IsAscii ? 1 : 0;
            invalid += status == System.Buffers.OperationStatus.Done ? 0 : 1;
            sample = sample[Math.Max(length, 1)..];
        }

        return invalid == 0 || valid > invalid * 4;
    }
}
