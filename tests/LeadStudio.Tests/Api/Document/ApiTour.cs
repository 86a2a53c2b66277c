using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LeadStudio.Core.Webhooks;
using LeadStudio.TestSupport.Web;

namespace LeadStudio.Tests.Api.Document;

/// <summary>Calls each operation of the API, through a proxy that compares with the document.</summary>
internal sealed class ApiTour : IDisposable
{
    private readonly HttpClient _client;
    private readonly List<ApiCall> _calls = [];

    private ApiTour(Uri proxy)
    {
        _client = new() { BaseAddress = proxy };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ApiScene.Key);
    }

    public IReadOnlyList<ApiCall> Calls => _calls;

    public static async Task<ApiTour> RunAsync(ApiScene api, Uri proxy)
    {
        using var tour = new ApiTour(proxy);
        await tour.DefineAsync();
        await tour.WriteLeadsAsync();
        await tour.DraftAsync();
        await tour.ImportAsync(api);
        await tour.InviteAsync();
        await tour.TellAsync(api);
        await tour.FollowAsync(api);
        return tour;
    }

    public void Dispose() => _client.Dispose();

    private async Task InviteAsync()
    {
        var user = (await CallAsync("POST", "/users", """{"email":"ann@example.com","name":"Ann","role":"marketer","teams":["North"]}""")).GetProperty("user").GetProperty("id").GetString();
        await CallAsync("POST", "/users", """{"email":"no address","name":"Bob"}""", expected: 400);
        await CallAsync("PATCH", $"/users/{user}", """{"role":"sales","isDisabled":true}""");
        await CallAsync("GET", $"/users/{user}");
        await CallAsync("GET", "/users");
        await CallAsync("DELETE", $"/users/{user}");
        await CallAsync("GET", "/audit?kind=user&limit=2");
    }

    private async Task TellAsync(ApiScene api)
    {
        await using var receiver = await WebReceiver.StartAsync();
        var webhook = (await CallAsync("POST", "/webhooks", $$"""{"url":"{{receiver.Url}}","events":["lead.created"],"threshold":70}""")).GetProperty("id").GetString();
        await CallAsync("POST", "/webhooks", """{"url":"https://example.com","events":["nothing"]}""", expected: 400);
        await CallAsync("GET", "/webhooks");
        await CallAsync("GET", $"/webhooks/{webhook}");
        await CallAsync("POST", $"/webhooks/{webhook}/test");
        JsonElement delivery = default;
        await api.UntilAsync<WebhookChanged>(async () =>
        {
            delivery = (await CallAsync("GET", $"/webhooks/{webhook}/deliveries?limit=1")).GetProperty("items")[0];
            return delivery.GetProperty("status").GetString() == "delivered";
        });
        await CallAsync("POST", $"/webhooks/{webhook}/deliveries/{delivery.GetProperty("id").GetString()}/redeliver");
        await CallAsync("PATCH", $"/webhooks/{webhook}", """{"threshold":null,"paused":true}""");
        await CallAsync("DELETE", $"/webhooks/{webhook}");
        await CallAsync("GET", $"/webhooks/{webhook}", expected: 404);
    }

    private async Task FollowAsync(ApiScene api)
    {
        await CallAsync("GET", "/score-changes?filter=title%20is", expected: 400);

        // Straight to the API, since Prism passes an answer on when it has all of it, and this one has no end.
        using var stream = await api.Client.GetAsync(new Uri("/api/v1/score-changes?threshold=70", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", stream.Content.Headers.ContentType?.MediaType);
    }

    private async Task DefineAsync()
    {
        await CallAsync("POST", "/fields", """{"label":"Plan","type":"choice","options":["Gold"]}""");
        await CallAsync("POST", "/fields", """{"label":"Seen","type":"date"}""");
        await CallAsync("PATCH", "/fields/plan", """{"label":"Our plan"}""");
        await CallAsync("GET", "/fields/plan");
        await CallAsync("GET", "/fields");
        await CallAsync("DELETE", "/fields/seen");
        var view = (await CallAsync("POST", "/views", """{"name":"Chiefs","filter":"title is CEO"}""")).GetProperty("id").GetString();
        await CallAsync("PATCH", $"/views/{view}", """{"isPinned":true}""");
        await CallAsync("GET", $"/views/{view}");
        await CallAsync("GET", "/views");
        await CallAsync("DELETE", $"/views/{view}");
        await CallAsync("GET", $"/views/{view}", expected: 404);
        await CallAsync("POST", "/segments", """{"name":"Chiefs","filter":"title is CEO"}""");
        await CallAsync("POST", "/segments", """{"name":"Chiefs","filter":"title is"}""", expected: 400);
        await CallAsync("GET", "/segments");
    }

    private async Task WriteLeadsAsync()
    {
        var lead = (await CallAsync("POST", "/leads", """{"email":"ann@example.com","title":"CEO","tags":["vip"],"fields":{"plan":"Gold","seen":"2026-11-01"}}""")).GetProperty("id").GetString();
        await CallAsync("POST", "/leads", """{"email":"ann@example.com","employees":250}""");
        await CallAsync("POST", "/leads", """{"title":"CEO"}""", expected: 400);
        await CallAsync("POST", "/leads/batch", """{"items":[{"email":"bob@example.com"},{"email":"nobody"}]}""");
        await CallAsync("PATCH", $"/leads/{lead}", """{"title":null}""");
        await CallAsync("PATCH", "/leads/999", """{"title":null}""", expected: 404);
        await CallAsync("PUT", $"/leads/{lead}/outcome", """{"result":"won","value":7}""");
        await CallAsync("GET", $"/leads/{lead}");
        await CallAsync("GET", "/leads?filter=outcome%20is%20Won&limit=1");
        await CallAsync("GET", "/leads?fields=email,score");
        await CallAsync("GET", "/leads?sort=nothing", expected: 400);
        await CallAsync("DELETE", $"/leads/{lead}/outcome");
        await CallAsync("POST", $"/leads/{lead}/notes", """{"text":"Call"}""");
        await CallAsync("GET", $"/leads/{lead}/notes");
        foreach (var part in new[] { "score", "observations", "history" })
        {
            await CallAsync("GET", $"/leads/{lead}/{part}");
        }

        await CallAsync("GET", "/leads.csv");
        await CallAsync("GET", "/companies?sort=name");
        await CallAsync("GET", "/stats");
        await CallAsync("DELETE", $"/leads/{lead}");
    }

    private async Task DraftAsync()
    {
        await CallAsync("POST", "/scorecards/draft/publish", expected: 409);
        var draft = await CallAsync("GET", "/scorecards/draft");
        await CallAsync("PUT", "/scorecards/draft", draft.GetProperty("card").GetRawText());
        await CallAsync("POST", "/scorecards/draft/preview");
        await CallAsync("POST", "/scorecards/draft/publish", """{"note":"The same"}""");
        await CallAsync("POST", "/scorecards/1/rollback");
        await CallAsync("GET", "/scorecards/1");
        await CallAsync("GET", "/scorecards");
    }

    private async Task ImportAsync(ApiScene api)
    {
        // Straight to the API, since Prism ends at this form; its answer is that of the operation that is called next.
        using var form = new MultipartFormDataContent { { new ByteArrayContent("Email\ncid@example.com\nnone\n"u8.ToArray()), "file", "leads.csv" } };
        using var accepted = await api.Client.PostAsync(new Uri("/api/v1/imports", UriKind.Relative), form);
        var import = JsonSerializer.Deserialize<JsonElement>(await accepted.Content.ReadAsStringAsync()).GetProperty("id").GetString();
        _calls.Add(new("POST", "/api/v1/imports", null));
        await api.UntilAsync<Core.Leads.ImportProgressed>(async () => (await api.GetAsync($"/api/v1/imports/{import}")).Body.GetProperty("status").GetString() == "finished");
        await CallAsync("GET", $"/imports/{import}");
        await CallAsync("GET", "/imports");
        await CallAsync("GET", $"/imports/{import}/rejects.csv");
        await CallAsync("POST", $"/imports/{import}/undo");
        await CallAsync("POST", "/imports/999/cancel", expected: 404);
    }

    private async Task<JsonElement> CallAsync(string method, string path, string? body = null, int? expected = null)
    {
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return await CallAsync(method, path, content, expected);
    }

    private async Task<JsonElement> CallAsync(string method, string path, HttpContent? content, int? expected)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri($"/api/v1{path}", UriKind.Relative)) { Content = content };
        using var response = await _client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(expected is { } status ? (int)response.StatusCode == status : response.IsSuccessStatusCode, $"{method} {path}: {(int)response.StatusCode} {text}");
        _calls.Add(new(method, $"/api/v1{path}", response.Headers.TryGetValues("sl-violations", out var violations) ? $"{method} {path}: {string.Join(' ', violations)}" : null));
        return response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) is true ? JsonSerializer.Deserialize<JsonElement>(text) : default;
    }
}

/// <summary>One call.</summary>
internal sealed record ApiCall(string Method, string Path, string? Violations);
