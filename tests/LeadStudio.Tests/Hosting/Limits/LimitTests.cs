using System.Net;
using System.Text;
using System.Text.Json;
using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Keys;
using LeadStudio.TestSupport.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Tests.Hosting.Limits;

public sealed class LimitTests(SqliteFixture databases) : IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private const int Flood = 10_000;
    private readonly WebApplication _app = LeadStudioApplication.Create(
        ["--urls=http://127.0.0.1:0", $"--LeadStudio:Database={databases.NewDatabase()}", "--LeadStudio:Limits:RequestsPerKey=5", "--LeadStudio:Limits:RequestsPerAddress=40"]);

    public Task InitializeAsync() => _app.StartAsync();

    public async Task DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Key_UsedTooOften_IsToldHowLongToWaitAndOthersAreNot()
    {
        using var busy = await ClientAsync();
        using var calm = await ClientAsync();

        var answers = new List<HttpResponseMessage>();
        for (var request = 1; request <= 15; request++)
        {
            answers.Add(await busy.GetAsync(new Uri("/api/v1/leads", UriKind.Relative)));
        }

        var refused = answers.FindAll(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.NotEmpty(refused);
        Assert.Equal(HttpStatusCode.OK, answers[0].StatusCode);
        Assert.True(refused[0].Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
        Assert.Equal("urn:leadstudio:problem:too-many-requests", JsonDocument.Parse(await refused[0].Content.ReadAsStringAsync()).RootElement.GetProperty("type").GetString());
        Assert.Equal(HttpStatusCode.OK, (await calm.GetAsync(new Uri("/api/v1/leads", UriKind.Relative))).StatusCode);
        answers.ForEach(answer => answer.Dispose());
    }

    [Fact]
    public async Task Address_TenThousandRequestsWithForgedKeys_MostAreRefusedBeforeAnyIsLookedAt()
    {
        using var http = new HttpClient { BaseAddress = new(_app.Urls.Single()) };
        var statuses = new System.Collections.Concurrent.ConcurrentBag<HttpStatusCode>();

        await Parallel.ForAsync(0, Flood, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, stop) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/leads", UriKind.Relative));
            request.Headers.Authorization = new("Bearer", $"ls_live_{number}");
            using var answer = await http.SendAsync(request, stop);
            statuses.Add(answer.StatusCode);
        });

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests], statuses.Distinct().Order());
        Assert.True(statuses.Count(status => status == HttpStatusCode.TooManyRequests) > Flood / 2, "most of a flood is to be refused");
        using var health = await http.GetAsync(new Uri("/healthz", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, health.StatusCode); // what the machine asks is not limited
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-out")]
    public async Task Post_LargerThanAllowed_IsRefused(string path)
    {
        using var http = new HttpClient { BaseAddress = new(_app.Urls.Single()) };
        using var body = new StringContent($"_handler=sign-in&Input.Email={new string('x', 300 * 1024)}", Encoding.UTF8, "application/x-www-form-urlencoded");

        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), body);

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest });
    }

    private async Task<HttpClient> ClientAsync()
    {
        var key = (await _app.Services.GetRequiredService<IApiKeys>().AddAsync("Test", [Scopes.ReadLeads], expiresAt: null, Actor.System)).Value!;
        var http = new HttpClient { BaseAddress = new(_app.Urls.Single()) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", key.Secret);
        return http;
    }
}
