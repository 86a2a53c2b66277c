using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace LeadStudio.Tests.Features.Access;

/// <summary>A small identity provider: everybody who comes is the user whom the test chose.</summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    public const string Secret = "shared secret of both";

    private readonly WebApplication _app;
    private string _challenge = "";

    private IdentityProvider(WebApplication app) => _app = app;

    /// <summary>Gets or sets what it tells of the user, as JSON.</summary>
    public object User { get; set; } = new { };

    public string Address => _app.Urls.Single();

    public static async Task<IdentityProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var provider = new IdentityProvider(builder.Build());
        provider._app.MapGet("/authorize", provider.Authorize);
        provider._app.MapPost("/token", provider.TokenAsync);
        provider._app.MapGet("/userinfo", provider.UserInfo);
        await provider._app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private IResult Authorize(HttpRequest request)
    {
        _challenge = request.Query["code_challenge"].ToString();
        return Results.Redirect(QueryHelpers.AddQueryString(
            request.Query["redirect_uri"].ToString(), new Dictionary<string, string?>(StringComparer.Ordinal) { ["code"] = "the code", ["state"] = request.Query["state"] }));
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var proof = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        return form["code"] == "the code" && form["client_secret"] == Secret && proof == _challenge
            ? Results.Json(new { access_token = "the token", token_type = "Bearer" })
            : Results.BadRequest();
    }

    private IResult UserInfo(HttpRequest request) => request.Headers.Authorization == "Bearer the token" ? Results.Json(User) : Results.Unauthorized();
}
