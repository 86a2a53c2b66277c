using System.Text.Json;
using System.Text.RegularExpressions;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Tests.Api.Document;

public sealed class ApiDocumentTests(SqliteFixture databases) : IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("leadstudio-document-");
    private ApiScene _api = null!;
    private string _text = "";
    private string _file = "";

    public async Task InitializeAsync()
    {
        _api = await ApiScene.StartAsync(databases, "--LeadStudio:AllowPrivateTargets=true");
        using var anybody = new HttpClient { BaseAddress = _api.Client.BaseAddress };
        _text = await anybody.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative));
        _file = Path.Combine(_folder.FullName, "v1.json");
        await File.WriteAllTextAsync(_file, _text);
    }

    public async Task DisposeAsync()
    {
        await _api.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void Document_ForAnybody_DescribesEachOperationWithAnExample()
    {
        using var document = JsonDocument.Parse(_text);

        Assert.StartsWith("3.1", document.RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.All(Operations(document), operation =>
        {
            Assert.NotEmpty(operation.Value.GetProperty("summary").GetString()!);
            Assert.Contains("The key needs the scope", operation.Value.GetProperty("description").GetString(), StringComparison.Ordinal);
            Assert.DoesNotContain(
                operation.Value.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : [],
                parameter => !parameter.TryGetProperty("description", out _));
            Assert.Single(operation.Value.GetProperty("tags").EnumerateArray());
            var contents = operation.Value.GetProperty("responses").EnumerateObject().Where(response => response.Name[0] == '2')
                .Select(response => response.Value)
                .Concat(operation.Value.TryGetProperty("requestBody", out var body) ? [body] : [])
                .Where(part => part.TryGetProperty("content", out _))
                .SelectMany(part => part.GetProperty("content").EnumerateObject());
            Assert.All(contents, content => Assert.True(content.Value.TryGetProperty("example", out _), $"{operation.Key} has no example of {content.Name}."));
        });
    }

    [Fact]
    public void Document_OfTheFeedOfScores_HasAStreamAndWhatItTakes()
    {
        using var document = JsonDocument.Parse(_text);

        var follow = Operations(document)["GET /api/v1/score-changes"];

        Assert.Equal(["text/event-stream"], follow.GetProperty("responses").GetProperty("200").GetProperty("content").EnumerateObject().Select(content => content.Name));
        Assert.Equal(
            ["query threshold", "query segment", "query filter", "header Last-Event-ID"],
            follow.GetProperty("parameters").EnumerateArray().Select(parameter => $"{parameter.GetProperty("in").GetString()} {parameter.GetProperty("name").GetString()}"));
        Assert.All(follow.GetProperty("parameters").EnumerateArray(), parameter => Assert.False(parameter.TryGetProperty("required", out var required) && required.GetBoolean()));
    }

    [SkippableFact]
    public async Task Document_ReadBySpectral_HasNoWarnings() =>
        await ApiTools.RunAsync("@stoplight/spectral-cli/dist/index.js", "lint", _file, "--ruleset", ApiTools.PathOf("spectral.yaml"), "--fail-severity=hint");

    [SkippableFact]
    public async Task Document_MadeIntoTypes_LetsAClientCompile()
    {
        await ApiTools.RunAsync("openapi-typescript/bin/cli.js", _file, "--output", Path.Combine(_folder.FullName, "api.ts"));
        var client = Path.Combine(_folder.FullName, "client.ts");
        await File.WriteAllTextAsync(client, """
            import type { components, operations } from "./api";
            const lead: components["schemas"]["LeadForm"] = { email: "ann@example.com", employees: 250, tags: ["vip"], outcome: { result: "won" } };
            const body: operations["saveLeads"]["requestBody"]["content"]["application/json"] = { items: [lead] };
            const read = (page: operations["listLeads"]["responses"]["200"]["content"]["application/json"]): string[] => page.items.map(one => one.id);
            // @ts-expect-error a number is no e-mail address
            const wrong: components["schemas"]["LeadForm"] = { email: 7 };
            export { body, read, wrong };
            """);

        await ApiTools.RunAsync("typescript/lib/tsc.js", "--noEmit", "--strict", "--target", "ES2022", "--module", "ESNext", "--moduleResolution", "bundler", client);
    }

    [SkippableFact]
    public async Task Answers_OfEveryOperation_AgreeWithTheDocument()
    {
        using var proxy = await ValidatingProxy.StartAsync(_file, _api.Client.BaseAddress!);
        using var document = JsonDocument.Parse(_text);
        var tour = await ApiTour.RunAsync(_api, proxy.Address);

        var left = Operations(document).Select(operation => operation.Key).Where(operation => !tour.Calls.Any(call => Matches(operation, call.Method, call.Path)));
        Assert.Empty(left);
        Assert.All(tour.Calls, call => Assert.Null(call.Violations));
    }

    private static Dictionary<string, JsonElement> Operations(JsonDocument document) =>
        (from path in document.RootElement.GetProperty("paths").EnumerateObject()
         from operation in path.Value.EnumerateObject()
         select (Key: $"{operation.Name.ToUpperInvariant()} {path.Name}", operation.Value)).ToDictionary(pair => pair.Key, pair => pair.Value);

    private static bool Matches(string operation, string method, string path)
    {
        var pattern = $"^{Regex.Replace(Regex.Escape(operation), @"\\\{[^}]+}", "[^/]+", RegexOptions.None, TimeSpan.FromSeconds(1))}$";
        return Regex.IsMatch($"{method} {path.Split('?')[0]}", pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
    }
}
