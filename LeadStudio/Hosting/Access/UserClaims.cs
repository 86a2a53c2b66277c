using System.Security.Claims;
using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LeadStudio.Hosting.Access;

/// <summary>Puts what LeadStudio asks about a user into the cookie: the name, the role and what it allows.</summary>
internal sealed class UserClaims(UserManager<User> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<User>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(User user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new(Callers.NameType, user.DisplayName));
        identity.AddClaim(new(identity.RoleClaimType, user.Role.ToString()));
        identity.AddClaims(Scopes.Of(user.Role).Select(scope => new Claim(Callers.ScopeType, scope)));
        return identity;
    }
}
