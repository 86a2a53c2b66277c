using LeadStudio.Core.Common;

namespace LeadStudio.Core.Leads.Import.Csv;

/// <summary>Finds out how a CSV file is written, from its beginning.</summary>
public static class CsvDialectDetector
{
    /// <summary>How much of a file is looked at, in bytes.</summary>
    public const int SampleBytes = 256 * 1024;

    // Later ones are rarer, and must be clearly better than those before.
    private static readonly (char Separator, double Weight)[] s_separators =
        [(',', 1), (';', 1), ('\t', 1), ('|', 1), ('\u001F', 1), ('\u0001', 1), ('^', 0.8), ('~', 0.8), (':', 0.4), (' ', 0.4)];

    /// <summary>Detects the dialect of a file.</summary>
    /// <param name="stream">The file, from its first byte; it is left where the sample ends, or where it was if it can seek.</param>
    /// <returns>The dialect, or <see cref="FileIsNoCsv"/> with a sentence that helps.</returns>
    public static Result<CsvDialect> Detect(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var position = stream.CanSeek ? stream.Position : 0;
        var sample = new byte[SampleBytes + 1];
        var length = stream.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false);
        if (stream.CanSeek)
        {
            stream.Position = position;
        }

        return Detect(sample.AsSpan(0, Math.Min(length, SampleBytes)), isWhole: length <= SampleBytes);
    }

    /// <summary>Detects the dialect from the first bytes of a file.</summary>
    /// <param name="sample">The bytes, <see cref="SampleBytes"/> or as many as there are.</param>
    /// <param name="isWhole">Whether these are all bytes of the file; otherwise the last row counts as cut.</param>
    /// <returns>The dialect, or <see cref="FileIsNoCsv"/> with a sentence that helps.</returns>
    public static Result<CsvDialect> Detect(ReadOnlySpan<byte> sample, bool isWhole)
    {
        if (CsvOwnFile.IsUntouched(sample))
        {
            return CsvOwnFile.Dialect;
        }

        if (CsvFileKind.WhyNoCsv(sample) is { } reason)
        {
            return new FileIsNoCsv(reason);
        }

        var (encoding, hasBom) = CsvEncodingDetector.Detect(sample);
        var text = CsvEncodings.Get(encoding).GetString(sample).TrimStart('\uFEFF');
        if (CsvFileKind.WhyNoCsv(text) is { } textReason)
        {
            return new FileIsNoCsv(textReason);
        }

        var complete = isWhole ? text : WithoutCutRow(text);
        var best = CsvHeaderGuess.Complete(BestCandidate(complete));
        return best with { Encoding = encoding, HasBom = hasBom, NewLine = NewLineOf(text) };
    }

    private static string WithoutCutRow(string text)
    {
        var end = text.AsSpan().LastIndexOfAny('\n', '\r');
        return end > 0 ? text[..(end + 1)] : text;
    }

    private static CsvCandidate BestCandidate(string text)
    {
        var bytes = CsvCandidate.Bytes(text);
        var named = NamedSeparator(text);
        CsvCandidate? best = null;
        var bestScore = 0.0;
        foreach (var (separator, weight) in s_separators)
        {
            if (!text.Contains(separator) || (named is not null && separator != named))
            {
                continue;
            }

            var candidate = CsvCandidate.Cut(bytes, CsvQuoteGuess.Guess(text, separator));
            if (candidate.HasGapsBetween())
            {
                candidate = CsvCandidate.Cut(bytes, candidate.Dialect with { SeparatorTail = separator.ToString() });
            }
            else if (separator != ' ' && candidate.ShareOfSpaces() > 0.9)
            {
                candidate = CsvCandidate.Cut(bytes, candidate.Dialect with { SpaceAfterSeparator = true });
            }

            // Colons and spaces are part of times and names; only doubled, or where all rows agree, they part cells.
            var isClear = separator switch
            {
                ' ' => candidate is { Columns: > 2, Share: > 0.95 },
                ':' => candidate.Dialect.SeparatorTail.Length > 0,
                _ => true,
            };
            if (isClear && candidate.Score * weight > bestScore)
            {
                (best, bestScore) = (candidate, candidate.Score * weight);
            }
        }

        return best is { Share: >= 0.5 } || bestScore > 0.15
            ? best ?? throw new InvalidOperationException("A score has a candidate.")
            : CsvCandidate.Cut(bytes, CsvQuoteGuess.Guess(text, '\n') with { Separator = CsvDialect.None });
    }

    // Excel reads and writes "sep=;" above a table.
    private static char? NamedSeparator(string text) =>
        text.Length > 5 && text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text[5] is '\r' or '\n' ? text[4] : null;

    private static string NewLineOf(string text)
    {
        var at = text.AsSpan().IndexOfAny('\r', '\n');
        if (at < 0)
        {
            return "\r\n";
        }

        return text[at] == '\n' ? "\n" : at + 1 < text.Length && text[at + 1] == '\n' ? "\r\n" : "\r";
    }
}
