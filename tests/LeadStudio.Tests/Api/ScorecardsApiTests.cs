using System.Text.Json;
using System.Text.Json.Nodes;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Tests.Api;

public sealed class ScorecardsApiTests(SqliteFixture databases) : IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private const string Scorecards = "/api/v1/scorecards";
    private ApiScene _api = null!;

    public async Task InitializeAsync() => _api = await ApiScene.StartAsync(databases);

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task Draft_Saved_TriedAndPublished_ScoresByIt_AndRollsBack()
    {
        var id = (await _api.SendAsync("POST", "/api/v1/leads", """{"email":"ann@example.com","title":"CEO"}"""))["id"];
        var before = await _api.SendAsync("GET", $"{Scorecards}/draft");

        var saved = await _api.SendAsync("PUT", $"{Scorecards}/draft", OneRule(before.Body, points: 60), ("If-Match", before.Headers["ETag"]));
        var preview = await _api.SendAsync("POST", $"{Scorecards}/draft/preview");
        var published = await _api.SendAsync("POST", $"{Scorecards}/draft/publish", """{"note":"Only the chief counts"}""");

        Assert.Equal((200, 1, 0), (saved.Status, saved.Body.GetProperty("revision").GetInt32(), before.Body.GetProperty("revision").GetInt32()));
        Assert.Equal((200, 1, 1), (preview.Status, preview.Body.GetProperty("leads").GetInt32(), preview.Body.GetProperty("changed").GetInt32()));
        Assert.Equal(id, preview.Body.GetProperty("movers")[0].GetProperty("leadId").GetString());
        Assert.Equal((200, 2, "Only the chief counts"), (published.Status, published.Body.GetProperty("version").GetInt32(), published["note"]));
        var scored = await _api.SendAsync("POST", "/api/v1/leads", """{"email":"bob@example.com","title":"CEO"}""");
        Assert.Equal(60, scored.Body.GetProperty("score").GetInt32());
        var back = await _api.SendAsync("POST", $"{Scorecards}/1/rollback");
        Assert.Equal((200, 3), (back.Status, back.Body.GetProperty("version").GetInt32()));
        var list = (await _api.GetAsync(Scorecards)).Body.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal([(3, true), (2, false), (1, false)], list.Select(card => (card.GetProperty("version").GetInt32(), card.GetProperty("isPublished").GetBoolean())));
        Assert.Equal(
            (await _api.GetAsync($"{Scorecards}/1")).Body.GetProperty("card").GetRawText(),
            (await _api.GetAsync($"{Scorecards}/3")).Body.GetProperty("card").GetRawText());
    }

    [Fact]
    public async Task Draft_SavedMeanwhile_IsNotOverwrittenByWhoExpectsAnother()
    {
        var draft = await _api.SendAsync("GET", $"{Scorecards}/draft");
        await _api.SendAsync("PUT", $"{Scorecards}/draft", OneRule(draft.Body, points: 60));

        var late = await _api.SendAsync("PUT", $"{Scorecards}/draft", OneRule(draft.Body, points: 70), ("If-Match", draft.Headers["ETag"]));
        var whatever = await _api.SendAsync("PUT", $"{Scorecards}/draft", OneRule(draft.Body, points: 80));

        Assert.Equal((412, "urn:leadstudio:problem:changed"), (late.Status, late["type"]));
        Assert.Equal(2, whatever.Body.GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task Draft_WithMistakes_IsKeptButNotPublished()
    {
        var draft = await _api.SendAsync("GET", $"{Scorecards}/draft");

        var saved = await _api.SendAsync("PUT", $"{Scorecards}/draft", OneRule(draft.Body, points: 60, field: "nothing"));
        var published = await _api.SendAsync("POST", $"{Scorecards}/draft/publish");

        var path = saved.Body.GetProperty("problems")[0].GetProperty("path").GetString()!;
        Assert.StartsWith("groups[0].rules[0]", path, StringComparison.Ordinal);
        Assert.Equal(400, published.Status);
        Assert.True(published.Body.GetProperty("errors").TryGetProperty(path, out _));
    }

    [Theory]
    [InlineData("GET", "/99", null, 404)]
    [InlineData("POST", "/99/rollback", null, 404)]
    [InlineData("POST", "/draft/publish", null, 409)]
    [InlineData("POST", "/draft/preview", null, 409)]
    [InlineData("PUT", "/draft", """{"version":1,"bands":{},"groups":[]}""", 400)]
    [InlineData("PUT", "/draft", "[]", 400)]
    [InlineData("POST", "/draft/publish", """{"remark":"x"}""", 400)]
    public async Task AnyCall_ThatDoesNotFit_IsAProblem(string method, string path, string? body, int status)
    {
        var answer = await _api.SendAsync(method, Scorecards + path, body);

        Assert.Equal(status, answer.Status);
        Assert.StartsWith("urn:leadstudio:problem:", answer["type"], StringComparison.Ordinal);
    }

    // The card of a draft, but with one group of one rule that takes chiefs.
    private static string OneRule(JsonElement draft, int points, string field = "title")
    {
        var card = JsonNode.Parse(draft.GetProperty("card").GetRawText())!.AsObject();
        card["groups"] = JsonNode.Parse($$$"""
            [{"key":"g","name":"Group","axis":"fit","cap":100,"rules":[{"key":"r","name":"Chief","points":{{{points}}},"when":{"field":"{{{field}}}","is":"CEO"}}]}]
            """);
        return card.ToJsonString();
    }
}
