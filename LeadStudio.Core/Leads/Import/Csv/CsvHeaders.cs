namespace LeadStudio.Core.Leads.Import.Csv;

/// <summary>Gives every column of a file a name of its own.</summary>
internal static class CsvHeaders
{
    /// <summary>Joins the rows of a header; names what has no name "Column 3", and what has another's name "Name (2)".</summary>
    /// <param name="rows">The header rows, from the top; none gives numbered columns.</param>
    /// <param name="columns">The number of columns, at least.</param>
    public static IReadOnlyList<string> Name(IReadOnlyList<string[]> rows, int columns)
    {
        var width = rows.Count == 0 ? columns : Math.Max(columns, rows[^1].Length);
        var spread = rows.Select((row, index) => index < rows.Count - 1 ? Spread(row) : row).ToList();
        var names = new List<string>(width);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var column = 0; column < width; column++)
        {
            var parts = spread.Select(row => column < row.Length ? row[column].Trim() : "").Where(part => part.Length > 0);
            var joined = string.Join(' ', parts);
            var name = joined.Length > 0 ? joined : $"Column {column + 1}";
            var unique = name;
            for (var number = 2; !taken.Add(unique); number++)
            {
                unique = $"{name} ({number})";
            }

            names.Add(unique);
        }

        return names;
    }

    // A name above several columns stands in the first of them. A single cell is a title and belongs to its own column.
    private static string[] Spread(string[] row)
    {
        if (row.Count(cell => cell.Length > 0) < 2)
        {
            return row;
        }

        var spread = (string[])row.Clone();
        for (var column = 1; column < spread.Length; column++)
        {
            spread[column] = spread[column].Length > 0 ? spread[column] : spread[column - 1];
        }

        return spread;
    }
}
