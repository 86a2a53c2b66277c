using LeadStudio.Core.Leads.Fields;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Tests.Api;

public sealed class FieldsApiTests(SqliteFixture databases) : IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private const string Fields = "/api/v1/fields";
    private ApiScene _api = null!;

    public async Task InitializeAsync() => _api = await ApiScene.StartAsync(databases);

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task Post_AChoice_TakesValuesOfLeadsAtOnce()
    {
        var made = await _api.SendAsync("POST", Fields, """{"label":"Plan of the shop","type":"choice","options":["Gold","Silver"]}""");
        var lead = await _api.SendAsync("POST", "/api/v1/leads", """{"email":"ann@example.com","fields":{"planOfTheShop":"gold"}}""");

        Assert.Equal((201, "planOfTheShop", $"{Fields}/planOfTheShop"), (made.Status, made["key"], made.Headers["Location"]));
        Assert.Equal("Gold", lead.Body.GetProperty("fields").GetProperty("planOfTheShop").GetString());
        var read = (await _api.GetAsync($"{Fields}/planOfTheShop")).Body;
        Assert.Equal(made.Body.GetRawText(), read.GetRawText());
        Assert.Contains(read.GetRawText(), (await _api.GetAsync(Fields)).Body.GetProperty("items").EnumerateArray().Select(field => field.GetRawText()));
    }

    [Fact]
    public async Task Patch_AField_ChangesWhatIsNamed()
    {
        await _api.SendAsync("POST", Fields, """{"label":"Budget","type":"text"}""");
        await _api.SendAsync("POST", "/api/v1/leads", """{"email":"ann@example.com","fields":{"budget":"1200"}}""");

        var changed = await _api.SendAsync("PATCH", $"{Fields}/budget", """{"label":"Money","type":"number","policy":"fillIfEmpty"}""");

        Assert.Equal(200, changed.Status);
        Assert.Equal(("Money", "number", "fillIfEmpty", false), (changed["label"], changed["type"], changed["policy"], changed.Body.GetProperty("isHidden").GetBoolean()));
    }

    [Fact]
    public async Task Delete_AField_HidesItAndKeepsWhatWasSaid()
    {
        await _api.SendAsync("POST", Fields, """{"label":"Budget","type":"text"}""");
        var lead = (await _api.SendAsync("POST", "/api/v1/leads", """{"email":"ann@example.com","fields":{"budget":"1200"}}"""))["id"];

        Assert.Equal(204, (await _api.SendAsync("DELETE", $"{Fields}/budget")).Status);

        Assert.True((await _api.Get<IFieldCatalog>().GetAsync())["budget"].IsHidden);
        Assert.Equal("1200", (await _api.GetAsync($"/api/v1/leads/{lead}")).Body.GetProperty("fields").GetProperty("budget").GetString());
        Assert.Equal(400, (await _api.SendAsync("DELETE", $"{Fields}/email")).Status);
    }

    [Theory]
    [InlineData("POST", "", """{"label":"E-mail","type":"text"}""", "label")]
    [InlineData("POST", "", """{"label":"","type":"text"}""", "label")]
    [InlineData("POST", "", """{"label":"Budget","type":"money"}""", "type")]
    [InlineData("POST", "", """{"label":"Budget","type":1}""", "type")]
    [InlineData("POST", "", """{"label":"Budget"}""", "type")]
    [InlineData("POST", "", """{"label":"Budget","type":"number","options":["a"]}""", "options")]
    [InlineData("POST", "", """{"label":"Budget","type":"choice","options":[" "]}""", "options")]
    [InlineData("POST", "", """{"label":"Budget","type":"choice","options":[null]}""", "options")]
    [InlineData("PATCH", "/title", """{"label":"E-mail"}""", "label")]
    [InlineData("PATCH", "/title", """{"key":"x"}""", "key")]
    public async Task AnyCall_WithAMistake_NamesIt(string method, string path, string body, string field)
    {
        var answer = await _api.SendAsync(method, Fields + path, body);

        Assert.Equal(400, answer.Status);
        Assert.True(answer.Body.GetProperty("errors").TryGetProperty(field, out _), answer.Body.GetRawText());
    }

    [Theory]
    [InlineData("GET", null)]
    [InlineData("PATCH", "{}")]
    [InlineData("DELETE", null)]
    public async Task AnyCall_ForNoField_IsNotFound(string method, string? body) =>
        Assert.Equal(404, (await _api.SendAsync(method, $"{Fields}/nothing", body)).Status);
}
