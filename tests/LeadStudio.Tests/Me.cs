using System.Security.Claims;
using LeadStudio.Core.Access;
using LeadStudio.Hosting;
using LeadStudio.Hosting.Access;
using LeadStudio.Layout;
using LeadStudio.TestSupport.Access;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadStudio.Tests;

/// <summary>The user who looks at a component under test.</summary>
internal static class Me
{
    /// <summary>Makes the user.</summary>
    /// <param name="role">The role.</param>
    public static CurrentUser Of(Role role = Role.Admin) => new(new FixedState(role));

    /// <summary>Lets components find the user.</summary>
    /// <param name="services">The services of the test.</param>
    /// <param name="role">The role.</param>
    /// <param name="salesSee">Which leads sellers see.</param>
    public static IServiceCollection AddMe(this IServiceCollection services, Role role = Role.Admin, SalesSight salesSee = SalesSight.All) => services
        .AddSingleton<AuthenticationStateProvider>(new FixedState(role))
        .AddSingleton<CurrentUser>()
        .AddSingleton(new LeadSight(null!, null!, null!, Options.Create(new HostingOptions { SalesSee = salesSee }))) // says whether somebody is limited, not to what
        .AddSingleton<NavEntries>();

    private sealed class FixedState(Role role) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(new(new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, "1"),
                new(ClaimTypes.Role, role.ToString()),
                new(Callers.NameType, SignedIn.NameOf(role)),
                .. Scopes.Of(role).Select(scope => new Claim(Callers.ScopeType, scope)),
            ],
            "test"))));
    }
}
