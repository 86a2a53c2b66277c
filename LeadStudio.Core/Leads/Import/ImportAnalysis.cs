using LeadStudio.Core.Leads.Import.Csv;
using LeadStudio.Core.Leads.Import.Values;

namespace LeadStudio.Core.Leads.Import;

/// <summary>What an uploaded file seems to hold.</summary>
/// <param name="Dialect">How it is written.</param>
/// <param name="Rows">Its first rows as they will be read, one cell per column.</param>
/// <param name="Columns">What each column seems to mean.</param>
/// <param name="SourceName">The system that it seems to come from.</param>
/// <param name="RowsSeen">How many rows were looked at.</param>
/// <param name="IsWhole">Whether these are all rows of the file.</param>
/// <param name="Hint">What the user should look at before going on; null where all is well.</param>
/// <param name="About">What its rows seem to be about.</param>
/// <param name="Remembered">What the columns meant in an earlier import of such a file; null where there was none.</param>
public sealed record ImportAnalysis(
    CsvDialect Dialect,
    IReadOnlyList<string[]> Rows,
    IReadOnlyList<ColumnGuess> Columns,
    string SourceName,
    long RowsSeen,
    bool IsWhole,
    string? Hint,
    ImportSubject About = ImportSubject.People,
    RememberedMapping? Remembered = null)
{
    /// <summary>Gets the mapping to begin with: the remembered one, else what the guesses add up to.</summary>
    public ImportMapping Mapping => Remembered?.Mapping ?? Guessed;

    /// <summary>Gets the mapping that the guesses add up to.</summary>
    public ImportMapping Guessed => new() { About = About, SourceName = SourceName, Columns = [.. Columns.Select(column => column.Mapping)] };
}

/// <summary>What the columns of a file meant when such a file was imported before.</summary>
/// <param name="ImportId">That import.</param>
/// <param name="FileName">The name of its file.</param>
/// <param name="At">When it was started, in UTC microseconds.</param>
/// <param name="Mapping">Its mapping, with guesses for the columns that it had not.</param>
/// <param name="Columns">The names of the columns that it had.</param>
public sealed record RememberedMapping(long ImportId, string FileName, long At, ImportMapping Mapping, IReadOnlySet<string> Columns);

/// <summary>What a column seems to mean.</summary>
/// <param name="Mapping">The meaning.</param>
/// <param name="Confidence">How sure that is, 0 to 1.</param>
/// <param name="Samples">Up to three different values.</param>
/// <param name="Filled">The share of the rows looked at that have a value, 0 to 1.</param>
/// <param name="DateOrders">What its values say of the order of their dates.</param>
public sealed record ColumnGuess(
    ColumnMapping Mapping, double Confidence, IReadOnlyList<string> Samples, double Filled, DateOrderEvidence DateOrders = DateOrderEvidence.NotNeeded);
