using LeadStudio.Core.Leads.Import.Cells;
using LeadStudio.Core.Leads.Import.Csv;
using LeadStudio.Core.Leads.Recording;

namespace LeadStudio.Core.Leads.Import;

/// <summary>Says why a row of a file cannot be taken.</summary>
internal static class RowProblems
{
    private const int LongestShown = 60;

    public static RowProblem BadValue(string column, ReadOnlySpan<char> cell, CellReader reader)
    {
        var shown = cell.Length <= LongestShown ? cell.ToString() : $"{cell[..(LongestShown - 1)]}…";
        return new($"value:{column}", $"{column}: \"{shown}\" is not {reader.ExpectedOf(cell)}.");
    }

    public static RowProblem? Of(CsvDamage damage) => damage switch
    {
        CsvDamage.None => null,
        CsvDamage.TooManyCells => new("cells", "The row has more cells than there are columns, so they may stand in the wrong ones. Put quotes around the cell that holds a separator."),
        CsvDamage.TooFewCells => new("cells", "The row has fewer cells than there are columns, and it is unclear which are missing. Add the separators that are missing."),
        CsvDamage.OtherTable => new("table", "The row belongs to a second table in the file, with other columns. Put that table into a file of its own."),
        CsvDamage.UnclosedQuote => new("quote", "A quote is opened and never closed. Close it, or write it twice."),
        CsvDamage.TooLong => new("long", "The row is longer than a million characters; probably a quote is missing."),
        _ => throw new ArgumentOutOfRangeException(nameof(damage), damage, "Unknown damage."),
    };
}
