using LeadStudio.Core.Common;

namespace LeadStudio.Core.Access.Users;

/// <summary>The people who sign in. Each change is in the audit trail.</summary>
public interface IUsers
{
    /// <summary>Tells whether there is any user; while there is none, LeadStudio asks for its first administrator.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>Whether there is one.</returns>
    Task<bool> AnyAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists all users.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The users, by name.</returns>
    Task<IReadOnlyList<UserInfo>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets a user.</summary>
    /// <param name="id">Which.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The user; or <see cref="UserNotFound"/>.</returns>
    Task<Result<UserInfo>> GetAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Adds a user who has a password already.</summary>
    /// <param name="user">The user.</param>
    /// <param name="password">The password; null where signing in goes by another way.</param>
    /// <param name="by">Who adds it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The user; or <see cref="UserRefused"/>.</returns>
    Task<Result<UserInfo>> AddAsync(NewUser user, string? password, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Makes a link by which a user sets a password, once and within three days. What the user had stays until then.</summary>
    /// <param name="id">Which user.</param>
    /// <param name="by">Who makes it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The link; or <see cref="UserNotFound"/>.</returns>
    Task<Result<PasswordLink>> LinkAsync(long id, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Sets a password by a link. Whoever was signed in as the user is no longer.</summary>
    /// <param name="link">The link.</param>
    /// <param name="password">The new password.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The user; or <see cref="LinkExpired"/> or <see cref="UserRefused"/>.</returns>
    Task<Result<UserInfo>> SetPasswordAsync(PasswordLink link, string password, CancellationToken cancellationToken = default);

    /// <summary>Changes a user. Where the role changes or the user is disabled, whoever is signed in as the user has to sign in again.</summary>
    /// <param name="id">Which.</param>
    /// <param name="change">What changes.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The user as it is then; or <see cref="UserNotFound"/>, <see cref="UserRefused"/> or <see cref="LastAdmin"/>.</returns>
    Task<Result<UserInfo>> ChangeAsync(long id, UserChange change, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Removes a user. What the user did keeps the name.</summary>
    /// <param name="id">Which.</param>
    /// <param name="by">Who removes it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The user as it was; or <see cref="UserNotFound"/> or <see cref="LastAdmin"/>.</returns>
    Task<Result<UserInfo>> RemoveAsync(long id, Actor by, CancellationToken cancellationToken = default);
}
