using System.Security.Claims;
using System.Text.Encodings.Web;
using LeadStudio.Api;
using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Keys;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace LeadStudio.Hosting.Access;

/// <summary>Tells which program calls by the key in the header <c>Authorization: Bearer KEY</c>; at hubs also by <c>access_token</c> in the address.</summary>
/// <remarks>A browser cannot send headers with a WebSocket, so SignalR's script sends the key in the address there.</remarks>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, IOptionsMonitor<HostingOptions> hosting, IApiKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>The name of the scheme.</summary>
    public const string SchemeName = "ApiKey";

    private const string Prefix = "Bearer ";
    private const string HubPath = "/hubs";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Given() is not { Length: > 0 } given)
        {
            return AuthenticateResult.NoResult();
        }

        if (BootstrapKey.IsSame(hosting.CurrentValue.BootstrapApiKey, given))
        {
            return Success("bootstrap", "Bootstrap key", [Scopes.Admin]);
        }

        return await keys.FindAsync(given, Context.RequestAborted) is { } key ? Success(FormattableString.Invariant($"{key.Id}"), key.Name, key.ScopeList) : AuthenticateResult.Fail("There is no such key.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.Append(HeaderNames.WWWAuthenticate, "Bearer");
        var text = Request.Headers.Authorization.Count == 0
            ? "Send a key in the header \"Authorization: Bearer KEY\"."
            : "The key in the header \"Authorization\" is not known. Check that it is complete, and that it was not withdrawn.";
        return Problems.Of(StatusCodes.Status401Unauthorized, "unauthorized", "A key is needed", text).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var text = Context.User.HasClaim(Callers.ScopeType, Scopes.WriteEvents)
            ? "This is a write key: it stands in web pages and only sends tracking events. Use a secret key here, which an administrator makes on the page API keys."
            : "The key lacks the scope that this needs. Use another key, or have an administrator make one with it.";
        return Problems.Of(StatusCodes.Status403Forbidden, "forbidden", "The key may not do this", text).ExecuteAsync(Context);
    }

    private static AuthenticateResult Success(string id, string name, IEnumerable<string> scopes)
    {
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, id), new(Callers.NameType, name), .. scopes.Select(scope => new Claim(Callers.ScopeType, scope))], SchemeName);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), SchemeName));
    }

    private string? Given()
    {
        var header = Request.Headers.Authorization.ToString();
        return header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? header[Prefix.Length..].Trim()
            : Request.Path.StartsWithSegments(HubPath, StringComparison.Ordinal) ? Request.Query["access_token"].ToString()
            : null;
    }
}
