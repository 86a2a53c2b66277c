using System.Net;
using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Users;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadStudio.TestSupport.Access;

/// <summary>Users of a running application, with the cookies that its sign-in page would give them.</summary>
public static class SignedIn
{
    /// <summary>Makes the cookie of a user, and the user where there is none of this role.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="role">The role.</param>
    /// <returns>The cookie, without a host.</returns>
    public static async Task<Cookie> CookieAsync(IServiceProvider services, Role role = Role.Admin)
    {
        await using var scope = services.CreateAsyncScope();
        var manager = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var email = $"{role}@example.com";
        if (await manager.FindByEmailAsync(email) is not { } user)
        {
            await scope.ServiceProvider.GetRequiredService<IUsers>().AddAsync(new NewUser(email, NameOf(role), role, []), password: null, Actor.System);
            user = (await manager.FindByEmailAsync(email))!;
        }

        var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<User>>().CreateAsync(user);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var ticket = new AuthenticationTicket(
            principal,
            new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + options.ExpireTimeSpan },
            IdentityConstants.ApplicationScheme);
        return new Cookie(options.Cookie.Name!, options.TicketDataFormat.Protect(ticket), "/");
    }

    /// <summary>Makes a caller with the cookie of a user.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="address">Where the application listens.</param>
    /// <param name="role">The role.</param>
    /// <returns>The caller, which follows no redirections; the test disposes it.</returns>
    public static async Task<HttpClient> ClientAsync(IServiceProvider services, string address, Role role = Role.Admin)
    {
        var cookie = await CookieAsync(services, role);
#pragma warning disable CA2000 // The client disposes its handler.
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(address) };
#pragma warning restore CA2000
        client.DefaultRequestHeaders.Add("Cookie", $"{cookie.Name}={cookie.Value}");
        return client;
    }

    /// <summary>Gets the name of the user of a role.</summary>
    /// <param name="role">The role.</param>
    /// <returns>The name that others see.</returns>
    public static string NameOf(Role role) => role == Role.Admin ? Actor.LocalUser.Name : $"{role} user";
}
