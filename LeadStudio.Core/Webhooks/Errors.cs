using LeadStudio.Core.Common;

namespace LeadStudio.Core.Webhooks;

/// <summary>There is no such webhook.</summary>
/// <param name="Id">What was looked for.</param>
public sealed record WebhookNotFound(long Id) : NotFoundError($"There is no webhook {Id}. Look at the list of webhooks again.");

/// <summary>There is no such delivery.</summary>
/// <param name="Id">What was looked for.</param>
public sealed record DeliveryNotFound(long Id) : NotFoundError($"This webhook has no delivery {Id}. Perhaps it is too old: look at the log again.");

/// <summary>A webhook cannot be like this.</summary>
/// <param name="Message">Why, and what to do.</param>
public sealed record WebhookRefused(string Message) : InvalidError(Message);

/// <summary>Nothing is sent while a webhook is paused.</summary>
public sealed record WebhookPaused() : ConflictError("The webhook is paused, so that nothing is sent. Let it go on first.");
