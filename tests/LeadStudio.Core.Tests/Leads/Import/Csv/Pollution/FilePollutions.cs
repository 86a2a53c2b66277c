using System.Text;
using LeadStudio.Core.Leads.Import.Csv;

namespace LeadStudio.Core.Tests.Leads.Import.Csv.Pollution;

/// <summary>Ways in which a whole file is unusual.</summary>
internal static class FilePollutions
{
    private static readonly CsvDialect s_plain = new() { HasBom = false };

    /// <summary>Makes all files of a table.</summary>
    public static IEnumerable<PollutedFile> Of(string[][] table) =>
        [.. Dialects(table), .. Ends(table), .. Headers(table), .. Around(table), .. Tables(table)];

    private static IEnumerable<PollutedFile> Dialects(string[][] table)
    {
        foreach (var (separator, tail) in ((char, string)[])[(',', ""), (';', ""), ('\t', ""), ('|', ""), ('^', ""), ('~', ""), ('\u001F', ""), ('|', "|"), (':', ":"), (';', ";")])
        {
            yield return As($"separator {(int)separator:x}{tail}", table, s_plain with { Separator = separator, SeparatorTail = tail });
        }

        yield return As("separator and space", table, s_plain with { SpaceAfterSeparator = true });
        yield return As("apostrophes", table, s_plain with { Quote = '\'' }, quoteAll: true);
        yield return As("quotes everywhere", table, s_plain, quoteAll: true);
        yield return As("line feeds", table, s_plain with { NewLine = "\n" });
        yield return As("carriage returns", table, s_plain with { NewLine = "\r" });
        yield return As("byte order mark", table, s_plain with { HasBom = true });
        yield return As("UTF-16", table, s_plain with { Encoding = "utf-16" });
        yield return As("UTF-16 big endian", table, s_plain with { Encoding = "utf-16BE" });
        yield return As("UTF-32", table, s_plain with { Encoding = "utf-32" });
        yield return As("UTF-32 big endian", table, s_plain with { Encoding = "utf-32BE", HasBom = true });
    }

    private static IEnumerable<PollutedFile> Ends(string[][] table)
    {
        var lines = Lines(table);
        yield return PollutedFile.OfBytes("no last line end", Encoding.UTF8.GetBytes(string.Join("\r\n", lines)), table, above: 1);
        yield return PollutedFile.OfLines("two last line ends", [.. lines, ""], table, above: 1);
        yield return PollutedFile.OfLines("empty rows at the end", [.. lines, .. Enumerable.Repeat(new string(',', table[0].Length - 1), 5)], table, above: 1);
        yield return PollutedFile.OfLines("separator at the end of each line", lines.Select(line => line + ","), [.. table.Select(row => (string[])[.. row, ""])], above: 1);
    }

    private static IEnumerable<PollutedFile> Headers(string[][] table)
    {
        var lines = Lines(table);
        yield return PollutedFile.OfLines("no header", lines.Skip(1), table[1..], above: 0, hasHeader: false);
        yield return PollutedFile.OfLines("one row", lines.Take(2), table[..2], above: 1);
        yield return PollutedFile.OfLines("header three times", [lines[0], lines[0], .. lines], [[.. table[0].Select(name => $"{name} {name} {name}".Trim())], .. table[1..]], above: 3);
    }

    private static IEnumerable<PollutedFile> Around(string[][] table)
    {
        var lines = Lines(table);
        var pad = new string(',', table[0].Length - 1);
        yield return PollutedFile.OfLines("title above", ["Report of May", "", .. lines], table, above: 3);
        yield return PollutedFile.OfLines("padded title above", ["Report of May 2024" + pad, pad, .. lines], table, above: 3);
        yield return PollutedFile.OfLines("comments above", ["# made by a program", "# on 2024-05-01, at night", .. lines], table, above: 3);
        yield return PollutedFile.OfLines("separator named above", ["sep=,", .. lines], table, above: 2);
        yield return PollutedFile.OfLines("note below", [.. lines, "", "Source: the office of statistics, revised"], table, above: 1);
        yield return PollutedFile.OfLines("count below", [.. lines, $"Total: {table.Length - 1} rows"], table, above: 1);
    }

    private static IEnumerable<PollutedFile> Tables(string[][] table)
    {
        var lines = Lines(table);
        var less = table.Select(row => row[..^1]).ToArray();
        var more = table.Select(row => (string[])[.. row, row[0]]).ToArray();
        yield return PollutedFile.OfLines("narrower table below", [.. lines, .. Lines(less)], table, above: 1);
        yield return PollutedFile.OfLines("wider table below", [.. lines, .. Lines(more)], table, above: 1);
        yield return PollutedFile.OfLines("narrower table below a gap", [.. lines, "", .. Lines(less)], table, above: 1);
        yield return PollutedFile.OfLines("wider table below a gap", [.. lines, "", .. Lines(more)], table, above: 1);
        yield return PollutedFile.OfLines("table of two columns below a gap", [.. lines, "", "code,meaning", "A,first of all", "B,the second", "C,the rest"], table, above: 1);
    }

    private static PollutedFile As(string kind, string[][] table, CsvDialect dialect, bool quoteAll = false)
    {
        if (quoteAll)
        {
            var q = dialect.Quote.ToString();
            return PollutedFile.OfLines(kind, table.Select(row => string.Join(dialect.Separator, row.Select(cell => q + cell.Replace(q, q + q, StringComparison.Ordinal) + q))), table, above: 1);
        }

        using var stream = new MemoryStream();
        var writer = new CsvWriter(stream, dialect);
        foreach (var row in table)
        {
            writer.Write(row);
        }

        return PollutedFile.OfBytes(kind, stream.ToArray(), table, above: 1);
    }

    /// <summary>Writes a table plainly: commas, quotes where they are needed.</summary>
    public static string[] Lines(string[][] table)
    {
        using var stream = new MemoryStream();
        var writer = new CsvWriter(stream, s_plain with { NewLine = "\n" });
        foreach (var row in table)
        {
            writer.Write(row);
        }

        return Encoding.UTF8.GetString(stream.ToArray()).TrimEnd('\n').Split('\n');
    }
}
