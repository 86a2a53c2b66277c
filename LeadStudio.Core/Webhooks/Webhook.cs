namespace LeadStudio.Core.Webhooks;

/// <summary>An address that is told what happens.</summary>
public sealed class Webhook
{
    /// <summary>Gets the number that tells webhooks apart.</summary>
    public long Id { get; init; }

    /// <summary>Gets or sets the address.</summary>
    public required string Url { get; set; }

    /// <summary>Gets or sets the events, parted by spaces; see <see cref="WebhookEvents"/>.</summary>
    public required string Events { get; set; }

    /// <summary>Gets or sets the threshold that a score must cross to be told, in points; null tells each change.</summary>
    public int? Threshold { get; set; }

    /// <summary>Gets or sets a value indicating whether nothing is sent. What happens meanwhile waits, for three days.</summary>
    public bool IsPaused { get; set; }

    /// <summary>Gets or sets why LeadStudio itself paused it, as a sentence; null where it did not.</summary>
    public string? PausedBecause { get; set; }

    /// <summary>Gets the secret that signs, encrypted.</summary>
    public required string Secret { get; init; }

    /// <summary>Gets who made it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>Gets when it was made, in UTC microseconds.</summary>
    public long CreatedAt { get; init; }

    /// <summary>Gets or sets the entry of the outbox from which on deliveries are still to be made.</summary>
    public long NextEntry { get; set; }

    /// <summary>Gets or sets how many items of <see cref="NextEntry"/> are done.</summary>
    public int DoneItems { get; set; }

    /// <summary>Gets the events, each by itself.</summary>
    public IReadOnlyList<string> EventList => Events.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
