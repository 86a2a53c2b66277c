using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Webhooks;

/// <summary>Makes deliveries of what the outbox tells, never many ahead of the sending: an import of a million leads waits in the outbox as some hundred rows.</summary>
internal sealed class DeliveryWriter(IDatabase database, IOutbox outbox, IWebhookPayloads payloads)
{
    /// <summary>The most deliveries of a webhook that wait; more are made when some have gone.</summary>
    public const int MostWaiting = 1_000;

    private const int MostMade = 200;
    private const int EntriesRead = 20;

    // A webhook that is told little moves its mark only now and then.
    private const int MarkedEvery = 500;

    /// <summary>Makes the next deliveries of a webhook.</summary>
    /// <param name="webhook">The webhook, as it is stored.</param>
    /// <param name="cancellationToken">Stops before they are written.</param>
    /// <returns>Whether there may be more to make.</returns>
    public async Task<bool> RunAsync(Webhook webhook, CancellationToken cancellationToken)
    {
        var waiting = await database.ReadAsync(
            db => db.Set<WebhookDelivery>().CountAsync(delivery => delivery.WebhookId == webhook.Id && delivery.State == DeliveryState.Waiting, cancellationToken),
            cancellationToken);
        var room = Math.Min(MostMade, MostWaiting - waiting);
        if (room <= 0)
        {
            return false;
        }

        var last = (await outbox.BoundsAsync(cancellationToken)).Last; // before the read: what comes after it is left for the next turn
        var topics = webhook.EventList.Select(WebhookEvents.TopicOf).ToList();
        var entries = await outbox.ReadAsync(webhook.NextEntry - 1, topics, EntriesRead, cancellationToken);
        var (wanted, next, done) = Next(webhook, entries, room);
        var isAtEnd = done == 0 && entries.Count < EntriesRead;
        if (isAtEnd)
        {
            next = Math.Max(next, last + 1);
        }

        if (next == webhook.NextEntry && done == webhook.DoneItems)
        {
            return false;
        }

        if (wanted.Count > 0 || !isAtEnd || next - webhook.NextEntry > MarkedEvery)
        {
            await WriteAsync(webhook, await MakeAsync(webhook, wanted, cancellationToken), next, done, cancellationToken);
        }

        return !isAtEnd;
    }

    private static (List<Occurrence> Wanted, long NextEntry, int DoneItems) Next(Webhook webhook, IReadOnlyList<OutboxEntry> entries, int room)
    {
        var wanted = new List<Occurrence>();
        var next = webhook.NextEntry;
        foreach (var entry in entries)
        {
            var done = entry.Id == webhook.NextEntry ? webhook.DoneItems : 0;
            foreach (var occurrence in Occurrence.Of(entry).Skip(done))
            {
                if (wanted.Count == room)
                {
                    return (wanted, entry.Id, done);
                }

                done++;
                if (occurrence.IsFor(webhook))
                {
                    wanted.Add(occurrence);
                }
            }

            next = entry.Id + 1;
        }

        return (wanted, next, 0);
    }

    private async Task<List<WebhookDelivery>> MakeAsync(Webhook webhook, List<Occurrence> wanted, CancellationToken cancellationToken)
    {
        var made = new List<WebhookDelivery>();
        foreach (var occurrence in wanted)
        {
            if (await payloads.DetailsAsync(occurrence, cancellationToken) is { } details)
            {
                made.Add(new WebhookDelivery
                {
                    WebhookId = webhook.Id,
                    EventId = occurrence.Id,
                    Event = occurrence.Event,
                    LeadId = occurrence.LeadId,
                    At = occurrence.At,
                    NextAt = occurrence.At,
                    Payload = DeliveryPayload.Of(occurrence, details),
                });
            }
        }

        return made;
    }

    // Nothing where the webhook is gone, or another node made the same meanwhile.
    private Task<int> WriteAsync(Webhook webhook, List<WebhookDelivery> made, long next, int done, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            var moved = await db.Set<Webhook>()
                .Where(row => row.Id == webhook.Id && row.NextEntry == webhook.NextEntry && row.DoneItems == webhook.DoneItems)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.NextEntry, next).SetProperty(row => row.DoneItems, done), cancellationToken);
            if (moved == 1)
            {
                db.AddRange(made);
            }

            return moved;
        },
        cancellationToken);
}
