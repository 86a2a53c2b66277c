using System.Text;
using LeadStudio.Api.Idempotency;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Requests;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Tests.Api.Idempotency;

public sealed class IdempotencyFilterTests(SqliteFixture databases) : IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private const string Leads = "/api/v1/leads";
    private ApiScene _api = null!;

    public async Task InitializeAsync() => _api = await ApiScene.StartAsync(databases);

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task Post_TheSameTwice_IsDoneOnceAndAnsweredAlike()
    {
        var id = (await _api.SendAsync("POST", Leads, """{"email":"ann@example.com"}"""))["id"];

        var first = await PostAsync($"{Leads}/{id}/notes", """{"text":"Call"}""", "n1");
        var again = await PostAsync($"{Leads}/{id}/notes", """{"text":"Call"}""", "n1");

        Assert.Equal((201, first.Body.GetRawText(), first.Headers["Location"]), (again.Status, again.Body.GetRawText(), again.Headers["Location"]));
        Assert.Equal((false, "true"), (first.Headers.ContainsKey("Idempotency-Replayed"), again.Headers["Idempotency-Replayed"]));
        Assert.Single((await _api.GetAsync($"{Leads}/{id}/notes")).Body.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Post_ALead_KeepsItsVersionToo()
    {
        var first = await PostAsync(Leads, """{"email":"ann@example.com"}""", "1");
        var again = await PostAsync(Leads, """{"email":"ann@example.com"}""", "1");

        Assert.Equal((201, first.Headers["ETag"]), (again.Status, again.Headers["ETag"]));
    }

    [Theory]
    [InlineData(Leads, """{"email":"bob@example.com"}""")]
    [InlineData(Leads + "/batch", """{"email":"ann@example.com"}""")]
    public async Task Post_AnotherRequestOfTheSameName_IsRefused(string path, string body)
    {
        await PostAsync(Leads, """{"email":"ann@example.com"}""", "1");

        var other = await PostAsync(path, body, "1");

        Assert.Equal((422, "urn:leadstudio:problem:idempotency-key-used"), (other.Status, other["type"]));
    }

    [Fact]
    public async Task Post_WhileTheFirstRuns_SaysToWait()
    {
        const string body = """{"email":"ann@example.com"}""";
        var fingerprint = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes($"POST {Leads}\n{body}")));
        await _api.Get<IAnsweredRequests>().BeginAsync("bootstrap", "1", fingerprint);

        var second = await PostAsync(Leads, body, "1");

        Assert.Equal((409, "urn:leadstudio:problem:idempotency-running", "1"), (second.Status, second["type"], second.Headers["Retry-After"]));
    }

    [Fact]
    public async Task Post_ARefusedRequest_IsRefusedAgain()
    {
        var first = await PostAsync(Leads, """{"email":7}""", "1");
        var again = await PostAsync(Leads, """{"email":7}""", "1");

        Assert.Equal((400, first.Body.GetRawText(), "application/problem+json"), (again.Status, again.Body.GetRawText(), again.Headers["Content-Type"].Split(';')[0]));
    }

    [Fact]
    public async Task Post_AFileTwice_ImportsItOnce()
    {
        async Task<ApiAnswer> UploadAsync()
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent("Email\nann@example.com\n"u8.ToArray()), "file", "leads.csv" } };
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/imports", UriKind.Relative)) { Content = form };
            request.Headers.Add(IdempotencyFilter.Header, "file");
            return await _api.SendAsync(request);
        }

        var (first, again) = (await UploadAsync(), await UploadAsync());

        Assert.Equal((202, first["id"]), (again.Status, again["id"]));
        Assert.Single(await _api.Get<IImports>().ListAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public async Task Post_WithAKeyThatIsNone_IsRefused(int length)
    {
        var answer = await PostAsync(Leads, """{"email":"ann@example.com"}""", new string('k', length));

        Assert.Equal(400, answer.Status);
        Assert.True(answer.Body.GetProperty("errors").TryGetProperty("Idempotency-Key", out _));
    }

    private Task<ApiAnswer> PostAsync(string path, string body, string key) => _api.SendAsync("POST", path, body, (IdempotencyFilter.Header, key));
}
