using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Audit;
using LeadStudio.Core.Access.Secrets;
using LeadStudio.Core.Common;
using LeadStudio.Core.Outbound;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Webhooks;

/// <summary>Sends the deliveries of a webhook that are due: of each lead the oldest one that is not settled, so that its order holds.</summary>
/// <remarks>A crash between the answer and the note of it sends once more, with the same id.</remarks>
internal sealed class DeliverySender(IDatabase database, OutboundHttp http, ISecrets secrets, TimeProvider time)
{
    private const int Batch = 50;
    private const int AtOnce = 8;
    private const int KeptOfAnswer = 4 * 1024;

    private long Now => UtcMicroseconds.From(time.GetUtcNow());

    /// <summary>Sends the next ones.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <param name="cancellationToken">Stops between two of them; one that is under way is sent again later.</param>
    /// <returns>Whether any was due.</returns>
    public async Task<bool> RunAsync(Webhook webhook, CancellationToken cancellationToken)
    {
        var due = await DueAsync(webhook.Id, cancellationToken);
        var secret = due.Count == 0 ? null : secrets.Unprotect(webhook.Secret);
        await Parallel.ForEachAsync(
            due,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (delivery, stop) => await SendAsync(webhook, delivery, secret, stop));
        return due.Count > 0;
    }

    private Task<List<WebhookDelivery>> DueAsync(long webhook, CancellationToken cancellationToken)
    {
        var now = Now;
        return database.ReadAsync(
            db =>
            {
                var waiting = db.Set<WebhookDelivery>().Where(delivery => delivery.WebhookId == webhook && delivery.State == DeliveryState.Waiting);
                return waiting
                    .Where(delivery => delivery.NextAt <= now
                        && (delivery.LeadId == 0 || !waiting.Any(earlier => earlier.LeadId == delivery.LeadId && earlier.Id < delivery.Id)))
                    .OrderBy(delivery => delivery.Id)
                    .Take(Batch)
                    .ToListAsync(cancellationToken);
            },
            cancellationToken);
    }

    private async Task SendAsync(Webhook webhook, WebhookDelivery delivery, string? secret, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var (status, answer, problem) = secret is null
            ? (null, null, "The secret cannot be read: the keys that protected it are gone. Delete this webhook and add it again.")
            : await CallAsync(webhook, delivery, secret, cancellationToken);
        var now = Now;
        delivery.Attempts++;
        delivery.FirstTriedAt ??= now;
        (delivery.TriedAt, delivery.Status, delivery.Response, delivery.Problem) = (now, status, answer, problem);
        delivery.Milliseconds = (int)time.GetElapsedTime(started).TotalMilliseconds;
        var wait = RetrySchedule.After(delivery.Attempts, RandomNumberGenerator.GetInt32(1_000) / 1_000.0);
        delivery.NextAt = now + (long)wait.TotalMicroseconds;
        delivery.State = problem is null ? DeliveryState.Delivered
            : now - delivery.FirstTriedAt < (long)RetrySchedule.Lasts.TotalMicroseconds ? DeliveryState.Waiting
            : DeliveryState.Parked;
        await database.WriteAsync(
            async db =>
            {
                await StoreAsync(db, delivery, cancellationToken);
                if (delivery.State == DeliveryState.Parked)
                {
                    await PauseIfDeadAsync(db, webhook.Id, now, cancellationToken);
                }

                return true;
            },
            cancellationToken);
    }

    private async Task<(int? Status, string? Answer, string? Problem)> CallAsync(Webhook webhook, WebhookDelivery delivery, string secret, CancellationToken cancellationToken)
    {
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new StringContent(delivery.Payload, Encoding.UTF8, "application/json") };
        request.Headers.Add("User-Agent", "LeadStudio");
        request.Headers.Add(WebhookSignature.IdHeader, delivery.EventId);
        request.Headers.Add(WebhookSignature.TimestampHeader, timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Sign(secret, delivery.EventId, timestamp, delivery.Payload));
        try
        {
            var answer = await http.SendAsync(request, KeptOfAnswer, cancellationToken);
            var text = Encoding.UTF8.GetString(answer.Body.Span).Replace('\0', ' '); // PostgreSQL stores no NUL
            return (answer.Status, text, answer.Status switch
            {
                >= 200 and < 300 => null,
                >= 300 and < 400 => "The address leads to another one, and LeadStudio does not follow. Change the webhook to the address that it leads to.",
                _ => $"The receiver answered {answer.Status}.",
            });
        }
        catch (OutboundException failure)
        {
            return (null, null, failure.Message);
        }
    }

    // The webhook, or the person that it was about, may be gone meanwhile: then nothing is stored.
    private static Task<int> StoreAsync(LeadStudioDbContext db, WebhookDelivery delivery, CancellationToken cancellationToken) =>
        db.Set<WebhookDelivery>().Where(row => row.Id == delivery.Id).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.State, delivery.State)
                .SetProperty(row => row.Attempts, delivery.Attempts)
                .SetProperty(row => row.NextAt, delivery.NextAt)
                .SetProperty(row => row.FirstTriedAt, delivery.FirstTriedAt)
                .SetProperty(row => row.TriedAt, delivery.TriedAt)
                .SetProperty(row => row.Status, delivery.Status)
                .SetProperty(row => row.Response, delivery.Response)
                .SetProperty(row => row.Milliseconds, delivery.Milliseconds)
                .SetProperty(row => row.Problem, delivery.Problem),
            cancellationToken);

    private static async Task PauseIfDeadAsync(LeadStudioDbContext db, long id, long now, CancellationToken cancellationToken)
    {
        var since = now - (long)RetrySchedule.Lasts.TotalMicroseconds;
        if (await db.Set<WebhookDelivery>().AnyAsync(row => row.WebhookId == id && row.State == DeliveryState.Delivered && row.TriedAt > since, cancellationToken)
            || await db.Set<Webhook>().SingleOrDefaultAsync(row => row.Id == id && !row.IsPaused, cancellationToken) is not { } webhook)
        {
            return;
        }

        (webhook.IsPaused, webhook.PausedBecause) = (true, "Nothing arrived for three days.");
        new Deed(Actor.System, "webhook.paused", FormattableString.Invariant($"{id}"), webhook.Url, After: new Dictionary<string, object?> { ["because"] = webhook.PausedBecause }).AddTo(db, now);
    }
}
