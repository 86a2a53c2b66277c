namespace LeadStudio.Core.Leads.Import.Csv;

/// <summary>Tells the East Asian encodings of two bytes a character apart.</summary>
/// <remarks>
/// All pairs must be valid, and most must be characters of daily use, which each standard keeps in a range of its own. Source: JIS X 0208,
/// GB 2312, KS X 1001 and Big5.
/// </remarks>
internal static class CsvEastAsian
{
    private const int FewestPairs = 4;
    private const double LeastCommon = 0.8;

    private delegate (bool IsValid, bool IsCommon) Judge(byte first, byte second);

    // Korean before Chinese: its range lies within the Chinese one.
    private static readonly (string Encoding, Judge Judge)[] s_encodings =
    [
        ("shift_jis", (first, second) => (
            first is (>= 0x81 and <= 0x9F) or (>= 0xE0 and <= 0xEF) && second is (>= 0x40 and <= 0x7E) or (>= 0x80 and <= 0xFC),
            first is 0x81 or 0x82 or 0x83 or (>= 0x88 and <= 0x97))),
        ("ks_c_5601-1987", (first, second) => (first >= 0xA1 && second >= 0xA1, first is (>= 0xB0 and <= 0xC8) or 0xA1 or 0xA3)),
        ("gb18030", (first, second) => (
            first is >= 0x81 and <= 0xFE && second is (>= 0x40 and <= 0x7E) or (>= 0x80 and <= 0xFE),
            first is (>= 0xB0 and <= 0xD7) or 0xA1 or 0xA3 && second >= 0xA1)),
        ("big5", (first, second) => (
            first is >= 0x81 and <= 0xFE && second is (>= 0x40 and <= 0x7E) or (>= 0xA1 and <= 0xFE),
            first is >= 0xA1 and <= 0xC6)),
    ];

    /// <summary>Finds the encoding.</summary>
    /// <param name="sample">The first bytes of a text that is no UTF-8.</param>
    /// <returns>Its name, or null where it is none of these.</returns>
    public static string? Find(ReadOnlySpan<byte> sample)
    {
        var (best, bestShare) = (default(string), LeastCommon);
        foreach (var (name, judge) in s_encodings)
        {
            var share = ShareOfCommon(sample, judge, hasHalfWidth: name == "shift_jis");
            if (share > bestShare + (best is null ? 0 : (1 - bestShare) / 2))
            {
                (best, bestShare) = (name, share);
            }
        }

        return best;
    }

    private static double ShareOfCommon(ReadOnlySpan<byte> sample, Judge judge, bool hasHalfWidth)
    {
        var (pairs, common, neighbours) = (0, 0, 0);
        var lastEnd = -1;
        for (var at = 0; at < sample.Length; at++)
        {
            if (sample[at] < 0x80 || (hasHalfWidth && sample[at] is >= 0xA1 and <= 0xDF))
            {
                continue;
            }

            // The sample may cut the last pair.
            if (at + 1 == sample.Length)
            {
                break;
            }

            var (isValid, isCommon) = judge(sample[at], sample[at + 1]);
            if (!isValid)
            {
                return 0;
            }

            pairs++;
            common += isCommon ? 1 : 0;
            neighbours += at == lastEnd ? 1 : 0;
            lastEnd = ++at + 1;
        }

        // Their characters stand together; an accent of Latin text stands alone.
        return pairs < FewestPairs || neighbours * 3 < pairs ? 0 : common / (double)pairs;
    }
}
