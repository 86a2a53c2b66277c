using LeadStudio.Core.Access;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Import.Csv;

namespace LeadStudio.Core.Leads.Import;

/// <summary>Imports of files: upload, look, start, follow. No lead is stored before the start.</summary>
public interface IImports
{
    /// <summary>Stores a file in the data folder.</summary>
    /// <param name="content">The file.</param>
    /// <param name="fileName">Its name on the user's machine; only shown, never used as a path.</param>
    /// <param name="by">Who uploads it.</param>
    /// <param name="cancellationToken">Stops the upload; nothing of it remains.</param>
    /// <returns>The import; <see cref="FileTooLarge"/>, or <see cref="FileIsNoCsv"/> with a sentence that helps.</returns>
    Task<Result<ImportJob>> UploadAsync(Stream content, string fileName, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Looks at an uploaded file.</summary>
    /// <param name="id">The import.</param>
    /// <param name="dialect">How to read the file, where the detection was wrong; it is remembered.</param>
    /// <param name="about">What its rows are about; null to guess it.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>What the file seems to hold; <see cref="ImportNotFound"/>, <see cref="ImportNotReady"/> or <see cref="FileIsNoCsv"/>.</returns>
    Task<Result<ImportAnalysis>> AnalyzeAsync(
        long id, CsvDialect? dialect = null, ImportSubject? about = null, CancellationToken cancellationToken = default);

    /// <summary>Adds the new fields of the mapping and queues the import.</summary>
    /// <param name="id">The import.</param>
    /// <param name="mapping">What the columns mean.</param>
    /// <param name="cancellationToken">Stops before the start.</param>
    /// <returns>The import; <see cref="ImportNotFound"/>, <see cref="ImportNotReady"/> or <see cref="MappingRefused"/>.</returns>
    Task<Result<ImportJob>> StartAsync(long id, ImportMapping mapping, CancellationToken cancellationToken = default);

    /// <summary>Goes on with an import that was stopped or failed, behind the rows that are done.</summary>
    /// <param name="id">The import.</param>
    /// <param name="cancellationToken">Stops before the start.</param>
    /// <returns>The import; <see cref="ImportNotFound"/> or <see cref="ImportNotReady"/>.</returns>
    Task<Result<ImportJob>> ResumeAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Stops an import; what was imported stays.</summary>
    /// <param name="id">The import.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The import as it stands, or <see cref="ImportNotFound"/>.</returns>
    Task<Result<ImportJob>> CancelAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Reads one import.</summary>
    /// <param name="id">The import.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The import, or <see cref="ImportNotFound"/>.</returns>
    Task<Result<ImportJob>> GetAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Lists the imports, newest first.</summary>
    /// <param name="olderThan">The import behind which to go on; null for the newest.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The imports.</returns>
    Task<IReadOnlyList<ImportJob>> ListAsync(long? olderThan = null, int count = 50, CancellationToken cancellationToken = default);

    /// <summary>Counts the refused rows by the kind of reason.</summary>
    /// <param name="id">The import.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The reasons, most frequent first.</returns>
    Task<IReadOnlyList<RejectReason>> RejectReasonsAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Writes the refused rows in the dialect of the file, with the reason in a column of its own, ready to be corrected and imported again.</summary>
    /// <param name="id">The import.</param>
    /// <param name="target">Where to write.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    /// <returns>How many rows were written, or <see cref="ImportNotFound"/>.</returns>
    Task<Result<long>> RejectsCsvAsync(long id, Stream target, CancellationToken cancellationToken = default);
}

/// <summary>How often rows were refused for one kind of reason.</summary>
/// <param name="Code">The kind of reason.</param>
/// <param name="Count">How many rows.</param>
/// <param name="Example">The reason of the first of them, as a sentence.</param>
/// <param name="Line">Its line in the file, from 1.</param>
public sealed record RejectReason(string Code, long Count, string Example, long Line);
