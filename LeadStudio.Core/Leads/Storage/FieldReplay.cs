using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>Lets leads follow changes of fields, slice by slice. A crash loses at most the slice that was not committed.</summary>
internal sealed class FieldReplay(IDatabase database, EfFieldCatalog fields, FieldSlice slices, IWorkQueue queue, IEventBus bus, TimeProvider time)
{
    public const string Queue = "fields";

    // How many leads are written in one transaction: other writers wait for it.
    private const int Slice = 2_000;

    /// <summary>Does one slice of the oldest change.</summary>
    /// <param name="cancellationToken">Stops between two slices.</param>
    /// <returns>Whether there was anything to do; if so, there may be more.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var change = await database.ReadAsync(
            db => db.Set<FieldChange>().Where(row => row.DoneAt == null).OrderBy(row => row.Id).FirstOrDefaultAsync(cancellationToken), cancellationToken);
        if (change is null)
        {
            return false;
        }

        var catalog = await fields.GetAsync(cancellationToken);
        var field = catalog.RootOf(catalog[change.FieldId]);
        var result = await database.WriteAsync(db => WriteAsync(db, catalog, field, change.Id, cancellationToken), cancellationToken);
        if (result is null)
        {
            return true; // another change took its place
        }

        if (result.MissingOptions.Count > 0)
        {
            await fields.AddOptionsAsync(field, result.MissingOptions, cancellationToken); // the slice is then done again, with them
            return true;
        }

        if (result.IsLast)
        {
            await ReleaseAsync(change.Id, field, cancellationToken);
        }

        if (result.Changed > 0)
        {
            queue.Wake(LeadQueues.Score);
            bus.Publish(new LeadsChanged(0, [], result.From, result.To));
        }

        bus.Publish(new FieldsChanged());
        return true;
    }

    /// <summary>Does all that waits, and returns.</summary>
    internal async Task DrainAsync(CancellationToken cancellationToken = default)
    {
        while (await RunAsync(cancellationToken))
        {
        }
    }

    private async Task<SliceResult?> WriteAsync(LeadStudioDbContext db, FieldCatalog catalog, Field field, long id, CancellationToken cancellationToken)
    {
        await WriterLocks.TakeAsync(db, [WriterLocks.Leads], cancellationToken);

        var change = await db.Set<FieldChange>().AsTracking().SingleAsync(row => row.Id == id, cancellationToken);
        if (change.DoneAt is not null)
        {
            return null;
        }

        // Not the last lead of the moment of the change: a record may have waited for its turn behind it.
        var last = await db.Sql("select coalesce(max(id), 0) from leads").NumberAsync(cancellationToken);
        var (from, to) = (change.NextLead, Math.Min(change.NextLead + Slice - 1, last));
        var outcome = from <= to ? await slices.WriteAsync(db, catalog, field, from, to, cancellationToken) : new SliceOutcome(0, []);
        if (outcome.MissingOptions.Count == 0)
        {
            (change.NextLead, change.LastLead, change.Changed) = (to + 1, last, change.Changed + outcome.Changed);
            if (outcome.Changed > 0)
            {
                await queue.AddAsync(db, LeadQueues.Score, from, to);
            }
        }

        return new(from, to, outcome.Changed, outcome.MissingOptions, IsLast: to >= last);
    }

    // The columns of those that went are empty now, and free for other fields.
    private async Task ReleaseAsync(long id, Field field, CancellationToken cancellationToken)
    {
        var now = UtcMicroseconds.From(time.GetUtcNow());
        await fields.ChangeAsync(
            async db =>
            {
                var done = await db.Set<FieldChange>().Where(row => row.Id == id && row.DoneAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.DoneAt, now), cancellationToken);
                var all = await db.Set<Field>().ToListAsync(cancellationToken);
                foreach (var former in done == 0 ? [] : new FieldCatalog(0, all, []).FormerOf(field).Where(former => former.Column.Length > 0))
                {
                    former.Column = "";
                }

                return true;
            },
            cancellationToken);
    }

    private sealed record SliceResult(long From, long To, long Changed, IReadOnlyCollection<string> MissingOptions, bool IsLast);
}
