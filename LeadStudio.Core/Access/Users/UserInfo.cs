namespace LeadStudio.Core.Access.Users;

/// <summary>A user, as administrators see it.</summary>
/// <param name="Id">The number that tells users apart.</param>
/// <param name="Email">The address to sign in with.</param>
/// <param name="Name">The name that others see.</param>
/// <param name="Role">What the user is here for.</param>
/// <param name="Teams">The teams, by name.</param>
/// <param name="State">Whether the user can sign in.</param>
/// <param name="HasTwoFactors">Whether signing in asks for a code, too.</param>
/// <param name="CreatedAt">When the user was added, in UTC microseconds.</param>
/// <param name="SignedInAt">When the user signed in last, in UTC microseconds; null where that was never.</param>
public sealed record UserInfo(
    long Id, string Email, string Name, Role Role, IReadOnlyList<string> Teams, UserState State, bool HasTwoFactors, long CreatedAt, long? SignedInAt)
{
    /// <summary>Gets who the user is in trails of changes.</summary>
    public Actor Actor => new(ActorKind.Person, Name);
}

/// <summary>Whether a user can sign in.</summary>
public enum UserState
{
    /// <summary>Can.</summary>
    Active,

    /// <summary>Has not set a password yet.</summary>
    Invited,

    /// <summary>May no longer.</summary>
    Disabled,
}

/// <summary>A user to add.</summary>
/// <param name="Email">The address to sign in with.</param>
/// <param name="Name">The name that others see.</param>
/// <param name="Role">What the user is here for.</param>
/// <param name="Teams">The teams, by name.</param>
public sealed record NewUser(string Email, string Name, Role Role, IReadOnlyList<string> Teams);

/// <summary>What shall change of a user; what is null stays.</summary>
/// <param name="Name">The name that others see.</param>
/// <param name="Role">What the user is here for.</param>
/// <param name="Teams">The teams, by name.</param>
/// <param name="IsDisabled">Whether the user may no longer sign in.</param>
public sealed record UserChange(string? Name = null, Role? Role = null, IReadOnlyList<string>? Teams = null, bool? IsDisabled = null);

/// <summary>What lets a user set a password, once.</summary>
/// <param name="UserId">The user.</param>
/// <param name="Token">The secret part of the link.</param>
public sealed record PasswordLink(long UserId, string Token);
