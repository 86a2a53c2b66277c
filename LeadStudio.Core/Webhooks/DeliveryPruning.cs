using LeadStudio.Core.Common;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Webhooks;

/// <summary>Removes what is old: settled deliveries, and entries of the outbox that every webhook is past.</summary>
internal sealed class DeliveryPruning(IDatabase database, IOutbox outbox, TimeProvider time)
{
    /// <summary>How many settled deliveries of each webhook are kept.</summary>
    public const int Kept = 10_000;

    private static readonly TimeSpan s_deliveriesLast = TimeSpan.FromDays(30);

    // Also how long feeds can be read on after a break, and how long a paused webhook misses nothing.
    private static readonly TimeSpan s_entriesLast = TimeSpan.FromDays(3);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var webhooks = await database.ReadAsync(db => db.Set<Webhook>().ToListAsync(cancellationToken), cancellationToken);
        var before = webhooks.Where(webhook => !webhook.IsPaused).Select(webhook => webhook.NextEntry).DefaultIfEmpty(long.MaxValue).Min();
        await outbox.PruneAsync(before, UtcMicroseconds.From(now - s_entriesLast), cancellationToken);
        var oldest = UtcMicroseconds.From(now - s_deliveriesLast);
        foreach (var webhook in webhooks)
        {
            await PruneAsync(webhook.Id, oldest, cancellationToken);
        }
    }

    private async Task PruneAsync(long webhook, long oldest, CancellationToken cancellationToken)
    {
        var first = await database.ReadAsync(
            db => Settled(db, webhook).OrderByDescending(row => row.Id).Select(row => row.Id).Skip(Kept).FirstOrDefaultAsync(cancellationToken),
            cancellationToken);
        if (first > 0 || await database.ReadAsync(db => Settled(db, webhook).AnyAsync(row => row.TriedAt < oldest, cancellationToken), cancellationToken))
        {
            await database.WriteAsync(
                db => Settled(db, webhook).Where(row => row.Id <= first || row.TriedAt < oldest).ExecuteDeleteAsync(cancellationToken),
                cancellationToken);
        }
    }

    private static IQueryable<WebhookDelivery> Settled(LeadStudioDbContext db, long webhook) =>
        db.Set<WebhookDelivery>().Where(row => row.WebhookId == webhook && row.State != DeliveryState.Waiting);
}
