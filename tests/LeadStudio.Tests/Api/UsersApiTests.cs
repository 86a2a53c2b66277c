using System.Net.Http.Json;
using System.Text.Json;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Tests.Api;

public sealed class UsersApiTests(SqliteFixture databases) : IClassFixture<SqliteFixture>
{
    [Fact]
    public async Task User_InvitedChangedAndRemoved_IsInTheTrailByTheKey()
    {
        await using var api = await ApiScene.StartAsync(databases);
        using var invited = await api.Client.PostAsJsonAsync(new Uri("/api/v1/users", UriKind.Relative), new { email = "ann@example.com", name = "Ann", role = "admin", teams = new[] { "North" } });
        Assert.Equal(201, (int)invited.StatusCode);
        var body = await invited.Content.ReadFromJsonAsync<JsonElement>();
        var id = body.GetProperty("user").GetProperty("id").GetString();
        Assert.Equal("invited", body.GetProperty("user").GetProperty("state").GetString());
        Assert.StartsWith($"/set-password?user={id}&token=", body.GetProperty("passwordPath").GetString(), StringComparison.Ordinal);

        using var changed = await api.Client.PatchAsJsonAsync(new Uri($"/api/v1/users/{id}", UriKind.Relative), new { role = "sales", teams = new[] { "South" } });
        Assert.Equal(200, (int)changed.StatusCode);
        using var removed = await api.Client.DeleteAsync(new Uri($"/api/v1/users/{id}", UriKind.Relative));
        Assert.Equal(204, (int)removed.StatusCode);

        var trail = (await api.GetAsync("/api/v1/audit?kind=user&limit=3")).Body;
        Assert.Equal(["user.removed", "user.changed", "user.link-made"], trail.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("action").GetString()));
        var change = trail.GetProperty("items")[1];
        Assert.Equal(("key", "Bootstrap key", "Admin", "Sales"), (
            change.GetProperty("actorKind").GetString(), change.GetProperty("actor").GetString(), change.GetProperty("before").GetProperty("role").GetString(), change.GetProperty("after").GetProperty("role").GetString()));
        var next = (await api.GetAsync($"/api/v1/audit?kind=user&limit=3&cursor={trail.GetProperty("nextCursor").GetString()}")).Body;
        Assert.Equal("user.added", Assert.Single(next.GetProperty("items").EnumerateArray()).GetProperty("action").GetString());
    }

    [Theory]
    [InlineData("""{"email":"ann@example.com","name":"Ann","password":"x"}""", "password")]
    [InlineData("""{"email":"ann@example.com","name":"Ann","role":"owner"}""", "role")]
    [InlineData("""{"email":"ann@example.com"}""", "name")]
    [InlineData("""{"email":"nonsense","name":"Ann"}""", "is no e-mail address")]
    public async Task Post_WhatDoesNotFit_IsRefusedByName(string body, string expected)
    {
        await using var api = await ApiScene.StartAsync(databases);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var answer = await api.Client.PostAsync(new Uri("/api/v1/users", UriKind.Relative), content);

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains(expected, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, (await api.GetAsync("/api/v1/users")).Body.GetProperty("total").GetInt32());
    }
}
