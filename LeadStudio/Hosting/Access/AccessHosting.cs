using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Secrets;
using LeadStudio.Core.Access.Users;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace LeadStudio.Hosting.Access;

/// <summary>Who may come in: people by a cookie, programs by a key. What nobody decided about is for people who signed in.</summary>
internal static class AccessHosting
{
    private const string CookieName = "leadstudio";
    private static readonly TimeSpan s_linksLast = TimeSpan.FromDays(3);
    private static readonly TimeSpan s_cookiesLast = TimeSpan.FromDays(14);

    public static IServiceCollection AddLeadStudioAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddKeyRing(configuration);
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, configureOptions: null)
            .AddIdentityCookies();
        services.AddSingleSignOn(configuration);
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = CookieName;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = s_cookiesLast;
            cookie.LoginPath = AccessPaths.SignIn;
            cookie.ReturnUrlParameter = AccessPaths.ReturnParameter;
            cookie.Events.OnRedirectToLogin = AccessRedirects.ToSignInAsync;
            cookie.Events.OnRedirectToAccessDenied = AccessRedirects.RefuseAsync;
        });
        new IdentityBuilder(typeof(User), services).AddSignInManager<UserSignIn>().AddDefaultTokenProviders().AddClaimsPrincipalFactory<UserClaims>();
        services.Configure<DataProtectionTokenProviderOptions>(tokens => tokens.TokenLifespan = s_linksLast);
        services.AddOptions<SecurityStampValidatorOptions>()
            .Configure<Microsoft.Extensions.Options.IOptions<HostingOptions>>((stamps, hosting) => stamps.ValidationInterval = hosting.Value.RecheckUsersEvery);

        var policies = services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        foreach (var scope in Scopes.Texts.Keys)
        {
            policies.AddPolicy(scope, policy => policy.RequireAuthenticatedUser().RequireAssertion(asked => asked.User.May(scope)));
        }

        return services
            .AddCascadingAuthenticationState()
            .AddScoped<AuthenticationStateProvider, CircuitUser>()
            .AddSingleton<LeadSight>()
            .AddScoped<CurrentUser>()
            .AddSingleton<ISecrets, ProtectedSecrets>()
            .AddSingleton<SetUpToken>();
    }
}
