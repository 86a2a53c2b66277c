using System.Runtime.InteropServices;

namespace LeadStudio.Core.Leads.Import.Csv;

/// <summary>What the cells of each column look like ("99:99", "AA-9999", a sentence), and how often.</summary>
internal sealed class CsvColumnShapes
{
    private const int LongestShape = 24;
    private readonly Dictionary<string, int>[] _shapes;
    private readonly Dictionary<string, int>[] _outlines;
    private readonly int _rows;

    private CsvColumnShapes(Dictionary<string, int>[] shapes, Dictionary<string, int>[] outlines, int rows) =>
        (_shapes, _outlines, _rows) = (shapes, outlines, rows);

    public int Columns => _shapes.Length;

    public int Rows => _rows;

    /// <summary>Learns from rows that have all their cells.</summary>
    public static CsvColumnShapes Learn(IReadOnlyCollection<string[]> rows, int columns)
    {
        var shapes = new Dictionary<string, int>[columns];
        var outlines = new Dictionary<string, int>[columns];
        for (var column = 0; column < columns; column++)
        {
            (shapes[column], outlines[column]) = ([], []);
            foreach (var row in rows)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(shapes[column], ShapeOf(row[column]), out _)++;
                CollectionsMarshal.GetValueRefOrAddDefault(outlines[column], OutlineOf(row[column]), out _)++;
            }
        }

        return new CsvColumnShapes(shapes, outlines, rows.Count);
    }

    /// <summary>Says whether a column had an empty cell among the rows learned from.</summary>
    public bool IsEverEmpty(int column) => _shapes[column].ContainsKey("");

    /// <summary>Says how usual a row is.</summary>
    /// <param name="cells">One cell per column.</param>
    /// <returns>The mean logarithm of how frequent each cell's shape is in its column: 0 for the most usual row, about -4 for the least.</returns>
    public double Score(ReadOnlySpan<string> cells)
    {
        var sum = 0.0;
        for (var column = 0; column < cells.Length; column++)
        {
            var shape = _shapes[column].GetValueOrDefault(ShapeOf(cells[column]));
            var outline = _outlines[column].GetValueOrDefault(OutlineOf(cells[column]));
            sum += Math.Log(0.02 + (0.98 * ((0.6 * shape) + (0.4 * outline)) / _rows));
        }

        return sum / cells.Length;
    }

    // Digits and letters by their number; a sentence by its length, to a power of two.
    private static string ShapeOf(string cell)
    {
        if (IsText(cell, out var text))
        {
            return text + int.Log2(cell.Length);
        }

        return string.Create(cell.Length, cell, static (shape, source) =>
        {
            for (var index = 0; index < shape.Length; index++)
            {
                shape[index] = ClassOf(source[index]);
            }
        });
    }

    // The same with runs drawn together: "9:9".
    private static string OutlineOf(string cell)
    {
        if (IsText(cell, out var text))
        {
            return text;
        }

        Span<char> outline = stackalloc char[LongestShape];
        var length = 0;
        foreach (var c in cell)
        {
            var kind = ClassOf(c);
            if (length == 0 || outline[length - 1] != kind)
            {
                outline[length++] = kind;
            }
        }

        return outline[..length].ToString();
    }

    private static bool IsText(string cell, out string text)
    {
        text = cell.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? "url" : "text";
        return text == "url" || cell.Length > LongestShape || cell.Contains(' ');
    }

    private static char ClassOf(char c) => char.IsDigit(c) ? '9' : char.IsUpper(c) ? 'A' : char.IsLetter(c) ? 'a' : c;
}
