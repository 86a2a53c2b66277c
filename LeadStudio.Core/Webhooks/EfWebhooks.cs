using System.Security.Cryptography;
using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Audit;
using LeadStudio.Core.Access.Secrets;
using LeadStudio.Core.Common;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Outbound;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Webhooks;

internal sealed class EfWebhooks(IDatabase database, IOutbox outbox, IWorkQueue queue, IEventBus bus, ISecrets secrets, OutboundHttp http, TimeProvider time) : IWebhooks
{
    private const string SecretPrefix = "whsec_";
    private const int SecretBytes = 32;
    private const int MostPoints = 100;
    private const string TestDetails = """{"message":"This is a test. Nothing happened."}""";

    private long Now => UtcMicroseconds.From(time.GetUtcNow());

    public Task<IReadOnlyList<Webhook>> ListAsync(CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<Webhook>>(
            async db => await db.Set<Webhook>().OrderByDescending(webhook => webhook.Id).ToListAsync(cancellationToken),
            cancellationToken);

    public async Task<Result<Webhook>> GetAsync(long id, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(db => db.Set<Webhook>().SingleOrDefaultAsync(webhook => webhook.Id == id, cancellationToken), cancellationToken)
            is { } webhook ? webhook : new WebhookNotFound(id);

    public async Task<Result<NewWebhook>> AddAsync(WebhookSettings settings, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(by);
        var url = OutboundTarget.Read(settings.Url, http.AllowsPrivate);
        if ((url.Error ?? WhyNot(settings)) is { } problem)
        {
            return problem;
        }

        var secret = SecretPrefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        var webhook = new Webhook
        {
            Url = url.Value!.AbsoluteUri,
            Events = EventsOf(settings),
            Threshold = settings.Threshold,
            IsPaused = settings.IsPaused,
            Secret = secrets.Protect(secret),
            CreatedBy = by.Name,
            CreatedAt = Now,
            NextEntry = (await outbox.BoundsAsync(cancellationToken)).Last + 1,
        };
        await database.WriteAsync(
            async db =>
            {
                db.Add(webhook);
                await db.SaveChangesAsync(cancellationToken); // it has its number now
                Note(db, by, "webhook.added", webhook, after: Shown(webhook));
                return true;
            },
            cancellationToken);
        Tell(webhook.Id);
        return new NewWebhook(webhook, secret);
    }

    public async Task<Result<Webhook>> ChangeAsync(long id, WebhookSettings settings, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(by);
        var url = OutboundTarget.Read(settings.Url, http.AllowsPrivate);
        if ((url.Error ?? WhyNot(settings)) is { } problem)
        {
            return problem;
        }

        var changed = await database.WriteAsync(
            async db =>
            {
                if (await db.Set<Webhook>().FindAsync([id], cancellationToken) is not { } webhook)
                {
                    return null;
                }

                var before = Shown(webhook);
                (webhook.Url, webhook.Events, webhook.Threshold, webhook.IsPaused) = (url.Value!.AbsoluteUri, EventsOf(settings), settings.Threshold, settings.IsPaused);
                webhook.PausedBecause = null;
                Note(db, by, "webhook.changed", webhook, before, Shown(webhook));
                return webhook;
            },
            cancellationToken);
        Tell(id);
        return changed is null ? new WebhookNotFound(id) : changed;
    }

    public async Task<Result<Webhook>> DeleteAsync(long id, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        var deleted = await database.WriteAsync(
            async db =>
            {
                if (await db.Set<Webhook>().FindAsync([id], cancellationToken) is not { } webhook)
                {
                    return null;
                }

                await db.Set<WebhookDelivery>().Where(delivery => delivery.WebhookId == id).ExecuteDeleteAsync(cancellationToken);
                db.Remove(webhook);
                Note(db, by, "webhook.deleted", webhook, Shown(webhook));
                return webhook;
            },
            cancellationToken);
        Tell(id);
        return deleted is null ? new WebhookNotFound(id) : deleted;
    }

    public async Task<Result<IReadOnlyList<WebhookDelivery>>> DeliveriesAsync(long id, long? before, int limit, CancellationToken cancellationToken = default)
    {
        var found = await GetAsync(id, cancellationToken);
        return found.IsSuccess
            ? await database.ReadAsync(
                db => db.Set<WebhookDelivery>()
                    .Where(delivery => delivery.WebhookId == id && (before == null || delivery.Id < before))
                    .OrderByDescending(delivery => delivery.Id)
                    .Take(limit)
                    .ToListAsync(cancellationToken),
                cancellationToken)
            : found.Error;
    }

    public Task<Result<WebhookDelivery>> RedeliverAsync(long id, long delivery, Actor by, CancellationToken cancellationToken = default) => SendAsync(
        id,
        "webhook.redelivered",
        by,
        async db =>
        {
            if (await db.Set<WebhookDelivery>().SingleOrDefaultAsync(row => row.WebhookId == id && row.Id == delivery, cancellationToken) is not { } again)
            {
                return new DeliveryNotFound(delivery);
            }

            (again.State, again.NextAt, again.FirstTriedAt) = (DeliveryState.Waiting, Now, null);
            return again;
        },
        cancellationToken);

    public Task<Result<WebhookDelivery>> TestAsync(long id, Actor by, CancellationToken cancellationToken = default) => SendAsync(
        id,
        "webhook.tested",
        by,
        db =>
        {
            var test = new Occurrence($"test.{Guid.NewGuid():N}", WebhookEvents.Test, Now);
            var delivery = new WebhookDelivery { WebhookId = id, EventId = test.Id, Event = test.Event, At = test.At, NextAt = test.At, Payload = DeliveryPayload.Of(test, TestDetails) };
            db.Add(delivery);
            return Task.FromResult<Result<WebhookDelivery>>(delivery);
        },
        cancellationToken);

    private async Task<Result<WebhookDelivery>> SendAsync(
        long id, string action, Actor by, Func<LeadStudioDbContext, Task<Result<WebhookDelivery>>> make, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        var made = await database.WriteAsync<Result<WebhookDelivery>>(
            async db =>
            {
                if (await db.Set<Webhook>().FindAsync([id], cancellationToken) is not { } webhook)
                {
                    return new WebhookNotFound(id);
                }

                if (webhook.IsPaused)
                {
                    return new WebhookPaused();
                }

                var delivery = await make(db);
                if (delivery.IsSuccess)
                {
                    Note(db, by, action, webhook, after: new() { ["event"] = delivery.Value.Event, ["eventId"] = delivery.Value.EventId });
                }

                return delivery;
            },
            cancellationToken);
        Tell(id);
        return made;
    }

    private static WebhookRefused? WhyNot(WebhookSettings settings) =>
        settings.Events.Count == 0 ? new WebhookRefused("A webhook that is told nothing is of no use. Choose at least one event.")
        : settings.Events.FirstOrDefault(name => !WebhookEvents.Texts.ContainsKey(name)) is { } unknown
            ? new WebhookRefused($"There is no event \"{unknown}\". Choose among {string.Join(", ", WebhookEvents.Texts.Keys)}.")
        : settings.Threshold is < 1 or > MostPoints ? new WebhookRefused($"A threshold is 1 to {MostPoints} points. Leave it out to be told each change.")
        : null;

    private static string EventsOf(WebhookSettings settings) => string.Join(' ', settings.Events.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static Dictionary<string, object?> Shown(Webhook webhook) =>
        new() { ["url"] = webhook.Url, ["events"] = webhook.Events, ["threshold"] = webhook.Threshold, ["paused"] = webhook.IsPaused };

    private void Note(LeadStudioDbContext db, Actor by, string action, Webhook webhook, Dictionary<string, object?>? before = null, Dictionary<string, object?>? after = null) =>
        new Deed(by, action, FormattableString.Invariant($"{webhook.Id}"), webhook.Url, before, after).AddTo(db, Now);

    private void Tell(long id)
    {
        queue.Wake(WebhookWorker.Queue);
        bus.Publish(new WebhookChanged(id));
    }
}
