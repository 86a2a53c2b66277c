using LeadStudio.Components;
using LeadStudio.Core.Webhooks;

namespace LeadStudio.Features.Webhooks;

/// <summary>Says in words what a webhook is told, and how a delivery stands.</summary>
internal static class WebhookWords
{
    /// <summary>Says what a webhook is told.</summary>
    public static string Told(Webhook webhook) => string.Join("; ", webhook.EventList.Select(name => name == WebhookEvents.ScoreChanged && webhook.Threshold is { } points
        ? $"A score crossed {points} points"
        : Of(name)));

    /// <summary>Says what happened.</summary>
    public static string Of(string name) => WebhookEvents.Texts.GetValueOrDefault(name, "Somebody tried the webhook");

    /// <summary>Says how a delivery stands.</summary>
    public static string Of(DeliveryState state) => state switch
    {
        DeliveryState.Waiting => "Waiting",
        DeliveryState.Delivered => "Delivered",
        _ => "Given up",
    };

    /// <summary>Says when something comes.</summary>
    /// <param name="wait">How long that is from now.</param>
    public static string Ahead(TimeSpan wait) => wait switch
    {
        { TotalSeconds: < 60 } => "within a minute",
        { TotalMinutes: < 60 } => FormattableString.Invariant($"in {Math.Round(wait.TotalMinutes)} min"),
        _ => FormattableString.Invariant($"in {Math.Round(wait.TotalHours)} h"),
    };

    /// <summary>Gives the colour of how a delivery stands.</summary>
    public static TagTone ToneOf(WebhookDelivery delivery) => delivery.State switch
    {
        DeliveryState.Delivered => TagTone.Good,
        DeliveryState.Parked => TagTone.Bad,
        _ => delivery.Attempts == 0 ? TagTone.Neutral : TagTone.Warning,
    };
}
