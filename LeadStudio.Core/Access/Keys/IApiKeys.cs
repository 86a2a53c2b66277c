using LeadStudio.Core.Common;

namespace LeadStudio.Core.Access.Keys;

/// <summary>The keys with which programs use the API. Each change is in the audit trail.</summary>
public interface IApiKeys
{
    /// <summary>Lists all keys, the withdrawn ones too.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The keys, newest first.</returns>
    Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Makes a secret key.</summary>
    /// <param name="name">What it is for.</param>
    /// <param name="scopes">What it may do; see <see cref="Scopes"/>.</param>
    /// <param name="expiresAt">When it ends, in UTC microseconds; null for never.</param>
    /// <param name="by">Who makes it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The key with its secret, which nobody can see again; or <see cref="KeyRefused"/>.</returns>
    Task<Result<NewApiKey>> AddAsync(string name, IReadOnlyList<string> scopes, long? expiresAt, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Makes a write key, which everybody may see and which only sends tracking events.</summary>
    /// <param name="name">What it is for, such as the web site that it stands in.</param>
    /// <param name="expiresAt">When it ends, in UTC microseconds; null for never.</param>
    /// <param name="by">Who makes it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The key, which <see cref="ApiKey.PublicText"/> shows at any time; or <see cref="KeyRefused"/>.</returns>
    Task<Result<NewApiKey>> AddWriteKeyAsync(string name, long? expiresAt, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Withdraws a key, for good.</summary>
    /// <param name="id">Which.</param>
    /// <param name="by">Who withdraws it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The key; or <see cref="KeyNotFound"/>.</returns>
    Task<Result<ApiKey>> RevokeAsync(long id, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Finds the key of a secret or of a write key's text, and notes that it was used.</summary>
    /// <param name="secret">The secret or the text.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The key; null where there is none, it has ended or it was withdrawn.</returns>
    ValueTask<ApiKey?> FindAsync(string secret, CancellationToken cancellationToken = default);
}

/// <summary>A key just made.</summary>
/// <param name="Key">What is kept of it.</param>
/// <param name="Secret">The secret, to be shown once; of a write key its text.</param>
public sealed record NewApiKey(ApiKey Key, string Secret);

/// <summary>There is no such key.</summary>
/// <param name="Id">What was looked for.</param>
public sealed record KeyNotFound(long Id) : NotFoundError($"There is no key {Id}. Look at the list of keys again.");

/// <summary>A key cannot be like this.</summary>
/// <param name="Message">Why, and what to do.</param>
public sealed record KeyRefused(string Message) : InvalidError(Message);
