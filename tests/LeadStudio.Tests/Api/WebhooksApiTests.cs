using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LeadStudio.Core.Webhooks;
using LeadStudio.TestSupport.Persistence;
using LeadStudio.TestSupport.Web;

namespace LeadStudio.Tests.Api;

public sealed class WebhooksApiTests(SqliteFixture databases) : IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private const string Path = "/api/v1/webhooks";
    private ApiScene _api = null!;
    private WebReceiver _receiver = null!;

    public async Task InitializeAsync()
    {
        _receiver = await WebReceiver.StartAsync();
        _api = await ApiScene.StartAsync(databases, "--LeadStudio:AllowPrivateTargets=true");
    }

    public async Task DisposeAsync()
    {
        await _api.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task Post_Webhook_IsToldOfALeadInTheShapeOfTheApi()
    {
        var (status, webhook) = await SendAsync(HttpMethod.Post, Path, new { url = _receiver.Url, events = (string[])["lead.created", "score.changed"] });
        var lead = await _api.AddAsync("ann@example.com");
        await _api.UntilAsync<WebhookChanged>(() => Task.FromResult(_receiver.Received.Count >= 2));

        Assert.Equal(201, status);
        var secret = Encoding.UTF8.GetBytes(webhook.GetProperty("secret").GetString()!);
        var told = _receiver.Received.Select(request => (Request: request, Body: JsonElement.Parse(request.Body))).ToDictionary(one => one.Body.GetProperty("event").GetString()!);
        var (request, body) = told["lead.created"];
        Assert.Equal(
            "v1=" + Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{request.Headers["LeadStudio-Id"]}.{request.Headers["LeadStudio-Timestamp"]}.{request.Body}"))),
            request.Headers["LeadStudio-Signature"]);
        var (_, read) = await _api.GetAsync($"/api/v1/leads/{lead}");
        Assert.Equal(
            read.EnumerateObject().Select(property => property.Name),
            body.GetProperty("data").GetProperty("lead").EnumerateObject().Select(property => property.Name));
        Assert.Equal("ann@example.com", body.GetProperty("data").GetProperty("lead").GetProperty("email").GetString());
        Assert.Equal(read.GetProperty("score").GetInt32(), told["score.changed"].Body.GetProperty("data").GetProperty("score").GetInt32());
    }

    [Fact]
    public async Task Patch_Webhook_ChangesOnlyWhatIsSent()
    {
        var id = await AddAsync();

        var (status, changed) = await SendAsync(HttpMethod.Patch, $"{Path}/{id}", new { threshold = 70, events = (string[])["score.changed"], paused = true });
        var (_, read) = await _api.GetAsync($"{Path}/{id}");

        Assert.Equal(200, status);
        Assert.Equal((70, true, _receiver.Url), (changed.GetProperty("threshold").GetInt32(), changed.GetProperty("paused").GetBoolean(), changed.GetProperty("url").GetString()));
        Assert.Equal(changed.ToString(), read.ToString());
        Assert.False(read.TryGetProperty("secret", out _));
    }

    [Fact]
    public async Task Deliveries_OfATest_HaveWhatWasSentAndAnsweredAndCanBeSentAgain()
    {
        var id = await AddAsync();
        await SendAsync(HttpMethod.Post, $"{Path}/{id}/test", null);
        await _api.UntilAsync<WebhookChanged>(async () => (await FirstAsync(id)).GetProperty("status").GetString() == "delivered");
        var delivery = await FirstAsync(id);

        var (status, _) = await SendAsync(HttpMethod.Post, $"{Path}/{id}/deliveries/{delivery.GetProperty("id").GetString()}/redeliver", null);
        await _api.UntilAsync<WebhookChanged>(async () => (await FirstAsync(id)).GetProperty("attempts").GetInt32() == 2);

        Assert.Equal(202, status);
        Assert.Equal(("test", 200), (delivery.GetProperty("payload").GetProperty("event").GetString(), delivery.GetProperty("responseStatus").GetInt32()));
        Assert.Equal(_receiver.Received[0].Body, _receiver.Received[1].Body);
    }

    [Fact]
    public async Task Delete_Webhook_IsGone()
    {
        var id = await AddAsync();

        using var response = await _api.Client.DeleteAsync(new Uri($"{Path}/{id}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(404, (await _api.GetAsync($"{Path}/{id}")).Status);
        Assert.Equal(0, (await _api.GetAsync(Path)).Body.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("""{"url":"https://example.com/","events":["lead.created"],"colour":"red"}""", "colour")]
    [InlineData("""{"url":7,"events":["lead.created"]}""", "url")]
    [InlineData("""{"url":"https://example.com/","events":"lead.created"}""", "events")]
    [InlineData("""{"url":"https://example.com/","events":["lead.created"],"threshold":1.5}""", "threshold")]
    [InlineData("""{"url":"https://example.com/","events":["lead.created"],"paused":"no"}""", "paused")]
    public async Task Post_WhatDoesNotFit_NamesTheField(string body, string field)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _api.Client.PostAsync(new Uri(Path, UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True((await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty(field, out _));
    }

    private async Task<string> AddAsync() =>
        (await SendAsync(HttpMethod.Post, Path, new { url = _receiver.Url, events = (string[])["lead.created"] })).Body.GetProperty("id").GetString()!;

    private async Task<JsonElement> FirstAsync(string id) => (await _api.GetAsync($"{Path}/{id}/deliveries")).Body.GetProperty("items")[0];

    private async Task<(int Status, JsonElement Body)> SendAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await _api.Client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }
}
