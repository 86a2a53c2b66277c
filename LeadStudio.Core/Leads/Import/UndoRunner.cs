using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import.Companies;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Leads.Import;

/// <summary>Takes imports back, piece by piece. A crash loses at most the piece that was not committed.</summary>
internal sealed class UndoRunner(
    IDatabase database,
    IFieldCatalog fields,
    ImportedLeads leads,
    UndoPiece piece,
    CompanyImportUndo companies,
    IWorkQueue queue,
    IEventBus bus,
    TimeProvider time)
{
    public const string Queue = "import-undo";

    // How many leads are written in one transaction: other writers wait for it.
    private const int PieceSize = 4_000;
    private const int CompaniesPerPiece = 5_000;
    private static readonly TimeSpan s_betweenNews = TimeSpan.FromMilliseconds(250);
    private long _lastNews;

    /// <summary>Does one piece of the import that is to be taken back first.</summary>
    /// <param name="cancellationToken">Stops between two pieces.</param>
    /// <returns>Whether there was anything to do; if so, there may be more.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var job = await database.ReadAsync(
            db => db.Set<ImportJob>().Where(row => row.Status == ImportStatus.TakingBack).OrderBy(row => row.UndoAt).ThenBy(row => row.Id).FirstOrDefaultAsync(cancellationToken),
            cancellationToken);
        if (job is null)
        {
            return false;
        }

        if (job.UndoNext == 0)
        {
            await CountAsync(job, cancellationToken);
        }
        else if (job.ReadMapping().About == ImportSubject.Companies)
        {
            await TakeCompaniesBackAsync(job, cancellationToken);
        }
        else if (await NextAsync(job, cancellationToken) is { } range)
        {
            await WriteAsync(job, range.From, range.To, cancellationToken);
        }
        else if (!await RemoveCompaniesAsync(job, cancellationToken))
        {
            await FinishAsync(job, cancellationToken);
        }

        return true;
    }

    /// <summary>Does all that waits, and returns.</summary>
    internal async Task DrainAsync(CancellationToken cancellationToken = default)
    {
        while (await RunAsync(cancellationToken))
        {
        }
    }

    private async Task CountAsync(ImportJob job, CancellationToken cancellationToken)
    {
        var counts = job.ReadMapping().About == ImportSubject.Companies
            ? await companies.CountAsync(job.Id, cancellationToken)
            : await leads.CountAsync(job.Id, cancellationToken);
        await BulkMode.SetAsync(database, isOn: true, cancellationToken);
        await UpdateAsync(
            job.Id,
            rows => rows.ExecuteUpdateAsync(
                row => row.SetProperty(import => import.UndoTotal, counts.Removed + counts.Kept).SetProperty(import => import.UndoNext, 1L), cancellationToken),
            cancellationToken);
    }

    private async Task TakeCompaniesBackAsync(ImportJob job, CancellationToken cancellationToken)
    {
        if (await companies.WritePieceAsync(job, cancellationToken))
        {
            Tell(job.Id);
        }
        else
        {
            await FinishAsync(job, cancellationToken);
        }
    }

    // The next range of ids with about as many leads of the import as a piece may have; looking for it stops no writer.
    private async Task<(long From, long To)?> NextAsync(ImportJob job, CancellationToken cancellationToken)
    {
        var last = await leads.LastAsync(cancellationToken);
        var width = PieceSize;
        for (var from = job.UndoNext; from <= last; (from, width) = (from + width, Math.Min(2 * width, ImportedLeads.Window)))
        {
            var (first, end) = (from, Math.Min(from + width - 1, last));
            var found = await database.ReadAsync(db => leads.ReadAsync(db, job.Id, first, end, cancellationToken), cancellationToken);
            if (found.Count > 0)
            {
                return (found[0].Id, found.Count > PieceSize ? found[PieceSize - 1].Id : found[^1].Id);
            }
        }

        return null;
    }

    private async Task WriteAsync(ImportJob job, long from, long to, CancellationToken cancellationToken)
    {
        var catalog = await fields.GetAsync(cancellationToken);
        var counts = await database.WriteAsync(
            async db =>
            {
                await WriterLocks.TakeAsync(db, [WriterLocks.Leads, WriterLocks.Standings], cancellationToken);

                var isOurs = await db.Sql(
                    "update imports set undo_next = @next where id = @id and undo_next = @before and status = 'TakingBack'",
                    ("next", to + 1),
                    ("id", job.Id),
                    ("before", job.UndoNext)).RunAsync(cancellationToken) == 1;
                if (!isOurs)
                {
                    return null;
                }

                var done = await piece.WriteAsync(db, catalog, job.Id, from, to, cancellationToken);
                await db.Sql(
                    "update imports set removed = removed + @removed, kept = kept + @kept where id = @id",
                    ("removed", done.Removed),
                    ("kept", done.Kept),
                    ("id", job.Id)).RunAsync(cancellationToken);
                return done;
            },
            cancellationToken);
        if (counts is not null)
        {
            queue.Wake(LeadQueues.Score);
            bus.Publish(new LeadsChanged(0, [], from, to));
            Tell(job.Id);
        }
    }

    // Last, since a company may have leads in several pieces. What another import that is gone had made goes too.
    private async Task<bool> RemoveCompaniesAsync(ImportJob job, CancellationToken cancellationToken) =>
        await database.WriteAsync(
            async db =>
            {
                await WriterLocks.TakeAsync(db, [WriterLocks.Leads], cancellationToken);

                return await db.Sql(
                    """
                    delete from companies where id in (
                        select c.id from companies c join imports i on i.id = c.import_id
                        where (i.id = @import or i.status = 'TakenBack') and c.merged_into is null
                            and not exists (select 1 from leads l where l.company_id = c.id)
                            and not exists (select 1 from company_observations o where o.company_id = c.id)
                            and not exists (select 1 from companies m where m.merged_into = c.id)
                        limit @count)
                    """,
                    ("import", job.Id),
                    ("count", CompaniesPerPiece)).RunAsync(cancellationToken);
            },
            cancellationToken) > 0;

    private async Task FinishAsync(ImportJob job, CancellationToken cancellationToken)
    {
        await BulkMode.SetAsync(database, isOn: false, cancellationToken);
        var now = UtcMicroseconds.From(time.GetUtcNow());
        await UpdateAsync(
            job.Id,
            rows => rows.ExecuteUpdateAsync(
                row => row.SetProperty(import => import.Status, ImportStatus.TakenBack).SetProperty(import => import.UndoEndedAt, now), cancellationToken),
            cancellationToken);
        bus.Publish(new CompaniesChanged());
        bus.Publish(new ImportProgressed(job.Id, ImportStatus.TakenBack));
    }

    private Task<int> UpdateAsync(long id, Func<IQueryable<ImportJob>, Task<int>> update, CancellationToken cancellationToken) =>
        database.WriteAsync(db => update(db.Set<ImportJob>().Where(row => row.Id == id && row.Status == ImportStatus.TakingBack)), cancellationToken);

    private void Tell(long id)
    {
        if (_lastNews == 0 || time.GetElapsedTime(_lastNews) >= s_betweenNews)
        {
            _lastNews = time.GetTimestamp();
            bus.Publish(new ImportProgressed(id, ImportStatus.TakingBack));
        }
    }
}
