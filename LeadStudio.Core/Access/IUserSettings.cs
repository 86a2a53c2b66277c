namespace LeadStudio.Core.Access;

/// <summary>What each user has set for him- or herself, such as the time zone.</summary>
public interface IUserSettings
{
    /// <summary>Reads a setting.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="key">Its name, such as <c>timeZone</c>.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The value; null where the user has set none.</returns>
    Task<string?> GetAsync(Actor user, string key, CancellationToken cancellationToken = default);

    /// <summary>Writes a setting.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="key">Its name.</param>
    /// <param name="value">The value; null goes back to the default.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>A task that ends when it is stored.</returns>
    Task SetAsync(Actor user, string key, string? value, CancellationToken cancellationToken = default);
}
