using System.Text;
using LeadStudio.Core.Leads.Import.Csv;

namespace LeadStudio.Core.Tests.Leads.Import.Csv.Pollution;

/// <summary>A file made from a clean table, and what is to be read from it.</summary>
/// <param name="Kind">What was done to it.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Rows">The clean rows, by the line on which each stands in the file.</param>
/// <param name="Damaged">The lines that need not be read, but must not be read wrong.</param>
/// <param name="Header">The names of the columns; null where the file has none.</param>
internal sealed record PollutedFile(string Kind, byte[] Bytes, IReadOnlyDictionary<long, string[]> Rows, IReadOnlySet<long> Damaged, string[]? Header)
{
    private static readonly IReadOnlySet<long> s_none = new HashSet<long>();

    /// <summary>Makes a file of lines as given.</summary>
    /// <param name="kind">What was done.</param>
    /// <param name="lines">The lines of the file.</param>
    /// <param name="table">The clean table, the header first.</param>
    /// <param name="above">How many lines stand above the first row.</param>
    /// <param name="damaged">The damaged line, or 0.</param>
    /// <param name="hasHeader">Whether the header is in the file.</param>
    public static PollutedFile OfLines(string kind, IEnumerable<string> lines, string[][] table, int above, long damaged = 0, bool hasHeader = true) =>
        OfBytes(kind, Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n"), table, above, damaged, hasHeader);

    /// <summary>Makes a file of bytes as given.</summary>
    public static PollutedFile OfBytes(string kind, byte[] bytes, string[][] table, int above, long damaged = 0, bool hasHeader = true)
    {
        var body = hasHeader ? table[1..] : table;
        var rows = body.Select((row, index) => (Line: (long)above + index + 1, Row: row)).Where(pair => pair.Row.Any(cell => cell.Length > 0));
        return new PollutedFile(kind, bytes, rows.ToDictionary(pair => pair.Line, pair => pair.Row), damaged == 0 ? s_none : new HashSet<long> { damaged }, hasHeader ? table[0] : null);
    }

    /// <summary>Reads the file as detected, and says what is wrong.</summary>
    /// <returns>The first difference, or null.</returns>
    public string? Difference()
    {
        using var stream = new MemoryStream(Bytes);
        var detected = CsvDialectDetector.Detect(stream);
        if (detected.Error is { } error)
        {
            return error.Message;
        }

        var reader = CsvReader.Open(stream, detected.Value!, CsvRowRepair.Learn(stream, detected.Value!));
        if (Header is not null && !reader.Headers.SequenceEqual(CsvHeaders.Name([Header], Header.Length)))
        {
            return $"header {string.Join('|', reader.Headers)} for {string.Join('|', Header)} ({detected.Value})";
        }

        var seen = new HashSet<long>();
        while (reader.Read())
        {
            var line = reader.LineNumber;
            seen.Add(line);
            var isExpected = Rows.TryGetValue(line, out var row);
            var cells = Enumerable.Range(0, Math.Max(reader.FieldCount, row?.Length ?? 0)).Select(column => reader[column].ToString()).ToArray();
            var isRefused = reader.Damage != CsvDamage.None;
            if (isRefused ? isExpected && !Damaged.Contains(line) : !isExpected || !AreEqual(cells, row!))
            {
                return $"line {line} {reader.Damage}{(reader.IsRepaired ? " repaired" : "")}: {string.Join('|', cells)} for {string.Join('|', row ?? ["none"])} ({detected.Value})";
            }
        }

        return Rows.Keys.FirstOrDefault(line => !seen.Contains(line) && !Damaged.Contains(line)) is > 0 and var lost ? $"line {lost} is lost ({detected.Value})" : null;
    }

    // A quote too many is part of the text of its cell; the clean tables have none.
    private static bool AreEqual(string[] cells, string[] row) =>
        cells.Select(cell => cell.Replace("\"", "", StringComparison.Ordinal)).ToArray().AsSpan().TrimEnd("").SequenceEqual(row.AsSpan().TrimEnd(""));
}
