namespace LeadStudio.Core.Webhooks;

/// <summary>Something that a webhook is told, and what came of it.</summary>
public sealed class WebhookDelivery
{
    /// <summary>Gets the number that tells deliveries apart.</summary>
    public long Id { get; init; }

    /// <summary>Gets the webhook.</summary>
    public long WebhookId { get; init; }

    /// <summary>Gets the id of what happened, which all attempts send: the receiver knows by it what it has had already.</summary>
    public required string EventId { get; init; }

    /// <summary>Gets what happened; see <see cref="WebhookEvents"/>.</summary>
    public required string Event { get; init; }

    /// <summary>Gets the lead; 0 where it is about none.</summary>
    public long LeadId { get; init; }

    /// <summary>Gets when it happened, in UTC microseconds.</summary>
    public long At { get; init; }

    /// <summary>Gets the body that is sent, a JSON object.</summary>
    public required string Payload { get; init; }

    /// <summary>Gets or sets how it stands.</summary>
    public DeliveryState State { get; set; }

    /// <summary>Gets or sets how often it was sent.</summary>
    public int Attempts { get; set; }

    /// <summary>Gets or sets when it is sent (again) at the earliest, in UTC microseconds.</summary>
    public long NextAt { get; set; }

    /// <summary>Gets or sets when the attempts began, in UTC microseconds; null before the first one.</summary>
    public long? FirstTriedAt { get; set; }

    /// <summary>Gets or sets when it was sent last, in UTC microseconds; null where it was not.</summary>
    public long? TriedAt { get; set; }

    /// <summary>Gets or sets the status of the last answer; null where there was none.</summary>
    public int? Status { get; set; }

    /// <summary>Gets or sets the beginning of the last answer.</summary>
    public string? Response { get; set; }

    /// <summary>Gets or sets how long the last attempt took, in milliseconds.</summary>
    public int? Milliseconds { get; set; }

    /// <summary>Gets or sets why the last attempt failed, as a sentence; null where it did not.</summary>
    public string? Problem { get; set; }
}

/// <summary>How a delivery stands.</summary>
public enum DeliveryState
{
    /// <summary>It is to be sent, perhaps again.</summary>
    Waiting,

    /// <summary>The receiver took it.</summary>
    Delivered,

    /// <summary>It was given up.</summary>
    Parked,
}
