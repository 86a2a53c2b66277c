using System.Text;

namespace LeadStudio.Core.Leads.Import.Csv;

/// <summary>One way of cutting a sample into rows and cells, with a figure for how sensible the result is.</summary>
internal sealed class CsvCandidate
{
    private const int RowsJudged = 300;

    private CsvCandidate(CsvDialect dialect, List<string[]> rows, List<long> lines)
    {
        (Dialect, Rows, Lines) = (dialect, rows, lines);
        CutNextTable();
        var widths = rows.GroupBy(row => row.Length).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).ToList();
        Columns = widths.Count == 0 ? 0 : widths[0].Key;
        Share = widths.Count == 0 ? 0 : (double)widths[0].Count() / rows.Count;
        Score = Columns < 2 ? 0 : Share * Share * KindScore() * (Columns - 1) / Columns;
    }

    public CsvDialect Dialect { get; }

    /// <summary>Gets the rows of the sample, blank ones left out.</summary>
    public List<string[]> Rows { get; }

    /// <summary>Gets the physical line on which each row begins.</summary>
    public List<long> Lines { get; }

    /// <summary>Gets the most frequent number of cells.</summary>
    public int Columns { get; }

    /// <summary>Gets the share of rows with that many cells, 0 to 1.</summary>
    public double Share { get; }

    /// <summary>Gets how sensible the result is, 0 to 1.</summary>
    public double Score { get; }

    /// <summary>Cuts a sample.</summary>
    /// <param name="text">The sample as UTF-16, without a cut row at its end.</param>
    /// <param name="dialect">How to cut it.</param>
    public static CsvCandidate Cut(byte[] text, CsvDialect dialect)
    {
        var rows = new List<string[]>();
        var lines = new List<long>();
        var reader = CsvReader.Open(new MemoryStream(text), dialect with { Encoding = CsvEncodings.Utf16Name, HeaderRows = 0, PreambleLines = 0 });
        while (rows.Count < RowsJudged * 4 && reader.Read())
        {
            rows.Add(reader.Cells());
            lines.Add(reader.LineNumber);
        }

        return new CsvCandidate(dialect, rows, lines);
    }

    /// <summary>Gets the share of the cells behind a separator that begin with a space.</summary>
    public double ShareOfSpaces()
    {
        var (spaces, cells) = (0, 0);
        foreach (var cell in Rows.SelectMany(row => row.Skip(1)))
        {
            spaces += cell.StartsWith(' ') ? 1 : 0;
            cells += cell.Length > 0 ? 1 : 0;
        }

        return cells == 0 ? 0 : (double)spaces / cells;
    }

    /// <summary>Gives a text as UTF-16 bytes.</summary>
    public static byte[] Bytes(ReadOnlySpan<char> text)
    {
        var bytes = new byte[text.Length * 2];
        Encoding.Unicode.GetBytes(text, bytes);
        return bytes;
    }

    /// <summary>Says whether every other column is empty, as where separators are two characters long.</summary>
    public bool HasGapsBetween() => Columns > 2 && Columns % 2 == 1 && Rows[0].Length == Columns
        && Rows[0].Index().All(cell => string.IsNullOrEmpty(cell.Item) == (cell.Index % 2 == 1))
        && Rows.Count(row => row.Length == Columns && row.Index().All(cell => cell.Index % 2 == 0 || cell.Item.Length == 0)) > Rows.Count * 0.9;

    // A second table of other columns says nothing of the first.
    private void CutNextTable()
    {
        var end = CsvNextTable.Find(Rows);
        if (end < Rows.Count && Rows[end].Length != Rows[end - 1].Length)
        {
            Rows.RemoveRange(end, Rows.Count - end);
            Lines.RemoveRange(end, Lines.Count - end);
        }
    }

    private double KindScore()
    {
        var (sum, cells) = (0.0, 0);
        foreach (var cell in Rows.Where(row => row.Length == Columns).Take(RowsJudged).SelectMany(row => row))
        {
            cells++;
            sum += CsvCellKinds.Of(cell) switch
            {
                CsvCellKind.Odd => 0.05,
                CsvCellKind.Empty => 0.7,
                CsvCellKind.Words => 0.8,
                CsvCellKind.Code => 0.9,
                CsvCellKind.Number or CsvCellKind.DateOrTime or CsvCellKind.Email or CsvCellKind.Url => 1,
                var other => throw new InvalidOperationException($"Unknown kind of cell {other}."),
            };
        }

        return cells == 0 ? 0 : sum / cells;
    }
}
