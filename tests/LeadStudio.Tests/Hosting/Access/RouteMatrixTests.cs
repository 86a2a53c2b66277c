using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Keys;
using LeadStudio.TestSupport.Access;
using LeadStudio.TestSupport.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Tests.Hosting.Access;

/// <summary>
/// Who may come in where. Each route is named here with what it asks for, and tried by nobody, by each role, by a key of each scope and by a write key; a
/// route that is not named fails the test.
/// </summary>
public sealed partial class RouteMatrixTests(SqliteFixture databases) : IClassFixture<SqliteFixture>
{
    // What a route asks for: a scope, of a person with a cookie or of a program with a key.
    private const string Anybody = "anybody";
    private const string Person = "person:";
    private const string Program = "program:";
    private const string Both = "both:";

    private static readonly Dictionary<string, string> s_decided = new(StringComparer.Ordinal)
    {
        ["GET /healthz"] = Anybody,
        ["GET /readyz"] = Anybody,
        ["POST /sign-out"] = Anybody,
        ["GET /sign-in"] = Anybody,
        ["GET /sign-in/code"] = Anybody,
        ["GET /set-up"] = Anybody,
        ["GET /set-password"] = Anybody,
        ["GET /{**path:file}"] = Person, // a file that is not there
        ["HEAD /{**path:file}"] = Person,
        ["GET /not-allowed"] = Person,
        ["GET /account"] = Person,
        ["GET /account/password"] = Person,
        ["GET /account/two-factor"] = Person,
        ["GET /{*path:nonfile}"] = Person,
        ["GET /"] = Person + Scopes.ReadLeads,
        ["GET /leads"] = Person + Scopes.ReadLeads,
        ["GET /leads/{Id:long}"] = Person + Scopes.ReadLeads,
        ["GET /leads/{id:long}/export.json"] = Person + Scopes.ReadLeads,
        ["GET /leads/export.csv"] = Person + Scopes.ReadLeads,
        ["GET /leads/changes"] = Person + Scopes.WriteLeads,
        ["GET /companies"] = Person + Scopes.ReadLeads,
        ["GET /companies/{Id:long}"] = Person + Scopes.ReadLeads,
        ["GET /import"] = Person + Scopes.Import,
        ["GET /import/{Id:long}"] = Person + Scopes.Import,
        ["POST /import/upload"] = Person + Scopes.Import,
        ["GET /import/{id:long}/rejects.csv"] = Person + Scopes.Import,
        ["GET /fields"] = Person + Scopes.WriteFields,
        ["GET /scoring"] = Person + Scopes.WriteScoring,
        ["GET /operations"] = Person + Scopes.Admin,
        ["GET /operations/backups/{name}"] = Person + Scopes.Admin,
        ["GET /users"] = Person + Scopes.Admin,
        ["GET /keys"] = Person + Scopes.Admin,
        ["GET /api-docs"] = Person + Scopes.Admin,
        ["GET /webhooks"] = Person + Scopes.Admin,
        ["GET /audit"] = Person + Scopes.Admin,
        ["GET /audit/export.csv"] = Person + Scopes.Admin,
        ["POST /hubs/scores/negotiate"] = Both + Scopes.ReadLeads,
        ["GET /hubs/scores"] = Both + Scopes.ReadLeads,
        ["GET /api/v1/leads"] = Program + Scopes.ReadLeads,
        ["GET /api/v1/leads/{id:long}"] = Program + Scopes.ReadLeads,
        ["GET /api/v1/leads/{id:long}/score"] = Program + Scopes.ReadLeads,
        ["GET /api/v1/leads/{id:long}/observations"] = Program + Scopes.ReadLeads,
        ["GET /api/v1/leads/{id:long}/history"] = Program + Scopes.ReadLeads,
        ["POST /api/v1/leads"] = Program + Scopes.WriteLeads,
        ["POST /api/v1/leads/batch"] = Program + Scopes.WriteLeads,
        ["PATCH /api/v1/leads/{id:long}"] = Program + Scopes.WriteLeads,
        ["DELETE /api/v1/leads/{id:long}"] = Program + Scopes.WriteLeads,
        ["PUT /api/v1/leads/{id:long}/outcome"] = Program + Scopes.WriteLeads,
        ["DELETE /api/v1/leads/{id:long}/outcome"] = Program + Scopes.WriteLeads,
        ["GET /api/v1/leads/{id:long}/notes"] = Program + Scopes.ReadLeads,
        ["POST /api/v1/leads/{id:long}/notes"] = Program + Scopes.WriteLeads,
        ["GET /api/v1/companies"] = Program + Scopes.ReadLeads,
        ["GET /api/v1/stats"] = Program + Scopes.ReadLeads,
        ["GET /api/v1/fields"] = Program + Scopes.ReadLeads,
        ["GET /api/v1/fields/{key}"] = Program + Scopes.ReadLeads,
        ["POST /api/v1/fields"] = Program + Scopes.WriteFields,
        ["PATCH /api/v1/fields/{key}"] = Program + Scopes.WriteFields,
        ["DELETE /api/v1/fields/{key}"] = Program + Scopes.WriteFields,
        ["GET /api/v1/scorecards"] = Program + Scopes.ReadLeads,
        ["GET /api/v1/scorecards/{version:long}"] = Program + Scopes.ReadLeads,
        ["GET /api/v1/scorecards/draft"] = Program + Scopes.ReadLeads,
        ["PUT /api/v1/scorecards/draft"] = Program + Scopes.WriteScoring,
        ["POST /api/v1/scorecards/draft/publish"] = Program + Scopes.WriteScoring,
        ["POST /api/v1/scorecards/draft/preview"] = Program + Scopes.WriteScoring,
        ["POST /api/v1/scorecards/{version:long}/rollback"] = Program + Scopes.WriteScoring,
        ["GET /api/v1/views"] = Program + Scopes.ReadLeads,
        ["GET /api/v1/views/{id:long}"] = Program + Scopes.ReadLeads,
        ["POST /api/v1/views"] = Program + Scopes.WriteViews,
        ["PATCH /api/v1/views/{id:long}"] = Program + Scopes.WriteViews,
        ["DELETE /api/v1/views/{id:long}"] = Program + Scopes.WriteViews,
        ["GET /api/v1/segments"] = Program + Scopes.ReadLeads,
        ["POST /api/v1/segments"] = Program + Scopes.WriteViews,
        ["GET /openapi/{documentName}.json"] = Anybody,
        ["GET /api/v1/users"] = Program + Scopes.Admin,
        ["POST /api/v1/users"] = Program + Scopes.Admin,
        ["GET /api/v1/users/{id:long}"] = Program + Scopes.Admin,
        ["PATCH /api/v1/users/{id:long}"] = Program + Scopes.Admin,
        ["DELETE /api/v1/users/{id:long}"] = Program + Scopes.Admin,
        ["GET /api/v1/audit"] = Program + Scopes.Admin,
        ["GET /api/v1/leads.csv"] = Program + Scopes.Export,
        ["GET /api/v1/imports"] = Program + Scopes.Import,
        ["POST /api/v1/imports"] = Program + Scopes.Import,
        ["GET /api/v1/imports/{id:long}"] = Program + Scopes.Import,
        ["GET /api/v1/imports/{id:long}/rejects.csv"] = Program + Scopes.Import,
        ["POST /api/v1/imports/{id:long}/cancel"] = Program + Scopes.Import,
        ["POST /api/v1/imports/{id:long}/undo"] = Program + Scopes.Erase,
        ["GET /api/v1/score-changes"] = Program + Scopes.ReadLeads,
        ["GET /api/v1/webhooks"] = Program + Scopes.Admin,
        ["POST /api/v1/webhooks"] = Program + Scopes.Admin,
        ["GET /api/v1/webhooks/{id:long}"] = Program + Scopes.Admin,
        ["PATCH /api/v1/webhooks/{id:long}"] = Program + Scopes.Admin,
        ["DELETE /api/v1/webhooks/{id:long}"] = Program + Scopes.Admin,
        ["POST /api/v1/webhooks/{id:long}/test"] = Program + Scopes.Admin,
        ["GET /api/v1/webhooks/{id:long}/deliveries"] = Program + Scopes.Admin,
        ["POST /api/v1/webhooks/{id:long}/deliveries/{n:long}/redeliver"] = Program + Scopes.Admin,
        ["GET /api/v1/{**path}"] = Anybody,
    };

    [Fact]
    public async Task EachRoute_TriedByEachCaller_LetsInWhomItWasDecidedFor()
    {
        await using var app = LeadStudioApplication.Create(
            ["--urls=http://127.0.0.1:0", $"--LeadStudio:Database={databases.NewDatabase()}", "--LeadStudio:Limits:RequestsPerKey=100000", "--LeadStudio:Limits:RequestsPerAddress=100000"]);
        await app.StartAsync();
        var callers = await CallersAsync(app);
        var wrong = new List<string>();
        foreach (var (method, pattern) in RoutesOf(app))
        {
            if (!s_decided.TryGetValue($"{method} {pattern}", out var decision))
            {
                wrong.Add($"Nobody decided who may use {method} {pattern}.");
                continue;
            }

            foreach (var caller in callers)
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), PathOf(pattern));
                request.Content = method is "GET" or "HEAD" ? null : new StringContent("{}", Encoding.UTF8, "application/json"); // routing refuses what an endpoint cannot read
                using var response = await caller.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                var isIn = (int)response.StatusCode is not (401 or 403) && !IsSentAway(response);
                if (isIn != caller.MayBy(decision))
                {
                    wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{caller.Name} at {method} {pattern} ({decision}): {(int)response.StatusCode} {response.Headers.Location}"));
                }
            }
        }

        callers.ForEach(caller => caller.Http.Dispose());
        Assert.Equal([], wrong);
        Assert.Empty(s_decided.Keys.Except(RoutesOf(app).Select(route => $"{route.Method} {route.Pattern}"), StringComparer.Ordinal));
    }

    // Files that all may see, and Blazor's own addresses, which the pages' circuits use after a page was let in.
    private static IEnumerable<(string Method, string Pattern)> RoutesOf(WebApplication app) => (
        from endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let pattern = "/" + endpoint.RoutePattern.RawText!.Trim('/')
        where !pattern.StartsWith("/_", StringComparison.Ordinal) && endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null
        from method in MethodsOf(endpoint)
        select (method, pattern)).Distinct();

    // Pages take forms, too: the same decision. A hub has no methods of its own.
    private static IEnumerable<string> MethodsOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { } methods
        ? endpoint.DisplayName?.Contains("(/", StringComparison.Ordinal) == true && methods.Contains("GET") ? ["GET"] : methods
        : endpoint.RoutePattern.RawText!.EndsWith("/negotiate", StringComparison.Ordinal) ? ["POST"] : ["GET"];

    private static string PathOf(string pattern) => Parameter().Replace(
        pattern, match => match.Value.EndsWith(":file}", StringComparison.Ordinal) ? "no-such.file" : match.Value.StartsWith("{*", StringComparison.Ordinal) ? "no/such/page" : "1");

    private static bool IsSentAway(HttpResponseMessage response) =>
        response.Headers.Location?.ToString() is { } location && (location.Contains("/sign-in?", StringComparison.Ordinal) || location is "/set-up" or "/not-allowed");

    private static async Task<List<Caller>> CallersAsync(WebApplication app)
    {
        var address = app.Urls.Single();
        var callers = new List<Caller> { new("Nobody", new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(address) }, IsPerson: false, []) };
        foreach (var role in Enum.GetValues<Role>())
        {
            callers.Add(new(role.ToString(), await SignedIn.ClientAsync(app.Services, address, role), IsPerson: true, Scopes.Of(role)));
        }

        foreach (var scope in Scopes.Texts.Keys)
        {
            var key = (await app.Services.GetRequiredService<IApiKeys>().AddAsync(scope, [scope], expiresAt: null, Actor.System)).Value!;
            callers.Add(new($"A key with {scope}", WithKey(address, key.Secret), IsPerson: false, [scope]));
        }

        var writeKey = (await app.Services.GetRequiredService<IApiKeys>().AddWriteKeyAsync("Website", expiresAt: null, Actor.System)).Value!;
        callers.Add(new("A write key", WithKey(address, writeKey.Secret), IsPerson: false, [Scopes.WriteEvents]));
        callers.ForEach(caller => caller.Http.DefaultRequestHeaders.Add("Accept", "text/html"));
        return callers;
    }

    private static HttpClient WithKey(string address, string key)
    {
        var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(address) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return http;
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Parameter();

    private sealed record Caller(string Name, HttpClient Http, bool IsPerson, IReadOnlyList<string> Scopes)
    {
        public bool MayBy(string decision)
        {
            if (decision == Anybody)
            {
                return true;
            }

            var parts = decision.Split(':', 2);
            var isMeant = Scopes.Count > 0 && (decision.StartsWith(Both, StringComparison.Ordinal) || decision.StartsWith(IsPerson ? Person : Program, StringComparison.Ordinal));
            return isMeant && (parts[1].Length == 0 || Core.Access.Scopes.Allow(Scopes, parts[1]));
        }
    }
}
