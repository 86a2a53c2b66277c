using System.Text.Json;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Tests.Api;

public sealed class LeadBatchApiTests(SqliteFixture databases) : IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private const string Batch = "/api/v1/leads/batch";
    private ApiScene _api = null!;

    public async Task InitializeAsync() => _api = await ApiScene.StartAsync(databases);

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task Post_GoodAndBadRows_TakesTheGoodOnesInOrder()
    {
        var answer = await _api.SendAsync("POST", Batch, """
            {"items":[
              {"email":"ann@example.com","title":"CEO","industry":"Basket weaving"},
              {"email":"nobody","industry":"Glass blowing"},
              {"externalId":"7","fields":{"nothing":1}},
              {"email":"ann@example.com","city":"Bonn"},
              7,
              {"id":"999","title":"CEO"},
              {"externalId":"8","title":null}
            ]}
            """);

        var rows = answer.Body.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["created", "rejected", "rejected", "updated", "rejected", "rejected", "created"], rows.Select(row => row.GetProperty("status").GetString()));
        Assert.Equal(Enumerable.Range(0, 7), rows.Select(row => row.GetProperty("index").GetInt32()));
        Assert.Equal(rows[0].GetProperty("id").GetString(), rows[3].GetProperty("id").GetString());
        Assert.True(rows[1].GetProperty("errors").TryGetProperty("email", out _));
        Assert.True(rows[2].GetProperty("errors").TryGetProperty("fields.nothing", out _));
        Assert.Contains("no lead 999", rows[5].GetProperty("detail").GetString(), StringComparison.Ordinal);
        var ann = (await _api.GetAsync($"/api/v1/leads/{rows[0].GetProperty("id").GetString()}")).Body;
        Assert.Equal(("Bonn", "Basket weaving"), (ann.GetProperty("city").GetString(), ann.GetProperty("industry").GetString()));
        Assert.Equal(ann.GetProperty("score").GetInt32(), rows[3].GetProperty("score").GetInt32());
    }

    [Theory]
    [InlineData("[]", "items")]
    [InlineData("{}", "items")]
    [InlineData("""{"items":{}}""", "items")]
    [InlineData("""{"items":[],"more":1}""", "more")]
    public async Task Post_WhatIsNoBatch_IsAProblem(string body, string field)
    {
        var answer = await _api.SendAsync("POST", Batch, body);

        Assert.Equal(400, answer.Status);
        Assert.True(answer.Body.GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task Post_TenThousandRows_ScoresAll_AndOneMoreIsRefused()
    {
        static string Of(int rows) => JsonSerializer.Serialize(new { items = Enumerable.Range(0, rows).Select(i => new { email = $"lead{i}@example{i % 500}.com", title = "CEO", employees = i }) });

        var full = await _api.SendAsync("POST", Batch, Of(10_000));
        var over = await _api.SendAsync("POST", Batch, Of(10_001));

        Assert.All(full.Body.GetProperty("items").EnumerateArray(), row => Assert.True(row.GetProperty("score").GetInt32() > 0));
        Assert.Equal((400, 10_000), (over.Status, (await _api.GetAsync("/api/v1/leads")).Body.GetProperty("total").GetInt64()));
    }
}
