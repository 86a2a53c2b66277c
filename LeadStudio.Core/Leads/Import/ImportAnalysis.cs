using LeadStudio.Core.Leads.Import.Csv;

namespace LeadStudio.Core.Leads.Import;

/// <summary>What an uploaded file seems to hold.</summary>
/// <param name="Dialect">How it is written.</param>
/// <param name="Rows">Its first rows as they will be read, one cell per column.</param>
/// <param name="Columns">What each column seems to mean.</param>
/// <param name="SourceName">The system that it seems to come from.</param>
/// <param name="RowsSeen">How many rows were looked at.</param>
/// <param name="IsWhole">Whether these are all rows of the file.</param>
/// <param name="Hint">What the user should look at before going on; null where all is well.</param>
public sealed record ImportAnalysis(
    CsvDialect Dialect,
    IReadOnlyList<string[]> Rows,
    IReadOnlyList<ColumnGuess> Columns,
    string SourceName,
    long RowsSeen,
    bool IsWhole,
    string? Hint)
{
    /// <summary>Gets the mapping that the guesses add up to.</summary>
    public ImportMapping Mapping => new() { SourceName = SourceName, Columns = [.. Columns.Select(column => column.Mapping)] };
}

/// <summary>What a column seems to mean.</summary>
/// <param name="Mapping">The meaning.</param>
/// <param name="Confidence">How sure that is, 0 to 1.</param>
/// <param name="Samples">Up to three different values.</param>
/// <param name="Filled">The share of the rows looked at that have a value, 0 to 1.</param>
public sealed record ColumnGuess(ColumnMapping Mapping, double Confidence, IReadOnlyList<string> Samples, double Filled);
