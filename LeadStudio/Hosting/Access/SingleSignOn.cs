using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;
using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Users;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Identity;

namespace LeadStudio.Hosting.Access;

/// <summary>Signs users in whom another system knows; adds those who come for the first time.</summary>
/// <remarks>The code grant of OAuth 2.0 (RFC 6749) with PKCE (RFC 7636). The other system is trusted with the addresses of users that it calls verified, or does not call unverified.</remarks>
internal static class SingleSignOn
{
    /// <summary>The name of the scheme.</summary>
    public const string SchemeName = "SingleSignOn";

    /// <summary>Where the button of the sign-in page leads.</summary>
    public const string StartPath = "/sign-in/sso";

    private const string CallbackPath = "/sign-in/sso/callback";
    private const string DonePath = "/sign-in/sso/done";
    private const string RoleClaim = "sso_role";

    public static void AddSingleSignOn(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(SingleSignOnOptions.SectionName).Get<SingleSignOnOptions>() ?? new();
        services.AddSingleton(options);
        if (!options.IsOn)
        {
            return;
        }

        foreach (var (name, value) in new[] { ("AuthorizationEndpoint", options.AuthorizationEndpoint!), ("TokenEndpoint", options.TokenEndpoint), ("UserInfoEndpoint", options.UserInfoEndpoint) })
        {
            if (!Uri.TryCreate(value, UriKind.Absolute, out _))
            {
                throw new SettingException($"LeadStudio:SingleSignOn:{name} is \"{value}\". Set it to a whole address, such as https://id.example.com/oauth2/token, or remove the section.");
            }
        }

        if (options.ClientId.Length == 0 || options.ClientSecret.Length == 0)
        {
            throw new SettingException("LeadStudio:SingleSignOn needs ClientId and ClientSecret. The other system shows them where LeadStudio is registered.");
        }

        services.AddAuthentication().AddOAuth(SchemeName, options.Name, oauth =>
        {
            oauth.AuthorizationEndpoint = options.AuthorizationEndpoint!;
            oauth.TokenEndpoint = options.TokenEndpoint;
            oauth.UserInformationEndpoint = options.UserInfoEndpoint;
            (oauth.ClientId, oauth.ClientSecret) = (options.ClientId, options.ClientSecret);
            oauth.CallbackPath = CallbackPath;
            oauth.SignInScheme = IdentityConstants.ExternalScheme;
            oauth.UsePkce = true;
            (oauth.CorrelationCookie.SameSite, oauth.CorrelationCookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest); // the way back is a link
            oauth.Scope.Clear();
            foreach (var scope in options.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                oauth.Scope.Add(scope);
            }

            oauth.Events.OnCreatingTicket = context => TakeUserAsync(context, options);
            oauth.Events.OnRemoteFailure = context =>
            {
                context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SingleSignOn)).SingleSignOnFailed(context.Failure);
                context.Response.Redirect($"{AccessPaths.SignIn}?problem=sso");
                context.HandleResponse();
                return Task.CompletedTask;
            };
        });
    }

    public static void MapSingleSignOn(this IEndpointRouteBuilder app)
    {
        if (app.ServiceProvider.GetRequiredService<SingleSignOnOptions>().IsOn)
        {
            app.MapGet(StartPath, Start).AllowAnonymous();
            app.MapGet(DonePath, FinishAsync).AllowAnonymous();
        }
    }

    private static IResult Start(UserSignIn signIn, string? returnUrl = null)
    {
        var done = QueryString.Create(AccessPaths.ReturnParameter, AccessPaths.After(returnUrl)).ToUriComponent();
        return Results.Challenge(signIn.ConfigureExternalAuthenticationProperties(SchemeName, DonePath + done), [SchemeName]);
    }

    private static async Task<IResult> FinishAsync(HttpContext http, UserSignIn signIn, IUsers users, string? returnUrl = null)
    {
        var login = await signIn.GetExternalLoginInfoAsync();
        await http.SignOutAsync(IdentityConstants.ExternalScheme);
        if (login is null || !Enum.TryParse<Role>(login.Principal.FindFirstValue(RoleClaim), out var role) || login.Principal.FindFirstValue(ClaimTypes.Email) is not { } email)
        {
            return Results.LocalRedirect($"{AccessPaths.SignIn}?problem={(login is null ? "sso" : "sso-role")}");
        }

        var user = await signIn.UserManager.FindByLoginAsync(SchemeName, login.ProviderKey) ?? await signIn.UserManager.FindByEmailAsync(email);
        if (user is null)
        {
            var added = await users.AddAsync(new NewUser(email, await FreeNameAsync(users, login.Principal.FindFirstValue(ClaimTypes.Name) ?? email), role, []), password: null, Actor.System);
            user = added.IsSuccess ? await signIn.UserManager.FindByEmailAsync(email) : null;
        }
        else if (user.Role != role)
        {
            await users.ChangeAsync(user.Id, new UserChange(Role: role), Actor.System);
            user = await ReloadAsync(http, user.Id);
        }

        if (user is null || !await signIn.CanSignInAsync(user))
        {
            return Results.LocalRedirect($"{AccessPaths.SignIn}?problem=sso-role");
        }

        if (await signIn.UserManager.FindByLoginAsync(SchemeName, login.ProviderKey) is null)
        {
            await signIn.UserManager.AddLoginAsync(user, login);
        }

        await signIn.SignInAsync(user, isPersistent: false);
        return Results.LocalRedirect(AccessPaths.After(returnUrl));
    }

    // The manager of this request has the user as it was.
    private static async Task<User?> ReloadAsync(HttpContext http, long id)
    {
        var db = http.RequestServices.GetRequiredService<Core.Persistence.LeadStudioDbContext>();
        db.ChangeTracker.Clear();
        return await db.Set<User>().FindAsync([id], http.RequestAborted);
    }

    // No two users have the same name.
    private static async Task<string> FreeNameAsync(IUsers users, string name)
    {
        var taken = (await users.ListAsync()).Select(user => user.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var free = name;
        for (var number = 2; taken.Contains(free); number++)
        {
            free = FormattableString.Invariant($"{name} {number}");
        }

        return free;
    }

    private static async Task TakeUserAsync(OAuthCreatingTicketContext context, SingleSignOnOptions options)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, context.Options.UserInformationEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", context.AccessToken);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var response = await context.Backchannel.SendAsync(request, context.HttpContext.RequestAborted);
        response.EnsureSuccessStatusCode();
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(context.HttpContext.RequestAborted));
        var user = document.RootElement;
        string? Text(string name) => user.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : null;
        var isVerified = !user.TryGetProperty("email_verified", out var verified) || !string.Equals(verified.ToString(), "false", StringComparison.OrdinalIgnoreCase);
        if ((Text("sub") ?? Text("id")) is not { } id || Text("email") is not { } email || !isVerified)
        {
            throw new AuthenticationFailureException("The other system does not tell a user's id and verified e-mail address.");
        }

        context.Identity!.AddClaims([new(ClaimTypes.NameIdentifier, id), new(ClaimTypes.Email, email), new(ClaimTypes.Name, Text("name") ?? email)]);
        if (RoleOf(user, options) is { } role)
        {
            context.Identity.AddClaim(new(RoleClaim, role.ToString()));
        }
    }

    private static Role? RoleOf(JsonElement user, SingleSignOnOptions options)
    {
        if (!user.TryGetProperty(options.RolesClaim, out var groups))
        {
            return options.DefaultRole;
        }

        var names = groups.ValueKind == JsonValueKind.Array ? groups.EnumerateArray().Select(group => group.ToString()) : [groups.ToString()];
        return names.Select(name => options.Roles.TryGetValue(name, out var role) ? role : (Role?)null).Max() ?? options.DefaultRole;
    }
}
