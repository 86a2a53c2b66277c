using System.Text.Json;
using LeadStudio.Core.Webhooks;

namespace LeadStudio.Api.Webhooks;

/// <summary>Something that a webhook is told, and what came of it.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="EventId">The id that all its attempts send.</param>
/// <param name="Event">What happened.</param>
/// <param name="LeadId">The lead; null where it is about none.</param>
/// <param name="Status">How it stands.</param>
/// <param name="At">When it happened.</param>
/// <param name="Attempts">How often it was sent.</param>
/// <param name="TriedAt">When it was sent last.</param>
/// <param name="NextAt">When it is sent again at the earliest; null where it is settled.</param>
/// <param name="ResponseStatus">The status of the last answer.</param>
/// <param name="Response">The first 4 KB of the last answer.</param>
/// <param name="Milliseconds">How long the last attempt took.</param>
/// <param name="Problem">Why the last attempt failed.</param>
/// <param name="Payload">The body that is sent.</param>
internal sealed record DeliveryJson(
    string Id,
    string EventId,
    string Event,
    string? LeadId,
    string Status,
    DateTime At,
    int Attempts,
    DateTime? TriedAt,
    DateTime? NextAt,
    int? ResponseStatus,
    string? Response,
    int? Milliseconds,
    string? Problem,
    JsonElement Payload)
{
    public static DeliveryJson Of(WebhookDelivery delivery) => new(
        PlainText.Of(delivery.Id),
        delivery.EventId,
        delivery.Event,
        delivery.LeadId == 0 ? null : PlainText.Of(delivery.LeadId),
        PlainText.Of(delivery.State),
        ValueJson.Instant(delivery.At),
        delivery.Attempts,
        delivery.TriedAt is { } tried ? ValueJson.Instant(tried) : null,
        delivery.State == DeliveryState.Waiting ? ValueJson.Instant(delivery.NextAt) : null,
        delivery.Status,
        delivery.Response,
        delivery.Milliseconds,
        delivery.Problem,
        JsonElement.Parse(delivery.Payload));
}
