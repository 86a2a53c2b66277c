using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using LeadStudio.Hosting;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Tests.Api;

public sealed class LeadsApiTests(SqliteFixture databases) : IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private ApiScene _api = null!;

    public async Task InitializeAsync() => _api = await ApiScene.StartAsync(databases);

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task Get_ALead_HasTheNamesOfTheContract()
    {
        var id = await _api.AddAsync("ann@example.com");

        var (status, lead) = await _api.GetAsync($"/api/v1/leads/{id}");

        Assert.Equal(200, status);
        Assert.Equal(
            [
                "id", "externalId", "email", "firstName", "lastName", "company", "domain", "title", "phone", "country", "city", "industry", "employees", "website",
                "source", "stage", "owner", "tags", "score", "band", "createdAt", "updatedAt", "lastSeenAt", "outcome", "fields",
            ],
            lead.EnumerateObject().Select(property => property.Name));
        Assert.Equal(id.ToString(CultureInfo.InvariantCulture), lead.GetProperty("id").GetString());
        Assert.Equal("example.com", lead.GetProperty("domain").GetString());
        Assert.EndsWith("Z", lead.GetProperty("createdAt").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Score_OfALead_AddsUp()
    {
        var id = await _api.AddAsync("ann@example.com");

        var (_, score) = await _api.GetAsync($"/api/v1/leads/{id}/score");

        Assert.True(score.GetProperty("score").GetInt32() > 0);
        Assert.Equal(score.GetProperty("score").GetInt32(), score.GetProperty("ledger").EnumerateArray().Sum(entry => entry.GetProperty("points").GetInt32()));
        Assert.Equal(score.GetProperty("score").GetInt32(), score.GetProperty("parts").EnumerateArray().Sum(part => part.GetProperty("points").GetInt32()));
        Assert.Contains(score.GetProperty("ledger").EnumerateArray(), entry => entry.GetProperty("evidence")[0].GetProperty("value").GetString() == "CEO");
    }

    [Fact]
    public async Task List_PageByPage_GivesEachLeadOnceInOrder()
    {
        string[] emails = ["a@example.com", "b@example.com", "c@example.com", "d@example.com", "e@example.com"];
        foreach (var email in emails)
        {
            await _api.AddAsync(email);
        }

        var found = new List<string?>();
        var path = "/api/v1/leads?sort=-email&limit=2";
        for (string? cursor = ""; cursor is not null;)
        {
            var (_, page) = await _api.GetAsync(path + cursor);
            Assert.Equal(cursor.Length == 0 ? 5 : null, page.GetProperty("total").GetInt64OrNull());
            found.AddRange(page.GetProperty("items").EnumerateArray().Select(lead => lead.GetProperty("email").GetString()));
            cursor = page.GetProperty("nextCursor").GetString() is { } next ? $"&cursor={next}" : null;
        }

        Assert.Equal(emails.Reverse(), found);
    }

    [Theory]
    [InlineData("filter=title%20contains", "filter", 14)]
    [InlineData("sort=nothing", "sort", null)]
    [InlineData("limit=0", "limit", null)]
    [InlineData("limit=1001", "limit", null)]
    [InlineData("cursor=%00%C3", "cursor", null)]
    [InlineData("cursor=e30", "cursor", null)]
    public async Task List_WithAMistake_NamesTheParameterAndWhatToDo(string query, string parameter, int? position)
    {
        var (status, problem) = await _api.GetAsync($"/api/v1/leads?{query}");

        Assert.Equal(400, status);
        Assert.Equal("urn:leadstudio:problem:invalid", problem.GetProperty("type").GetString());
        Assert.NotEmpty(problem.GetProperty("errors").GetProperty(parameter)[0].GetString()!);
        Assert.Equal(position, problem.GetProperty("position").GetInt64OrNull());
    }

    [Theory]
    [InlineData("limit=abc")]
    [InlineData("limit=99999999999999999999")]
    public async Task List_WithAValueOfAnotherKind_IsAProblem(string query)
    {
        var (status, problem) = await _api.GetAsync($"/api/v1/leads?{query}");

        Assert.Equal(400, status);
        Assert.Equal("urn:leadstudio:problem:invalid", problem.GetProperty("type").GetString());
    }

    [Fact]
    public async Task List_FilteredAndSearched_GivesThoseAlone()
    {
        await _api.AddAsync("ann@example.com");
        await _api.AddAsync("ann@other.com", "Clerk");
        await _api.AddAsync("bob@example.com", "CEO");

        var (_, page) = await _api.GetAsync("/api/v1/leads?q=ann&filter=title%20is%20CEO");

        Assert.Equal("ann@example.com", page.GetProperty("items").EnumerateArray().Single().GetProperty("email").GetString());
    }

    [Theory]
    [InlineData("/api/v1/leads/999")]
    [InlineData("/api/v1/leads/999/score")]
    [InlineData("/api/v1/leads/999/observations")]
    [InlineData("/api/v1/leads/999/history")]
    [InlineData("/api/v1/nothing/here")]
    public async Task Get_WhatIsNotThere_IsAProblem(string path)
    {
        using var response = await _api.Client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Observations_OfALead_SayWhoSaidWhat()
    {
        var id = await _api.AddAsync("ann@example.com");

        var (_, page) = await _api.GetAsync($"/api/v1/leads/{id}/observations");

        var said = page.GetProperty("items")[0];
        Assert.Equal("CEO", said.GetProperty("values").GetProperty("title").GetString());
        Assert.Equal("edit", said.GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Basic YTpi")]
    [InlineData("Bearer ")]
    [InlineData("Bearer 0123456789abcdef0123456789abcdeg")]
    [InlineData("Bearer 0123456789abcdef0123456789abcdef0")]
    public async Task AnyPath_WithoutTheKey_IsRefused(string? authorization)
    {
        _api.Client.DefaultRequestHeaders.Authorization = authorization is null ? null : AuthenticationHeaderValue.Parse(authorization);

        using var response = await _api.Client.GetAsync(new Uri("/api/v1/leads", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().Scheme);
        Assert.Contains("urn:leadstudio:problem:unauthorized", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Create_ShortKey_SaysSo()
    {
        var mistake = Assert.Throws<SettingException>(() => LeadStudioApplication.Create(["--LeadStudio:BootstrapApiKey=short"]));

        Assert.Contains("LeadStudio:BootstrapApiKey", mistake.Message, StringComparison.Ordinal);
    }
}
