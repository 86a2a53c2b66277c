namespace LeadStudio.Core.Leads.Import.Csv;

/// <summary>What is wrong with the form of a row, so that its cells may stand in the wrong columns.</summary>
public enum CsvDamage
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The row has cells beyond the last column, and they are not empty.</summary>
    TooManyCells,

    /// <summary>The row lacks cells that the other rows have, and it is unclear which: they may stand in the wrong columns. Notes below a table are such rows.</summary>
    TooFewCells,

    /// <summary>The row belongs to a second table in the same file, whose columns are others.</summary>
    OtherTable,

    /// <summary>A quote opens a cell and nothing closes it; it is read as text, and the row ends at the end of its line.</summary>
    UnclosedQuote,

    /// <summary>The row is longer than <see cref="CsvReader.LongestRow"/>; only its beginning is given.</summary>
    TooLong,
}
