using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Companies;

/// <summary>The one door through which anything becomes known of a company.</summary>
public interface ICompanyRecorder
{
    /// <summary>Records observations as part of a transaction; what the same source said last, word for word, is left out, unless another import says it.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="observations">What was said. The newest wins per field, what persons say over all else.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>Of each, whether it said anything new. Publish <see cref="CompaniesChanged"/> after the commit.</returns>
    Task<IReadOnlyList<bool>> RecordAsync(LeadStudioDbContext db, IReadOnlyList<CompanyObservation> observations, CancellationToken cancellationToken = default);
}

/// <summary>What one source says of one company in one act.</summary>
/// <param name="CompanyId">The company.</param>
/// <param name="Kind">By which way it came in.</param>
/// <param name="SourceId">The source.</param>
/// <param name="LearnedAt">When LeadStudio learned it, in UTC microseconds.</param>
/// <param name="Values">The values by the id of a <see cref="CompanyField"/>; an empty value says that there is none.</param>
/// <param name="By">The person, where a person did it.</param>
/// <param name="TrueAt">When it was true at the source, in UTC microseconds; null where that is unknown.</param>
/// <param name="ImportId">The import that it came with.</param>
/// <param name="Line">The line in the imported file, from 1.</param>
public sealed record CompanyObservation(
    long CompanyId,
    ObservationKind Kind,
    int SourceId,
    long LearnedAt,
    IReadOnlyDictionary<int, FieldValue> Values,
    string? By = null,
    long? TrueAt = null,
    long? ImportId = null,
    long? Line = null);
