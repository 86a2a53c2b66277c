using LeadStudio.Core.Leads.Import;

namespace LeadStudio.Api.Imports;

/// <summary>An import.</summary>
/// <param name="Id">The import.</param>
/// <param name="FileName">The name of the file.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Rows">The rows of the file that are done.</param>
/// <param name="Created">Leads that were made.</param>
/// <param name="Updated">Leads that changed.</param>
/// <param name="Unchanged">Rows that said nothing new.</param>
/// <param name="Rejected">Rows that were refused.</param>
/// <param name="StartedAt">When it was started.</param>
/// <param name="FinishedAt">When it ended.</param>
/// <param name="Error">Why it failed, and what to do.</param>
internal sealed record ImportJson(
    string Id,
    string FileName,
    string Status,
    long Rows,
    long Created,
    long Updated,
    long Unchanged,
    long Rejected,
    DateTime? StartedAt,
    DateTime? FinishedAt,
    string? Error)
{
    public static ImportJson Of(ImportJob job) => new(
        PlainText.Of(job.Id),
        job.FileName,
        PlainText.Of(job.Status),
        job.Rows,
        job.Created,
        job.Updated,
        job.Unchanged,
        job.Rejected,
        Instant(job.StartedAt),
        Instant(job.FinishedAt),
        job.Error);

    private static DateTime? Instant(long? microseconds) => microseconds is { } at ? ValueJson.Instant(at) : null;
}
