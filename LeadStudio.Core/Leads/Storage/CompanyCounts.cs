using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using Microsoft.Extensions.Logging;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>Counts the leads of each company and finds their best scores, in the background: a list of all of them is sorted by these.</summary>
internal sealed class CompanyCounts : IDisposable
{
    // How many companies are written in one transaction: other writers wait for it.
    private const int Slice = 5_000;

    private readonly IDatabase _database;
    private readonly BackgroundCount _count;

    public CompanyCounts(IDatabase database, IEventBus bus, TimeProvider time, ILogger<CompanyCounts> logger)
    {
        _database = database;
        _count = new(bus, time, logger, CountAsync, () => bus.Publish(new CompaniesChanged()));
    }

    public bool IsRunning => _count.IsRunning;

    public Task Start(bool isForced = false) => _count.Start(isForced);

    public void Dispose() => _count.Dispose();

    private async Task CountAsync(CancellationToken cancellationToken)
    {
        var changed = await _database.ReadAsync(
            db => db.Sql(
                """
                select c.id, coalesce(n.leads, 0), n.best
                from companies c
                left join (
                    select coalesce(g.group_id, g.id) as id, sum(x.leads) as leads, max(x.best) as best
                    from (
                        select l.company_id, count(*) as leads, max(s.score) as best
                        from leads l left join lead_standings s on s.lead_id = l.id
                        where l.company_id is not null group by l.company_id) x
                    join companies g on g.id = x.company_id
                    group by coalesce(g.group_id, g.id)) n on n.id = c.id
                where c.lead_count <> coalesce(n.leads, 0) or coalesce(c.best_score, -1) <> coalesce(n.best, -1)
                """).ListAsync(reader => (Id: reader.GetInt64(0), Leads: (long)reader.GetDecimal(1), Best: reader.LongOrNull(2)), cancellationToken),
            cancellationToken);
        foreach (var slice in changed.Chunk(Slice))
        {
            await _database.WriteAsync(db => WriteAsync(db, slice), cancellationToken);
        }
    }

    private static async Task<bool> WriteAsync(LeadStudioDbContext db, (long Id, long Leads, long? Best)[] slice)
    {
        await using var rows = await BulkInsert.OpenUpdateAsync(db, "companies", ["id", "lead_count", "best_score"]);
        foreach (var (id, leads, best) in slice)
        {
            rows.Write(id);
            rows.Write(leads);
            if (best is { } score)
            {
                rows.Write(score);
            }
            else
            {
                rows.WriteNull();
            }

            rows.EndRow();
        }

        await rows.CompleteAsync();
        return true;
    }
}
