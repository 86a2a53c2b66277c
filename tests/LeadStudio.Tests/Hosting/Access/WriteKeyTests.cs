using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Keys;
using LeadStudio.Tests.Api;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Tests.Hosting.Access;

/// <summary>Everybody can read a write key in the source of a web page: it must open nothing.</summary>
public sealed class WriteKeyTests(SqliteFixture databases) : IClassFixture<SqliteFixture>
{
    [Theory]
    [InlineData("GET", "/api/v1/leads")]
    [InlineData("POST", "/api/v1/leads")]
    [InlineData("GET", "/api/v1/score-changes")]
    [InlineData("POST", "/hubs/scores/negotiate?negotiateVersion=1")]
    public async Task Request_WithAWriteKey_IsToldWhatTheKeyIsFor(string method, string path)
    {
        await using var api = await ApiScene.StartAsync(databases);
        var made = (await api.Get<IApiKeys>().AddWriteKeyAsync("www.example.com", expiresAt: null, Actor.System)).Value!;
        api.Client.DefaultRequestHeaders.Authorization = new("Bearer", made.Secret);

        var answer = await api.SendAsync(method, path, method == "POST" ? "{}" : null);

        Assert.Equal((403, "urn:leadstudio:problem:forbidden"), (answer.Status, answer["type"]));
        Assert.Contains("write key", answer["detail"], StringComparison.Ordinal);
        Assert.Contains("only sends tracking events", answer["detail"], StringComparison.Ordinal);
    }
}
