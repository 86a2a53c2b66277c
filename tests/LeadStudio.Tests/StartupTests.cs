using LeadStudio.Hosting;
using LeadStudio.TestSupport.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;

namespace LeadStudio.Tests;

public sealed class StartupTests(SqliteFixture databases) : IClassFixture<SqliteFixture>
{
    [Fact]
    public async Task StartAsync_Defaults_IsHealthy()
    {
        await using var app = Create();

        await app.StartAsync();

        Assert.Equal(0, await HealthProbe.RunAsync($"{app.Urls.Single()}/healthz"));
    }

    [Fact]
    public async Task Get_Page_AllowsNoScriptFromElsewhere()
    {
        await using var app = Create();
        await app.StartAsync();
        using var http = new HttpClient();

        using var response = await http.GetAsync(new Uri(app.Urls.Single()));

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/healthz")]
    [InlineData("no address")]
    public async Task HealthProbe_NobodyThere_ReturnsOne(string url) => Assert.Equal(1, await HealthProbe.RunAsync(url));

    private WebApplication Create(params (string Key, string Value)[] settings) =>
        LeadStudioApplication.Create([], builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Configuration.AddInMemoryCollection(
                settings.Append(("LeadStudio:Database", databases.NewDatabase())).ToDictionary(s => s.Item1, s => (string?)s.Item2));
        });
}
