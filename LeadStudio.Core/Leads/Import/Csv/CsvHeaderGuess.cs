namespace LeadStudio.Core.Leads.Import.Csv;

/// <summary>Finds where the table of a sample begins, and how many of its rows name the columns.</summary>
internal static class CsvHeaderGuess
{
    private const int RowsJudged = 50;
    private const int MostHeaderRows = 6;

    /// <summary>Completes a dialect.</summary>
    /// <param name="candidate">The chosen way of cutting the file.</param>
    public static CsvDialect Complete(CsvCandidate candidate)
    {
        var rows = candidate.Rows;
        var first = FirstRow(rows, candidate.Columns);
        var headers = first == rows.Count ? 0 : HeaderRows(rows, first);
        var columns = headers == 0 ? candidate.Columns : Math.Max(candidate.Columns, WidthWithoutEmptyEnd(rows[first + headers - 1]));
        return candidate.Dialect with
        {
            PreambleLines = first == rows.Count ? 0 : (int)candidate.Lines[first] - 1,
            HeaderRows = headers,
            Columns = Math.Max(columns, 1),
        };
    }

    // Above the table stand rows of another width, or titles alone in a row.
    private static int FirstRow(List<string[]> rows, int columns)
    {
        var first = 0;
        while (first < rows.Count - 1 && columns > 1 && (rows[first].Length < columns / 2.0 || IsTitle(rows[first], columns)))
        {
            first++;
        }

        return first < rows.Count - 1 ? first : 0;
    }

    private static bool IsTitle(string[] row, int columns) => columns > 2 && row.Count(cell => !string.IsNullOrWhiteSpace(cell)) <= 1;

    private static int WidthWithoutEmptyEnd(string[] row) => Array.FindLastIndex(row, cell => !string.IsNullOrWhiteSpace(cell)) + 1;

    private static int HeaderRows(List<string[]> rows, int first)
    {
        var header = rows[first];
        var repeated = 1;
        while (first + repeated < rows.Count && rows[first + repeated].AsSpan().SequenceEqual(header))
        {
            repeated++;
        }

        // Names above groups of columns: gaps in the first row, and more names below it.
        var gaps = header.Count(string.IsNullOrWhiteSpace);
        if (repeated == 1 && gaps > 0 && gaps >= header.Length / 4 && LastRowOfNames(rows, first) is > 0 and var last)
        {
            return last - first + 1;
        }

        return NamesColumns(header, rows.Skip(first + repeated)) ? repeated : 0;
    }

    // The last row that names columns without a cell like those below it; 0 where none does.
    private static int LastRowOfNames(List<string[]> rows, int first)
    {
        var last = 0;
        for (var row = first + 1; row < Math.Min(first + MostHeaderRows, rows.Count - 1); row++)
        {
            var (forNames, against) = Evidence(rows[row], rows.Skip(row + 1));
            if (against > 0)
            {
                break;
            }

            last = forNames > 0 ? row : last;
        }

        return last;
    }

    // Where nothing speaks for either, there are names.
    private static bool NamesColumns(string[] names, IEnumerable<string[]> below)
    {
        var (forNames, against) = Evidence(names, below);
        return forNames > against || against == 0;
    }

    // The kinds of the cells below differ from those of names.
    private static (int ForNames, int Against) Evidence(string[] names, IEnumerable<string[]> below)
    {
        var body = below.Take(RowsJudged).ToList();
        var (forNames, against) = (0, 0);
        for (var column = 0; column < names.Length; column++)
        {
            var kind = CsvCellKinds.Of(names[column]);
            var kinds = body.Where(row => column < row.Length).Select(row => CsvCellKinds.Of(row[column]))
                .Where(other => other != CsvCellKind.Empty).ToList();
            var typed = kinds.Count(IsTyped) * 2 > kinds.Count;
            if (kind == CsvCellKind.Empty || kinds.Count == 0)
            {
                continue;
            }

            forNames += typed && !IsTyped(kind) ? 1 : 0;
            against += typed && IsTyped(kind) ? 1 : 0;
            against += !typed && kinds.Count > 1 && body.Skip(1).Any(row => column < row.Length && row[column] == names[column]) ? 1 : 0;
            against += kind is CsvCellKind.Email or CsvCellKind.Url ? 1 : 0;
        }

        return (forNames, against);
    }

    private static bool IsTyped(CsvCellKind kind) => kind is CsvCellKind.Number or CsvCellKind.DateOrTime or CsvCellKind.Email or CsvCellKind.Url;
}
