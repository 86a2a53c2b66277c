namespace LeadStudio.Core.Leads.Import.Csv;

/// <summary>What is wrong with the form of a row, so that its cells may stand in the wrong columns.</summary>
public enum CsvDamage
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The row has cells beyond the last column, and they are not empty.</summary>
    TooManyCells,

    /// <summary>A quote opens a cell and nothing closes it; it is read as text, and the row ends at the end of its line.</summary>
    UnclosedQuote,

    /// <summary>The row is longer than <see cref="CsvReader.LongestRow"/>; only its beginning is given.</summary>
    TooLong,
}
