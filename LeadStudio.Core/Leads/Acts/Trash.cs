using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LeadStudio.Core.Leads.Acts;

/// <summary>Where deleted leads wait. They are removed for good after some time, and with them what is needed to take other acts back.</summary>
internal sealed class Trash(IDatabase database, IOptions<LeadsOptions> options, TimeProvider time)
{
    // How many leads are removed in one transaction: other writers wait for it.
    private const int PieceSize = 2_000;

    /// <summary>Lists leads that are there.</summary>
    /// <param name="where">Which, as SQL over the trash <c>t</c> and <c>@id</c>.</param>
    /// <param name="id">The value of <c>@id</c>.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public Task<IReadOnlyList<TrashedLead>> ListAsync(string where, long id, int count, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<TrashedLead>>(
            async db => await db.Sql(
                $"""
                select t.lead_id, t.act_id, t.name, a.by, a.at,
                       coalesce((select l.id from leads l where l.email_key = t.email_key), (select l.id from leads l where l.external_key = t.external_key)),
                       (select m.into_id from lead_merges m where m.act_id = t.act_id)
                from trash t join acts a on a.id = t.act_id where {where} order by t.lead_id limit {count}
                """,
                ("id", id)).ListAsync(
                reader => new TrashedLead(reader.GetInt64(0), reader.GetInt64(1), reader.GetString(2), reader.GetString(3), reader.GetInt64(4), reader.LongOrNull(5), reader.LongOrNull(6)),
                cancellationToken),
            cancellationToken);

    /// <summary>Removes for good some of what has been there too long.</summary>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>Whether there was anything; if so, there may be more.</returns>
    public async Task<bool> EmptyAsync(CancellationToken cancellationToken)
    {
        var now = UtcMicroseconds.From(time.GetUtcNow());
        var until = now - (options.Value.TrashDays * UtcMicroseconds.PerDay);
        var old = database.ReadAsync(
            db => db.Set<LeadAct>().Where(act => act.EmptiedAt == null && act.At < until && act.State != ActState.Running && act.State != ActState.TakingBack)
                .OrderBy(act => act.Id).FirstOrDefaultAsync(cancellationToken),
            cancellationToken);
        return await old is { } act && await database.WriteAsync(
            async db =>
            {
                await WriterLocks.TakeAsync(db, [WriterLocks.Leads], cancellationToken);
                var removed = 0;
                foreach (var table in (string[])["trash", "act_leads"])
                {
                    removed += await db.Sql(
                        $"delete from {table} where act_id = @act and lead_id in (select lead_id from {table} where act_id = @act order by lead_id limit {PieceSize})",
                        ("act", act.Id)).RunAsync(cancellationToken);
                }

                return removed > 0 || await EndAsync(db, act.Id, now, cancellationToken) > 0;
            },
            cancellationToken);
    }

    // Nobody can have begun to take it back: then it would not be found here again.
    private static async Task<int> EndAsync(LeadStudioDbContext db, long act, long now, CancellationToken cancellationToken)
    {
        await db.Set<ActSelection>().Where(row => row.ActId == act).ExecuteDeleteAsync(cancellationToken);
        return await db.Set<LeadAct>().Where(row => row.Id == act).ExecuteUpdateAsync(set => set.SetProperty(row => row.EmptiedAt, now), cancellationToken);
    }
}
