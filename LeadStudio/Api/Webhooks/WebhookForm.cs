using System.Text.Json.Serialization;

namespace LeadStudio.Api.Webhooks;

/// <summary>A webhook to add, as the document of the API describes it; <see cref="WebhookRequest"/> reads it.</summary>
/// <param name="Url">The address that is told, with <c>https</c> or <c>http</c>.</param>
/// <param name="Events">What it is told: <c>lead.created</c>, <c>lead.updated</c>, <c>score.changed</c>, <c>lead.outcome</c>, <c>import.finished</c>.</param>
/// <param name="Threshold">The threshold that a score must cross to be told, 1 to 100 points; null tells each change.</param>
/// <param name="Paused">Whether nothing is sent at first.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewWebhookForm(string Url, IReadOnlyList<string> Events, int? Threshold = null, bool Paused = false);

/// <summary>What to change of a webhook, as the document of the API describes it; <see cref="WebhookRequest"/> reads it, since "not said" and null differ.</summary>
/// <param name="Url">The address that is told.</param>
/// <param name="Events">What it is told, all of it.</param>
/// <param name="Threshold">The threshold that a score must cross to be told, 1 to 100 points; null tells each change.</param>
/// <param name="Paused">Whether nothing is sent.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record WebhookForm(string? Url = null, IReadOnlyList<string>? Events = null, int? Threshold = null, bool? Paused = null);
