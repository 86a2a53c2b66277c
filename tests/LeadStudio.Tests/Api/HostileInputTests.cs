using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LeadStudio.TestSupport.Access;
using LeadStudio.TestSupport.Persistence;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;

namespace LeadStudio.Tests.Api;

/// <summary>What nobody means well with is refused with a sentence that helps, and leaves no trace.</summary>
public sealed partial class HostileInputTests(SqliteFixture databases) : IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private const string Leads = "/api/v1/leads";
    private readonly string _database = databases.NewDatabase();
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("leadstudio-");
    private ApiScene _api = null!;

    // With names of fields that some endpoint has, so that its own reading is tried too.
    public static TheoryData<string, byte[]> Bodies => new()
    {
        { "nothing", [] },
        { "no JSON", "<leads/>"u8.ToArray() },
        { "half of a JSON", """{"email":"ann@example.com","""u8.ToArray() },
        { "deep lists", Encoding.UTF8.GetBytes(new string('[', 100_000)) },
        { "deep objects", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"email\":", 20_000))) },
        { "a list", "[]"u8.ToArray() },
        { "a number", "7"u8.ToArray() },
        { "null", "null"u8.ToArray() },
        { "broken UTF-8", [.. "{\"email\":\""u8, 0xC3, 0x28, 0xFF, .. "\",\"name\":\""u8, 0xC3, 0x28, .. "\"}"u8] },
        { "half of a surrogate pair", """{"email":"\ud800@example.com","name":"\ud800","text":"\udc00","title":"\ud800","url":"http://\ud800","label":"\ud800"}"""u8.ToArray() },
        { "half of a surrogate pair as a name", """{"\ud800":1}"""u8.ToArray() },
        { "a NUL", """{"email":"ann\u0000@example.com","name":"a\u0000b","text":"a\u0000b","title":"a\u0000b","url":"http://a\u0000b","label":"a\u0000b"}"""u8.ToArray() },
        { "other kinds", """{"email":[1],"name":{"a":1},"text":7,"url":[],"label":{},"items":"x","groups":7,"filter":[],"outcome":[1],"title":{}}"""u8.ToArray() },
        { "numbers out of all range", """{"employees":1e999,"outcome":1e999,"name":1e999,"items":1e999,"groups":1e999,"text":1e999,"url":1e999,"label":1e999}"""u8.ToArray() },
        { "an unknown name", """{"noSuchField":1}"""u8.ToArray() },
        { "a prototype", """{"__proto__":{"isAdmin":true},"constructor":1}"""u8.ToArray() },
    };

    // Deep enough for a name that climbs to end within the root.
    private string DataFolder => Path.Combine(_root.FullName, "a", "b", "c", "d");

    public async Task InitializeAsync()
    {
        _api = await ApiScene.StartAsync(_database, $"--LeadStudio:DataFolder={DataFolder}");
        await _api.AddAsync("ann@example.com");
    }

    public async Task DisposeAsync()
    {
        await _api.DisposeAsync();
        _root.Delete(recursive: true);
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Body_OfNoUse_IsRefusedByEveryOperation(string name, byte[] body)
    {
        var before = await CountRowsAsync();
        foreach (var (method, path) in Writes())
        {
            var answer = await SendAsync(method, path, body);

            AssertRefused(answer, $"{method} {path} with {name}");
        }

        Assert.Equal(before, await CountRowsAsync());
    }

    [Fact]
    public async Task Body_OverTheLimit_IsRefusedByEveryOperation()
    {
        var before = await CountRowsAsync();
        foreach (var (method, path) in Writes())
        {
            var size = path.EndsWith("/batch", StringComparison.Ordinal) ? 33 * 1024 * 1024 : 257 * 1024;

            var answer = await SendAsync(method, path, Encoding.UTF8.GetBytes($$"""{"name":"{{new string('x', size)}}"}"""));

            Assert.True(answer.Status == 413, $"{method} {path}: {answer.Status}");
            AssertRefused(answer, $"{method} {path}");
        }

        Assert.Equal(before, await CountRowsAsync());
    }

    [Theory]
    [InlineData("Bearer ls_live_0000000000000000000000000000")]
    [InlineData("Bearer ")]
    [InlineData("Bearer ' or 1=1 --")]
    [InlineData("Basic YWRtaW46YWRtaW4=")]
    public async Task Key_Forged_IsNobody(string header)
    {
        using var http = new HttpClient { BaseAddress = _api.Client.BaseAddress };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);

        using var answer = await http.GetAsync(new Uri(Leads, UriKind.Relative));

        Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest, $"{answer.StatusCode}");
    }

    [Theory]
    [InlineData("LeadStudio=CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("LeadStudio=; .AspNetCore.Identity.Application=CfDJ8AAAA")]
    [InlineData("LeadStudio=%00%ff")]
    public async Task Cookie_Forged_IsNobody(string cookie)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = _api.Client.BaseAddress };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", cookie);

        using var page = await http.GetAsync(new Uri("/leads", UriKind.Relative));
        using var api = await http.GetAsync(new Uri(Leads, UriKind.Relative));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (page.StatusCode, api.StatusCode));
    }

    [Theory]
    [InlineData("/..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("/operations/backups/..%2f..%2fleadstudio.db")]
    [InlineData("/operations/backups/%2e%2e%2fleadstudio.db")]
    [InlineData("/api/v1/fields/..%2f..%2fetc%2fpasswd")]
    [InlineData("/api/v1/fields/%00")]
    [InlineData("/openapi/..%2f..%2fetc%2fpasswd.json")]
    public async Task Path_ThatClimbs_FindsNothing(string path)
    {
        using var http = await SignedIn.ClientAsync(_api.Get<IServiceProvider>(), _api.Client.BaseAddress!.ToString());
        foreach (var client in new[] { http, _api.Client })
        {
            using var answer = await client.GetAsync(new Uri($"{_api.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)}{path}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));

            Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Redirect, $"{path}: {answer.StatusCode}");
            Assert.DoesNotContain("root:", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task File_WhoseNameClimbs_IsKeptWhereUploadsAre()
    {
        using var form = new MultipartFormDataContent();
        var part = new ByteArrayContent("Email\nbob@example.com\n"u8.ToArray());
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"file\"", FileName = "\"../../../climbed.csv\"" };
        form.Add(part);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/imports", UriKind.Relative)) { Content = form };

        var answer = await _api.SendAsync(request);

        Assert.Equal((202, "climbed.csv"), (answer.Status, answer["fileName"]));
        Assert.NotEmpty(Directory.GetFiles(DataFolder, "*", SearchOption.AllDirectories));
        Assert.Empty(_root.GetFiles("climbed.csv", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("'; drop table leads; --")]
    [InlineData("<script>alert(1)</script><img src=x onerror=alert(1)>")]
    [InlineData("=HYPERLINK(\"http://evil.example\")")]
    [InlineData("{{7*7}} ${7*7} %s%n %00 \\u0000 ../../etc/passwd")]
    [InlineData("Zoë \u202Eevil\u202C 👩‍👩‍👧 \u0007")]
    public async Task Text_OfAnyContent_IsStoredAsItIs(string text)
    {
        var body = JsonSerializer.Serialize(new { email = "eve@example.com", company = text });

        var made = await _api.SendAsync("POST", Leads, body);
        var read = await _api.SendAsync("GET", $"{Leads}/{made["id"]}");

        Assert.Equal((201, text), (made.Status, read["company"]));
    }

    private static void AssertRefused(ApiAnswer answer, string what)
    {
        Assert.True(answer.Status is >= 400 and < 500, $"{what}: {answer.Status} {answer.Body}");
        Assert.True(answer.Headers["Content-Type"].StartsWith("application/problem+json", StringComparison.Ordinal), what);
        Assert.StartsWith("urn:leadstudio:problem:", answer["type"], StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty(answer["detail"]), what);
    }

    // All that read JSON; the things that they are about are there, or the first of their kind.
    private List<(string Method, string Path)> Writes() =>
    [
        .. from endpoint in _api.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           where endpoint.RoutePattern.RawText!.StartsWith("/api/v1", StringComparison.Ordinal)
               && endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Contains("application/json") == true
           from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
           select (method, Parameter().Replace(endpoint.RoutePattern.RawText!, match => match.Value == "{key}" ? "title" : "1")),
    ];

    private async Task<ApiAnswer> SendAsync(string method, string path, byte[] body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return await _api.SendAsync(request);
    }

    // What the background does with the lead that is there is no trace.
    private async Task<string> CountRowsAsync()
    {
        await using var connection = new SqliteConnection($"{_database};Pooling=false");
        await connection.OpenAsync();
        var each = await ReadAsync(
            connection,
            """
            select group_concat('select ''' || name || ' '' || count(*) line from "' || name || '"', ' union all ') from sqlite_master
            where type = 'table' and name not like 'sqlite%' and name not like 'lead_search%' and name not in ('work_items', 'outbox', 'counters')
            """);
        return await ReadAsync(connection, $"select group_concat(line, ', ') from ({each})");
    }

    private static async Task<string> ReadAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own text.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (string)(await command.ExecuteScalarAsync())!;
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Parameter();
}
