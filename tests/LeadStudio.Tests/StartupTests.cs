using LeadStudio.Core.Persistence;
using LeadStudio.Hosting;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

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
    [InlineData("/healthz", "{\"status\":\"healthy\",\"checks\":{}}")]
    [InlineData("/readyz", "{\"status\":\"healthy\",\"checks\":{\"database\":{\"status\":\"healthy\",\"detail\":null},\"queue\":{\"status\":\"healthy\",\"detail\":null}}}")]
    public async Task Get_Health_AnswersInJson(string path, string expected)
    {
        await using var app = Create();
        await app.StartAsync();
        using var http = new HttpClient();

        var answer = await http.GetStringAsync(new Uri(app.Urls.Single() + path));

        Assert.Equal(expected, answer);
    }

    [Fact]
    public async Task Get_ReadyzWithoutMigration_IsUnavailableWhileTheProcessIsHealthy()
    {
        await using var app = LeadStudioApplication.Create([], builder => Configure(builder)); // not started: nothing was migrated
        var report = await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        Assert.Equal(HealthStatus.Unhealthy, report.Status);
        Assert.Contains("migrations are still to be done", report.Entries["database"].Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_DemoAskedFor_FillsTheEmptyDatabaseOnce()
    {
        var database = ("LeadStudio:Database", databases.NoDatabase());
        for (var start = 1; start <= 2; start++)
        {
            await using var app = Create(("LeadStudio:Demo", "true"), database);

            await app.StartAsync();

            Assert.Equal(5_000, await app.Services.GetRequiredService<IDatabase>().ReadAsync(
                db => db.Database.SqlQuery<int>($"select count(*) as \"Value\" from leads").SingleAsync()));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)] // as after a start that failed: the host is disposed of without a stop
    public async Task DisposeAsync_StoppedOrNot_LogsNoFailure(bool isStopped)
    {
        var failures = new FailureLog();
        await using (var app = LeadStudioApplication.Create([], builder =>
        {
            Configure(builder);
            builder.Logging.AddProvider(failures);
        }))
        {
            await app.StartAsync();
            if (isStopped)
            {
                await app.StopAsync();
            }
        }

        Assert.Empty(failures.Texts);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/healthz")]
    [InlineData("no address")]
    public async Task HealthProbe_NobodyThere_ReturnsOne(string url) => Assert.Equal(1, await HealthProbe.RunAsync(url));

    private WebApplication Create(params (string Key, string Value)[] settings) =>
        LeadStudioApplication.Create([], builder => Configure(builder, settings));

    private void Configure(WebApplicationBuilder builder, params (string Key, string Value)[] settings)
    {
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection([new("LeadStudio:Database", databases.NoDatabase())]);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
    }
}
