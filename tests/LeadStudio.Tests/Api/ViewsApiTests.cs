using LeadStudio.Core.Access;
using LeadStudio.Core.Leads.Views;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Tests.Api;

public sealed class ViewsApiTests(SqliteFixture databases) : IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private ApiScene _api = null!;

    public async Task InitializeAsync() => _api = await ApiScene.StartAsync(databases);

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task View_KeptChangedAndDeleted_IsSeenByPeopleWhereItIsShared()
    {
        var made = await _api.SendAsync("POST", "/api/v1/views", """{"name":"Chiefs","filter":"title is CEO","sort":"email","scope":"all"}""");
        Assert.Empty(await _api.Get<ISavedViews>().ListAsync(Actor.LocalUser));

        var changed = await _api.SendAsync("PATCH", made.Headers["Location"], """{"isShared":true,"name":"Our chiefs"}""");

        Assert.Equal((201, 200, "Our chiefs", "title is CEO", "email", "all"), (made.Status, changed.Status, changed["name"], changed["filter"], changed["sort"], changed["scope"]));
        Assert.Equal(changed.Body.GetRawText(), (await _api.GetAsync(made.Headers["Location"])).Body.GetRawText());
        Assert.Equal("Our chiefs", Assert.Single(await _api.Get<ISavedViews>().ListAsync(Actor.LocalUser)).Name);
        Assert.Equal(204, (await _api.SendAsync("DELETE", made.Headers["Location"])).Status);
        Assert.Equal(404, (await _api.GetAsync(made.Headers["Location"])).Status);
    }

    [Fact]
    public async Task View_OfAPerson_IsTheirsAlone()
    {
        var views = _api.Get<ISavedViews>();
        var hidden = (await views.AddAsync("Mine", new ViewContent(), Actor.LocalUser)).Value!;
        var shared = (await views.ChangeAsync((await views.AddAsync("Ours", new ViewContent(), Actor.LocalUser)).Value! with { IsShared = true }, Actor.LocalUser)).Value!;

        Assert.Equal(404, (await _api.GetAsync($"/api/v1/views/{hidden.Id}")).Status);
        Assert.Equal(400, (await _api.SendAsync("PATCH", $"/api/v1/views/{shared.Id}", """{"name":"Stolen"}""")).Status);
        Assert.Equal("Ours", (await _api.GetAsync("/api/v1/views")).Body.GetProperty("items")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Segment_Kept_CountsItsLeadsAndIsASharedView()
    {
        await _api.SendAsync("POST", "/api/v1/leads", """{"email":"ann@example.com","title":"CEO","outcome":{"result":"won"}}""");
        await _api.SendAsync("POST", "/api/v1/leads", """{"email":"bob@example.com","title":"Clerk"}""");

        var made = await _api.SendAsync("POST", "/api/v1/segments", """{"name":"Chiefs","filter":"title is CEO"}""");

        Assert.Equal((201, 1), (made.Status, made.Body.GetProperty("leads").GetInt32()));
        Assert.Equal(made.Body.GetRawText(), (await _api.GetAsync("/api/v1/segments")).Body.GetProperty("items")[0].GetRawText());
        Assert.Equal("title is CEO", Assert.Single(await _api.Get<ISavedViews>().ListAsync(Actor.LocalUser)).Content.FilterText);
    }

    [Theory]
    [InlineData("views", """{"name":"x","filter":"title contains"}""", "filter")]
    [InlineData("views", """{"name":" "}""", "name")]
    [InlineData("views", """{"name":"x","sort":"nothing"}""", "sort")]
    [InlineData("views", """{"name":"x","scope":"some"}""", "scope")]
    [InlineData("views", """{"title":"x"}""", "title")]
    [InlineData("segments", """{"name":"x","filter":"title contains"}""", "filter")]
    [InlineData("segments", """{"name":"x"}""", "filter")]
    [InlineData("segments", """{"name":"","filter":"title is CEO"}""", "name")]
    public async Task Post_WithAMistake_NamesIt(string kind, string body, string field)
    {
        var answer = await _api.SendAsync("POST", $"/api/v1/{kind}", body);

        Assert.Equal(400, answer.Status);
        Assert.True(answer.Body.GetProperty("errors").TryGetProperty(field, out _), answer.Body.GetRawText());
    }
}
