namespace LeadStudio.Core.Tests.Leads.Import.Csv.Pollution;

/// <summary>Ways in which one row of a file is broken.</summary>
internal static class RowPollutions
{
    /// <summary>Breaks a row in each way, at a place by chance.</summary>
    public static IEnumerable<PollutedFile> Of(string[][] table, Random random)
    {
        var row = random.Next(1, table.Length);
        var column = random.Next(table[0].Length);
        var lines = FilePollutions.Lines(table);
        var cells = table[row].Select(cell => FilePollutions.Lines([["x", cell]])[0][2..]).ToArray();
        yield return Broken("quote before a cell", [.. cells[..column], "\"" + cells[column], .. cells[(column + 1)..]]);
        yield return Broken("quote inside a cell", [.. cells[..column], Middle(cells[column], "\""), .. cells[(column + 1)..]]);
        yield return Broken("separator too many", [.. cells[..column], "", .. cells[column..]]);
        foreach (var (name, separator) in ((string, string)[])[("spaces", " "), ("semicolons", ";"), ("tabs", "\t")])
        {
            yield return File($"{name} in a row", string.Join(separator, cells));
        }

        if (column > 0)
        {
            yield return Broken("separator missing", [.. cells[..(column - 1)], cells[column - 1] + cells[column], .. cells[(column + 1)..]]);
        }

        PollutedFile Broken(string kind, string[] broken) => File(kind, string.Join(',', broken));

        PollutedFile File(string kind, string line) =>
            PollutedFile.OfLines(kind, [.. lines[..row], line, .. lines[(row + 1)..]], table, above: 1, damaged: row + 1);
    }

    private static string Middle(string cell, string mark) => cell.Insert(cell.Length / 2, mark);
}
