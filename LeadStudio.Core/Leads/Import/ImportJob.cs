using System.Text.Json;
using LeadStudio.Core.Leads.Import.Csv;

namespace LeadStudio.Core.Leads.Import;

/// <summary>One import of a file, from the upload to its result.</summary>
public sealed class ImportJob
{
    /// <summary>Gets the identity.</summary>
    public long Id { get; init; }

    /// <summary>Gets the name that the file had on the user's machine.</summary>
    public required string FileName { get; init; }

    /// <summary>Gets the upload's name in the data folder.</summary>
    public required string StoredName { get; init; }

    /// <summary>Gets the size in bytes.</summary>
    public long Size { get; init; }

    /// <summary>Gets or sets the state.</summary>
    public ImportStatus Status { get; set; }

    /// <summary>Gets or sets how the file is to be read, as JSON.</summary>
    public string? Dialect { get; set; }

    /// <summary>Gets or sets what its columns mean, as JSON.</summary>
    public string? Mapping { get; set; }

    /// <summary>Gets or sets the source of its observations.</summary>
    public int SourceId { get; set; }

    /// <summary>Gets who started it.</summary>
    public required string By { get; init; }

    /// <summary>Gets or sets how many rows are done; a crash resumes behind them.</summary>
    public long Rows { get; set; }

    /// <summary>Gets or sets how many bytes of the file are done, for the progress.</summary>
    public long Bytes { get; set; }

    /// <summary>Gets or sets how many leads were made.</summary>
    public long Created { get; set; }

    /// <summary>Gets or sets how many rows changed a lead.</summary>
    public long Updated { get; set; }

    /// <summary>Gets or sets how many rows said nothing new.</summary>
    public long Unchanged { get; set; }

    /// <summary>Gets or sets how many rows were refused.</summary>
    public long Rejected { get; set; }

    /// <summary>Gets when the file was uploaded, in UTC microseconds.</summary>
    public long UploadedAt { get; init; }

    /// <summary>Gets or sets when it was started, in UTC microseconds.</summary>
    public long? StartedAt { get; set; }

    /// <summary>Gets or sets when it ended, in UTC microseconds.</summary>
    public long? FinishedAt { get; set; }

    /// <summary>Gets or sets why it failed, as a sentence.</summary>
    public string? Error { get; set; }

    /// <summary>Gets or sets who took it back; null where nobody did.</summary>
    public string? UndoBy { get; set; }

    /// <summary>Gets or sets when they did, in UTC microseconds.</summary>
    public long? UndoAt { get; set; }

    /// <summary>Gets or sets when all of it was taken back, in UTC microseconds.</summary>
    public long? UndoEndedAt { get; set; }

    /// <summary>Gets or sets how many leads there were to take it back from, for the progress.</summary>
    public long UndoTotal { get; set; }

    /// <summary>Gets or sets from which lead on it is still to be taken back; a crash resumes there.</summary>
    public long UndoNext { get; set; }

    /// <summary>Gets or sets how many leads vanished when it was taken back.</summary>
    public long Removed { get; set; }

    /// <summary>Gets or sets how many leads stayed when it was taken back, without what it said of them.</summary>
    public long Kept { get; set; }

    /// <summary>Reads <see cref="Dialect"/>.</summary>
    /// <returns>How the file is to be read.</returns>
    public CsvDialect ReadDialect() => Dialect is null ? new() : JsonSerializer.Deserialize<CsvDialect>(Dialect) ?? new();

    /// <summary>Names the file with the rows that were refused.</summary>
    public string RejectsFileName() => $"{Path.GetFileNameWithoutExtension(FileName)} rejected.csv";

    /// <summary>Reads <see cref="Mapping"/>.</summary>
    /// <returns>What the columns mean; no columns before the start.</returns>
    public ImportMapping ReadMapping() => Mapping is null ? new() { Columns = [] } : ImportMapping.FromJson(Mapping);
}

/// <summary>The states of an import.</summary>
public enum ImportStatus
{
    /// <summary>The file is there; nobody started the import yet.</summary>
    Uploaded,

    /// <summary>It waits for its turn.</summary>
    Queued,

    /// <summary>Rows are being read.</summary>
    Running,

    /// <summary>All rows were read.</summary>
    Finished,

    /// <summary>A person stopped it; what was imported stays.</summary>
    Cancelled,

    /// <summary>It could not go on.</summary>
    Failed,

    /// <summary>Leads are losing what it said.</summary>
    TakingBack,

    /// <summary>Nothing of it counts any more.</summary>
    TakenBack,
}

/// <summary>A row that was refused.</summary>
public sealed class ImportReject
{
    /// <summary>Gets the import.</summary>
    public long ImportId { get; init; }

    /// <summary>Gets the line in the file at which the row starts, from 1.</summary>
    public long Line { get; init; }

    /// <summary>Gets why, as a sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>Gets the kind of reason, to count by.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the row's cells, as a JSON array of texts.</summary>
    public required string Cells { get; init; }
}
