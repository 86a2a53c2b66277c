using System.Net.Http.Headers;
using System.Text.Json;
using LeadStudio.Core.Access;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Messaging;
using LeadStudio.TestSupport.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Tests.Api;

/// <summary>LeadStudio on a port of its own, with a key and a caller that has it.</summary>
internal sealed class ApiScene : IAsyncDisposable
{
    public const string Key = "0123456789abcdef0123456789abcdef";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private readonly WebApplication _app;

    private ApiScene(WebApplication app) => (_app, Client) = (app, new() { BaseAddress = new(app.Urls.Single()) });

    /// <summary>Gets a caller with the key.</summary>
    public HttpClient Client { get; }

    public static Task<ApiScene> StartAsync(SqliteFixture databases, params string[] settings) => StartAsync(databases.NewDatabase(), settings);

    public static async Task<ApiScene> StartAsync(string database, params string[] settings)
    {
        var app = LeadStudioApplication.Create(
            ["--urls=http://127.0.0.1:0", $"--LeadStudio:Database={database}", $"--LeadStudio:BootstrapApiKey={Key}",
                "--LeadStudio:Limits:RequestsPerKey=100000", "--LeadStudio:Limits:RequestsPerAddress=100000", .. settings]);
        await app.StartAsync();
        var scene = new ApiScene(app);
        scene.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        return scene;
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Adds a lead and waits until the list has it.</summary>
    public async Task<long> AddAsync(string email, string title = "CEO")
    {
        var id = (await Get<ILeadStore>().AddAsync(
            new Dictionary<string, FieldValue> { ["email"] = FieldValue.Of(email), ["title"] = FieldValue.Of(title) }, Actor.LocalUser)).Value;
        await UntilAsync<StandingsChanged>(async () => (await Get<ILeadList>().MatchAsync(new LeadQuery(), [id])).Count > 0);
        return id;
    }

    /// <summary>Looks after each piece of news whether something is so.</summary>
    public async Task UntilAsync<TNews>(Func<Task<bool>> look)
        where TNews : class
    {
        using var news = new SemaphoreSlim(0);
        using var subscription = Get<IEventBus>().Subscribe<TNews>(_ => news.Release());
        while (!await look())
        {
            Assert.True(await news.WaitAsync(s_patience), $"No news of {typeof(TNews).Name} for {s_patience}.");
        }
    }

    /// <summary>Asks for something, and reads the answer.</summary>
    public async Task<(int Status, JsonElement Body)> GetAsync(string path)
    {
        using var response = await Client.GetAsync(new Uri(path, UriKind.Relative));
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return ((int)response.StatusCode, document.RootElement.Clone());
    }

    /// <summary>Sends JSON, or another body, and reads the answer.</summary>
    public async Task<ApiAnswer> SendAsync(string method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        request.Content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await SendAsync(request);
    }

    /// <summary>Sends a request, and reads the answer.</summary>
    public async Task<ApiAnswer> SendAsync(HttpRequestMessage request)
    {
        using var response = await Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        using var document = JsonDocument.Parse(text.Length == 0 ? "null" : text);
        return new((int)response.StatusCode, document.RootElement.Clone(), response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}

/// <summary>What the API answered.</summary>
internal sealed record ApiAnswer(int Status, JsonElement Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>Reads a text property of the body.</summary>
    public string? this[string name] => Body.GetProperty(name).GetString();
}
