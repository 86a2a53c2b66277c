using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Audit;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Import.Companies;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Leads.Import;

internal sealed class ImportUndo(IDatabase database, IImports imports, ImportedLeads leads, CompanyImportUndo companies, IWorkQueue queue, IEventBus bus, TimeProvider time) : IImportUndo
{
    public async Task<Result<UndoCounts>> CountAsync(long id, CancellationToken cancellationToken = default)
    {
        var found = await FindAsync(id, cancellationToken);
        return !found.IsSuccess ? found.Error
            : found.Value.ReadMapping().About == ImportSubject.Companies ? await companies.CountAsync(id, cancellationToken)
            : await leads.CountAsync(id, cancellationToken);
    }

    public async Task<Result<ImportJob>> StartAsync(long id, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        var found = await FindAsync(id, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var now = UtcMicroseconds.From(time.GetUtcNow());
        var started = await database.WriteAsync(
            async db =>
            {
                new Deed(by, "import.taken-back", FormattableString.Invariant($"{id}"), found.Value.FileName).AddTo(db, now);
                return await db.Set<ImportJob>()
                    .Where(job => job.Id == id && job.StartedAt != null
                        && (job.Status == ImportStatus.Finished || job.Status == ImportStatus.Cancelled || job.Status == ImportStatus.Failed))
                    .ExecuteUpdateAsync(
                        job => job
                            .SetProperty(row => row.Status, ImportStatus.TakingBack)
                            .SetProperty(row => row.UndoBy, by.Name)
                            .SetProperty(row => row.UndoAt, now),
                        cancellationToken);
            },
            cancellationToken);
        if (started == 0)
        {
            return (await FindAsync(id, cancellationToken)).Error ?? new ImportNotReady("The import was changed in this moment. Try again.");
        }

        queue.Wake(UndoRunner.Queue);
        bus.Publish(new ImportProgressed(id, ImportStatus.TakingBack));
        return await imports.GetAsync(id, cancellationToken);
    }

    private async Task<Result<ImportJob>> FindAsync(long id, CancellationToken cancellationToken)
    {
        var found = await imports.GetAsync(id, cancellationToken);
        return found.Value is { } job && Obstacle(job) is { } obstacle ? new ImportNotReady(obstacle) : found;
    }

    private static string? Obstacle(ImportJob job) => job.Status switch
    {
        ImportStatus.Uploaded => "This import was not started, so there is nothing to take back.",
        ImportStatus.Queued or ImportStatus.Running => "This import is running. Cancel it first, then take it back.",
        ImportStatus.Finished or ImportStatus.Failed => null,
        ImportStatus.Cancelled => job.StartedAt is null ? "This import was not started, so there is nothing to take back." : null,
        ImportStatus.TakingBack => $"This import is being taken back already, by {job.UndoBy}.",
        ImportStatus.TakenBack => $"This import was taken back already, by {job.UndoBy}. To have its leads again, import the file once more.",
        _ => throw new ArgumentOutOfRangeException(nameof(job), job.Status, "Unknown state of an import."),
    };
}
