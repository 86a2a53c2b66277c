using LeadStudio.Core.Access;
using LeadStudio.Core.Common;

namespace LeadStudio.Core.Leads.Import;

/// <summary>Takes imports back, as if they had never been.</summary>
/// <remarks>
/// A lead that only the import knows vanishes. Every other one loses what the import said of it: its values fall back to the next best
/// observation, and it is scored again. Fields and options that the import added stay. The same holds for the companies of a file of companies.
/// </remarks>
public interface IImportUndo
{
    /// <summary>Counts what taking an import back would do.</summary>
    /// <param name="id">The import.</param>
    /// <param name="cancellationToken">Stops the count.</param>
    /// <returns>The counts; <see cref="ImportNotFound"/>, or <see cref="ImportNotReady"/> with what stands in the way.</returns>
    Task<Result<UndoCounts>> CountAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Begins to take an import back, in the background.</summary>
    /// <param name="id">The import.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Stops before the start.</param>
    /// <returns>The import as it stands; <see cref="ImportNotFound"/>, or <see cref="ImportNotReady"/> with what stands in the way.</returns>
    Task<Result<ImportJob>> StartAsync(long id, Actor by, CancellationToken cancellationToken = default);
}

/// <summary>What taking an import back does.</summary>
/// <param name="Removed">How many leads, or companies, vanish: nobody but the import knows them.</param>
/// <param name="Kept">How many stay, without what the import said of them.</param>
public sealed record UndoCounts(long Removed, long Kept);
