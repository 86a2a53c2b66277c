using LeadStudio.Core.Access;
using LeadStudio.Core.Common;

namespace LeadStudio.Core.Webhooks;

/// <summary>The addresses that are told what happens. Each change of them is in the audit trail.</summary>
public interface IWebhooks
{
    /// <summary>Lists them.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The webhooks, newest first.</returns>
    Task<IReadOnlyList<Webhook>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Finds one.</summary>
    /// <param name="id">Which.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The webhook, or <see cref="WebhookNotFound"/>.</returns>
    Task<Result<Webhook>> GetAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Adds one, which is told what happens from now on.</summary>
    /// <param name="settings">What it shall be like.</param>
    /// <param name="by">Who adds it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The webhook with its secret, which nobody can see again; or <see cref="WebhookRefused"/> or <see cref="Outbound.TargetRefused"/>.</returns>
    Task<Result<NewWebhook>> AddAsync(WebhookSettings settings, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Changes one. The secret stays.</summary>
    /// <param name="id">Which.</param>
    /// <param name="settings">What it shall be like.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The webhook; or <see cref="WebhookNotFound"/>, <see cref="WebhookRefused"/> or <see cref="Outbound.TargetRefused"/>.</returns>
    Task<Result<Webhook>> ChangeAsync(long id, WebhookSettings settings, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Deletes one with its log; what was not sent yet never is.</summary>
    /// <param name="id">Which.</param>
    /// <param name="by">Who deletes it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>What it was; or <see cref="WebhookNotFound"/>.</returns>
    Task<Result<Webhook>> DeleteAsync(long id, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Lists what was sent and what waits. Settled ones are kept for 30 days, at most the newest 10,000.</summary>
    /// <param name="id">The webhook.</param>
    /// <param name="before">Only deliveries with lesser numbers; null begins at the newest.</param>
    /// <param name="limit">At most how many.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The deliveries, newest first; or <see cref="WebhookNotFound"/>.</returns>
    Task<Result<IReadOnlyList<WebhookDelivery>>> DeliveriesAsync(long id, long? before, int limit, CancellationToken cancellationToken = default);

    /// <summary>Sends a delivery once more, now, and again for three days where that fails.</summary>
    /// <param name="id">The webhook.</param>
    /// <param name="delivery">The delivery.</param>
    /// <param name="by">Who asks for it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The delivery; or <see cref="WebhookNotFound"/>, <see cref="DeliveryNotFound"/> or <see cref="WebhookPaused"/>.</returns>
    Task<Result<WebhookDelivery>> RedeliverAsync(long id, long delivery, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Sends something that tells nothing, to see whether it arrives.</summary>
    /// <param name="id">The webhook.</param>
    /// <param name="by">Who asks for it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The delivery; or <see cref="WebhookNotFound"/> or <see cref="WebhookPaused"/>.</returns>
    Task<Result<WebhookDelivery>> TestAsync(long id, Actor by, CancellationToken cancellationToken = default);
}

/// <summary>What a webhook is like.</summary>
/// <param name="Url">The address.</param>
/// <param name="Events">What it is told; see <see cref="WebhookEvents.Texts"/>.</param>
/// <param name="Threshold">The threshold that a score must cross, upward or downward, to be told; 1 to 100 points; null tells each change.</param>
/// <param name="IsPaused">Whether nothing is sent.</param>
public sealed record WebhookSettings(string Url, IReadOnlyList<string> Events, int? Threshold = null, bool IsPaused = false)
{
    /// <summary>Gives what a webhook is like now.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <returns>Its settings.</returns>
    public static WebhookSettings Of(Webhook webhook)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        return new(webhook.Url, webhook.EventList, webhook.Threshold, webhook.IsPaused);
    }
}

/// <summary>A webhook just made.</summary>
/// <param name="Webhook">What is kept of it.</param>
/// <param name="Secret">The secret that signs, to be shown once.</param>
public sealed record NewWebhook(Webhook Webhook, string Secret);
