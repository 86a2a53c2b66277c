using System.Security.Claims;
using System.Text.Encodings.Web;
using LeadStudio.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace LeadStudio.Hosting.Access;

/// <summary>Tells who calls the API by the key in the header <c>Authorization: Bearer KEY</c>.</summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, IOptionsMonitor<HostingOptions> hosting)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>The name of the scheme.</summary>
    public const string SchemeName = "ApiKey";

    private const string Prefix = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        if (!BootstrapKey.IsSame(hosting.CurrentValue.BootstrapApiKey, header[Prefix.Length..].Trim()))
        {
            return Task.FromResult(AuthenticateResult.Fail("There is no such key."));
        }

        var identity = new ClaimsIdentity([new(ClaimTypes.Name, "Bootstrap key"), new(Scopes.ClaimType, Scopes.Admin)], SchemeName);
        return Task.FromResult(AuthenticateResult.Success(new(new ClaimsPrincipal(identity), SchemeName)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.Append(HeaderNames.WWWAuthenticate, "Bearer");
        var text = Request.Headers.Authorization.Count == 0
            ? "Send a key in the header \"Authorization: Bearer KEY\"."
            : "The key in the header \"Authorization\" is not known. Check that it is complete, and that it was not withdrawn.";
        return Problems.Of(StatusCodes.Status401Unauthorized, "unauthorized", "A key is needed", text).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problems.Of(
            StatusCodes.Status403Forbidden, "forbidden", "The key may not do this", "The key lacks the scope that this needs. Use another key, or have an administrator make one with it.")
            .ExecuteAsync(Context);
}
