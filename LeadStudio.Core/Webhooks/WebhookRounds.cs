using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Webhooks;

/// <summary>Makes and sends what one webhook is to be told.</summary>
internal sealed class WebhookRounds(IDatabase database, DeliveryWriter writer, DeliverySender sender, IEventBus bus)
{
    /// <summary>Lists the webhooks that are told anything.</summary>
    public Task<List<long>> LiveAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(db => db.Set<Webhook>().Where(webhook => !webhook.IsPaused).Select(webhook => webhook.Id).ToListAsync(cancellationToken), cancellationToken);

    /// <summary>Makes and sends until nothing is due.</summary>
    public async Task RunAsync(long id, CancellationToken cancellationToken)
    {
        while (await TurnAsync(id, cancellationToken))
        {
            bus.Publish(new WebhookChanged(id));
        }
    }

    private async Task<bool> TurnAsync(long id, CancellationToken cancellationToken)
    {
        if (await database.ReadAsync(db => db.Set<Webhook>().SingleOrDefaultAsync(row => row.Id == id && !row.IsPaused, cancellationToken), cancellationToken) is not { } webhook)
        {
            return false;
        }

        var hasMore = await writer.RunAsync(webhook, cancellationToken);
        return await sender.RunAsync(webhook, cancellationToken) || hasMore;
    }
}
