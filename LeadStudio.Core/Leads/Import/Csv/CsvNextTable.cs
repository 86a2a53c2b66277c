namespace LeadStudio.Core.Leads.Import.Csv;

/// <summary>Sees where another table begins in a file of several: names of columns stand among the rows.</summary>
/// <remarks>The names alone, word for word, are what two exports joined into one file have: their rows belong together.</remarks>
internal sealed class CsvNextTable(string[] names)
{
    private readonly int _first = Array.FindIndex(names, name => name.Length > 0);
    private readonly int _named = names.Count(name => name.Length > 0);

    /// <summary>Gets a value indicating whether the rows belong to a table with other columns.</summary>
    public bool IsOther { get; private set; }

    /// <summary>Looks at a row.</summary>
    /// <param name="row">The file, on that row.</param>
    /// <returns>Whether it is the header of the table again.</returns>
    public bool IsHeaderAgain(CsvReader row)
    {
        if (_named < 2 || !row[_first].SequenceEqual(names[_first]))
        {
            return false;
        }

        var (same, other) = Compare(names, row);
        if (!AreNames(same, other))
        {
            return false;
        }

        IsOther = other > 0 || same < _named;
        return !IsOther;
    }

    /// <summary>Finds the first row that repeats names of the header, though not right below it.</summary>
    /// <param name="rows">The rows of a sample; the header is among the first.</param>
    /// <returns>Its index, or the number of rows.</returns>
    public static int Find(List<string[]> rows)
    {
        const int highestHeader = 6;
        const int fewestRowsBetween = 4;
        for (var header = 0; header < Math.Min(highestHeader, rows.Count); header++)
        {
            var names = rows[header];
            for (var row = header + fewestRowsBetween; row < rows.Count; row++)
            {
                if (names[0].Length > 0 && rows[row][0] == names[0] && Compare(names, rows[row]) is var (same, other) && AreNames(same, other))
                {
                    return row;
                }
            }
        }

        return rows.Count;
    }

    private static bool AreNames(int same, int other) => same >= 2 && same >= other;

    private static (int Same, int Other) Compare(string[] names, CsvReader row)
    {
        var (same, other) = (0, 0);
        for (var column = 0; column < row.FieldCount; column++)
        {
            Count(names, column, row[column], ref same, ref other);
        }

        return (same, other);
    }

    private static (int Same, int Other) Compare(string[] names, string[] row)
    {
        var (same, other) = (0, 0);
        for (var column = 0; column < row.Length; column++)
        {
            Count(names, column, row[column], ref same, ref other);
        }

        return (same, other);
    }

    private static void Count(string[] names, int column, ReadOnlySpan<char> cell, ref int same, ref int other)
    {
        if (!cell.IsEmpty)
        {
            var isName = column < names.Length && cell.SequenceEqual(names[column]);
            same += isName ? 1 : 0;
            other += isName ? 0 : 1;
        }
    }
}
