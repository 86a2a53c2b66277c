namespace LeadStudio.Core.Webhooks;

/// <summary>Writes what webhooks are told, in the shapes of the API.</summary>
public interface IWebhookPayloads
{
    /// <summary>Writes the details of something that happened, as they are now.</summary>
    /// <param name="occurrence">What happened.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>A JSON object; null where what it is about is gone.</returns>
    Task<string?> DetailsAsync(Occurrence occurrence, CancellationToken cancellationToken = default);
}
