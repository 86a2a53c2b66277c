using LeadStudio.Core.Leads;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Tests.Api;

public sealed class CompaniesApiTests(SqliteFixture databases) : IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private const string Companies = "/api/v1/companies";
    private ApiScene _api = null!;

    public async Task InitializeAsync()
    {
        _api = await ApiScene.StartAsync(databases);
        await _api.SendAsync("POST", "/api/v1/leads/batch", """
            {"items":[{"email":"a@alpha.com"},{"email":"b@alpha.com"},{"email":"c@beta.com"},{"email":"d@gamma.com"}]}
            """);
    }

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task List_PageByPage_GivesEachOnce()
    {
        var found = new List<string?>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await _api.GetAsync($"{Companies}?sort=name&limit=2{cursor}")).Body;
            Assert.Equal(cursor.Length == 0 ? 3 : null, page.GetProperty("total").GetInt64OrNull());
            found.AddRange(page.GetProperty("items").EnumerateArray().Select(company => company.GetProperty("domain").GetString()));
            cursor = page.GetProperty("nextCursor").GetString() is { } next ? $"&cursor={next}" : null;
        }

        Assert.Equal(["alpha.com", "beta.com", "gamma.com"], found);
    }

    [Fact]
    public async Task List_OnceCounted_HasTheMostLeadsFirst()
    {
        await _api.UntilAsync<CompaniesChanged>(async () =>
            (await _api.GetAsync(Companies)).Body.GetProperty("items")[0] is var first && first.GetProperty("leads").GetInt64() == 2 && first.GetProperty("domain").GetString() == "alpha.com");

        Assert.Equal("beta.com", (await _api.GetAsync($"{Companies}?q=bet")).Body.GetProperty("items").EnumerateArray().Single().GetProperty("domain").GetString());
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("sort=age", "sort")]
    [InlineData("cursor=%00", "cursor")]
    [InlineData("cursor=MSBuYW1lIA", "cursor")]
    public async Task List_WithAMistake_NamesIt(string query, string parameter)
    {
        var (status, problem) = await _api.GetAsync($"{Companies}?{query}");

        Assert.Equal(400, status);
        Assert.True(problem.GetProperty("errors").TryGetProperty(parameter, out _));
    }

    [Fact]
    public async Task Stats_OfTheLeads_AddUp()
    {
        var stats = (await _api.GetAsync("/api/v1/stats")).Body;

        Assert.Equal((4, 4, 0), (stats.GetProperty("total").GetInt32(), stats.GetProperty("open").GetInt32(), stats.GetProperty("won").GetInt32()));
        Assert.Equal(4, stats.GetProperty("byBand").EnumerateArray().Sum(band => band.GetProperty("leads").GetInt32()));
        Assert.Equal("New", stats.GetProperty("byStage")[0].GetProperty("value").GetString());
    }
}
