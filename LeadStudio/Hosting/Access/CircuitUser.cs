using LeadStudio.Core.Access.Users;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LeadStudio.Hosting.Access;

/// <summary>Who looks at an open page. Pages stay open for days: it asks again and again whether the user still may.</summary>
internal sealed class CircuitUser(ILoggerFactory loggers, IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, IOptions<HostingOptions> hosting, IOptions<IdentityOptions> identity)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    private static readonly TimeSpan s_shortest = TimeSpan.FromMilliseconds(100);

    protected override TimeSpan RevalidationInterval => hosting.Value.RecheckUsersEvery > s_shortest ? hosting.Value.RecheckUsersEvery : s_shortest;

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return true; // nobody can be asked any more, and nobody is thrown out because of that
        }

        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var principal = authenticationState.User;
        return await users.GetUserAsync(principal) is { IsDisabled: false } user &&
            principal.FindFirst(identity.Value.ClaimsIdentity.SecurityStampClaimType)?.Value == await users.GetSecurityStampAsync(user);
    }
}
