using Microsoft.AspNetCore.Identity;

namespace LeadStudio.Core.Access.Users;

/// <summary>Somebody who signs in, by e-mail address. What Identity keeps of a user is in the base class.</summary>
public sealed class User : IdentityUser<long>
{
    /// <summary>Gets or sets the name that others see, and that leads name as their owner. No two users have the same.</summary>
    public required string DisplayName { get; set; }

    /// <summary>Gets or sets <see cref="DisplayName"/> in upper case, by which two are the same.</summary>
    public required string NormalizedDisplayName { get; set; }

    /// <summary>Gets or sets what the user is here for.</summary>
    public Role Role { get; set; }

    /// <summary>Gets or sets whether the user may no longer sign in.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>Gets when the user was added, in UTC microseconds.</summary>
    public long CreatedAt { get; init; }

    /// <summary>Gets or sets when the user signed in last, in UTC microseconds; null where that was never.</summary>
    public long? SignedInAt { get; set; }

    /// <summary>Gets a value indicating whether the user is an administrator who can sign in.</summary>
    public bool MayManage => this is { Role: Role.Admin, IsDisabled: false } and ({ PasswordHash: not null } or { SignedInAt: not null });

    /// <summary>Gets who the user is in trails of changes.</summary>
    public Actor Actor => new(ActorKind.Person, DisplayName);
}
