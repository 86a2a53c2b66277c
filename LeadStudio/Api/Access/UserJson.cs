using System.Text.Json.Serialization;
using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Users;
using LeadStudio.Core.Common;

namespace LeadStudio.Api.Access;

/// <summary>Somebody who signs in.</summary>
/// <param name="Id">The user.</param>
/// <param name="Email">The address to sign in with.</param>
/// <param name="Name">The name that others see, and that leads name as their owner.</param>
/// <param name="Role">What the user is here for.</param>
/// <param name="Teams">The teams, by name.</param>
/// <param name="State">Whether the user can sign in.</param>
/// <param name="HasTwoFactors">Whether signing in asks for a code, too.</param>
/// <param name="CreatedAt">When the user was added.</param>
/// <param name="SignedInAt">When the user signed in last; null where that was never.</param>
internal sealed record UserJson(
    string Id, string Email, string Name, Role Role, IReadOnlyList<string> Teams, UserState State, bool HasTwoFactors, DateTimeOffset CreatedAt, DateTimeOffset? SignedInAt)
{
    public static UserJson Of(UserInfo user) => new(
        PlainText.Of(user.Id),
        user.Email,
        user.Name,
        user.Role,
        user.Teams,
        user.State,
        user.HasTwoFactors,
        UtcMicroseconds.ToInstant(user.CreatedAt),
        user.SignedInAt is { } at ? UtcMicroseconds.ToInstant(at) : null);
}

/// <summary>A user who was added.</summary>
/// <param name="User">The user.</param>
/// <param name="PasswordPath">Where the user sets a password, once and within three days; put the address of LeadStudio before it.</param>
internal sealed record InvitedJson(UserJson User, string PasswordPath);

/// <summary>A user to add.</summary>
/// <param name="Email">The address to sign in with.</param>
/// <param name="Name">The name that others see, 1 to 100 characters; no two users have the same.</param>
/// <param name="Role">What the user is here for.</param>
/// <param name="Teams">The teams, by name.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewUserForm(string Email, string Name, Role Role = Role.Sales, IReadOnlyList<string>? Teams = null);

/// <summary>What to change of a user; what is left out stays.</summary>
/// <param name="Name">The name that others see.</param>
/// <param name="Role">What the user is here for.</param>
/// <param name="Teams">The teams, by name.</param>
/// <param name="IsDisabled">Whether the user may no longer sign in.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record UserForm(string? Name = null, Role? Role = null, IReadOnlyList<string>? Teams = null, bool? IsDisabled = null);
