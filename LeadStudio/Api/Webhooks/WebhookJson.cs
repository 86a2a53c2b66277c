using System.Text.Json.Serialization;
using LeadStudio.Core.Webhooks;

namespace LeadStudio.Api.Webhooks;

/// <summary>A webhook.</summary>
/// <param name="Id">The webhook.</param>
/// <param name="Url">The address that is told.</param>
/// <param name="Events">What it is told.</param>
/// <param name="Threshold">The threshold that a score must cross to be told, in points; null tells each change.</param>
/// <param name="Paused">Whether nothing is sent.</param>
/// <param name="PausedBecause">Why LeadStudio itself paused it; null where it did not.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Secret">The secret that signs: only in the answer to the request that made it.</param>
internal sealed record WebhookJson(
    string Id,
    string Url,
    IReadOnlyList<string> Events,
    int? Threshold,
    bool Paused,
    string? PausedBecause,
    string CreatedBy,
    DateTime CreatedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Secret = null)
{
    public static WebhookJson Of(Webhook webhook) => Of(webhook, secret: null);

    public static WebhookJson Of(Webhook webhook, string? secret) => new(
        PlainText.Of(webhook.Id),
        webhook.Url,
        webhook.EventList,
        webhook.Threshold,
        webhook.IsPaused,
        webhook.PausedBecause,
        webhook.CreatedBy,
        ValueJson.Instant(webhook.CreatedAt),
        secret);
}
