namespace LeadStudio.Core.Webhooks;

/// <summary>A webhook was changed, or something was sent to it. Published after the commit.</summary>
/// <param name="WebhookId">The webhook.</param>
public sealed record WebhookChanged(long WebhookId);
