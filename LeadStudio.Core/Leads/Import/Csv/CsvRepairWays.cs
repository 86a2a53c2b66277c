namespace LeadStudio.Core.Leads.Import.Csv;

/// <summary>Lists the ways in which a broken row may have been meant.</summary>
internal sealed class CsvRepairWays(CsvDialect dialect, int columns)
{
    private const int LongestSplit = 32;
    private const int MostQuotes = 16;
    private static readonly char[] s_separators = [',', ';', '\t', '|', ' '];

    /// <summary>Lists them.</summary>
    /// <param name="cells">The cells as read.</param>
    /// <param name="raw">The text of the row.</param>
    /// <returns>Rows of one cell per column.</returns>
    public IEnumerable<string[]> Of(string[] cells, string raw) =>
        [.. WithoutOneEmpty(cells), .. WithOneSplit(cells), .. WithSeparatorBeforeQuote(raw), .. WithOtherSeparator(raw)];

    private IEnumerable<string[]> WithoutOneEmpty(string[] cells) => cells.Length != columns + 1
        ? []
        : Enumerable.Range(0, cells.Length).Where(index => cells[index].Length == 0).Select(index => Without(cells, index));

    private static string[] Without(string[] cells, int index) => [.. cells[..index], .. cells[(index + 1)..]];

    private IEnumerable<string[]> WithOneSplit(string[] cells)
    {
        if (cells.Length != columns - 1)
        {
            yield break;
        }

        for (var index = 0; index < cells.Length; index++)
        {
            var cell = cells[index];
            for (var at = 1; cell.Length <= LongestSplit && at < cell.Length; at++)
            {
                yield return [.. cells[..index], cell[..at], cell[at..], .. cells[(index + 1)..]];
            }
        }
    }

    private IEnumerable<string[]> WithSeparatorBeforeQuote(string raw)
    {
        var tries = 0;
        for (var at = raw.IndexOf(dialect.Quote, StringComparison.Ordinal); at >= 0 && tries++ < MostQuotes; at = raw.IndexOf(dialect.Quote, at + 1))
        {
            if (at > 0 && Parse(raw.Insert(at, dialect.Separator.ToString()), dialect) is { } cells && cells.Length == columns)
            {
                yield return cells;
            }
        }
    }

    private IEnumerable<string[]> WithOtherSeparator(string raw)
    {
        foreach (var separator in s_separators)
        {
            if (separator == dialect.Separator || !raw.Contains(separator)
                || Parse(raw, dialect with { Separator = separator }) is not { } cells || cells.Length < columns)
            {
                continue;
            }

            // What has more cells has separators inside one of them.
            var surplus = cells.Length - columns;
            for (var index = 0; surplus <= 8 && index < columns && (surplus > 0 || index == 0); index++)
            {
                yield return [.. cells[..index], string.Join(separator, cells[index..(index + surplus + 1)]), .. cells[(index + surplus + 1)..]];
            }
        }
    }

    private static string[]? Parse(string row, CsvDialect dialect)
    {
        var plain = dialect with { Encoding = CsvEncodings.Utf16Name, HeaderRows = 0, PreambleLines = 0, Columns = 0 };
        var reader = CsvReader.Open(new MemoryStream(CsvCandidate.Bytes(row)), plain, repair: null, bufferSize: row.Length + 8, CsvReader.LongestRow);
        if (!reader.Read())
        {
            return null;
        }

        var cells = reader.Cells();
        return reader.Read() ? null : cells;
    }
}
