using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Journal;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace LeadStudio.Core.Leads.Import;

/// <summary>Runs the imports that are queued, one after the other. One that a crash cut off goes on behind its last chunk.</summary>
/// <param name="database">Where the jobs are.</param>
/// <param name="files">The uploads.</param>
/// <param name="work">Runs one import.</param>
/// <param name="queue">Wakes the runner.</param>
/// <param name="journal">Keeps which imports ended.</param>
/// <param name="bus">Tells how it goes.</param>
/// <param name="limits">When an upload is old.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where failures go.</param>
internal sealed class ImportRunner(
    IDatabase database,
    ImportFiles files,
    ImportWork work,
    IWorkQueue queue,
    LeadJournal journal,
    IEventBus bus,
    ImportLimits limits,
    TimeProvider time,
    ILogger<ImportRunner> logger) : IImportRunner
{
    public const string Queue = "import";

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await RemoveOldAsync(cancellationToken);
            while (await NextAsync(cancellationToken) is { } job)
            {
                await RunOneAsync(job, cancellationToken);
            }

            await queue.WaitAsync(Queue, s_patience, cancellationToken);
        }
    }

    /// <summary>Runs the imports that wait, and returns.</summary>
    internal async Task DrainAsync(CancellationToken cancellationToken)
    {
        while (await NextAsync(cancellationToken) is { } job)
        {
            await RunOneAsync(job, cancellationToken);
        }
    }

    /// <summary>Deletes what was uploaded but not started in time, and files that no import needs any more.</summary>
    internal async Task RemoveOldAsync(CancellationToken cancellationToken)
    {
        var limit = time.GetUtcNow() - limits.Patience;
        var oldest = UtcMicroseconds.From(limit);
        await database.WriteAsync(
            db => db.Set<ImportJob>()
                .Where(job => job.UploadedAt < oldest && job.StartedAt == null && (job.Status == ImportStatus.Uploaded || job.Status == ImportStatus.Cancelled))
                .ExecuteDeleteAsync(cancellationToken),
            cancellationToken);
        var needed = await database.ReadAsync(
            db => db.Set<ImportJob>()
                .Where(job => job.Status == ImportStatus.Uploaded || job.Status == ImportStatus.Queued || job.Status == ImportStatus.Running)
                .Select(job => job.StoredName)
                .ToListAsync(cancellationToken),
            cancellationToken);
        foreach (var name in files.OlderThan(limit).Except(needed, StringComparer.Ordinal))
        {
            files.Delete(name);
        }
    }

    private Task<ImportJob?> NextAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            db => db.Set<ImportJob>()
                .Where(job => job.Status == ImportStatus.Queued || job.Status == ImportStatus.Running)
                .OrderBy(job => job.StartedAt).ThenBy(job => job.Id)
                .FirstOrDefaultAsync(cancellationToken),
            cancellationToken);

    private async Task RunOneAsync(ImportJob job, CancellationToken cancellationToken)
    {
        try
        {
            await SetStatusAsync(job.Id, ImportStatus.Running, null, cancellationToken);
            if (await work.RunAsync(job, cancellationToken))
            {
                await SetStatusAsync(job.Id, ImportStatus.Finished, null, cancellationToken);
                files.Delete(job.StoredName);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw; // LeadStudio stops: the import goes on at the next start.
        }
#pragma warning disable CA1031 // An edge: one import's failure must not stop the next one.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            logger.ImportFailed(job.Id, failure);
            var reason = !files.Exists(job.StoredName)
                ? "The uploaded file is no longer there. Upload it again: rows that are known already stay unchanged."
                : "The import could not go on because of a fault in LeadStudio, which is in the log. Rows up to here are imported; continue it, or upload the file again.";
            await SetStatusAsync(job.Id, ImportStatus.Failed, reason, cancellationToken);
        }
    }

    // Not when a person stopped it meanwhile.
    private async Task SetStatusAsync(long id, ImportStatus status, string? error, CancellationToken cancellationToken)
    {
        long? finished = status == ImportStatus.Running ? null : UtcMicroseconds.From(time.GetUtcNow());
        await database.WriteAsync(
            async db =>
            {
                var set = await db.Set<ImportJob>()
                    .Where(job => job.Id == id && (job.Status == ImportStatus.Queued || job.Status == ImportStatus.Running))
                    .ExecuteUpdateAsync(
                        job => job
                            .SetProperty(row => row.Status, status)
                            .SetProperty(row => row.Error, error)
                            .SetProperty(row => row.FinishedAt, finished),
                        cancellationToken);
                if (set == 1 && finished is not null)
                {
                    await journal.AddEndAsync(db, id);
                }

                return set;
            },
            cancellationToken);
        bus.Publish(new ImportProgressed(id, status));
    }
}
