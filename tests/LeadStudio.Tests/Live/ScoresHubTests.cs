using System.Net.WebSockets;
using System.Text;
using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Keys;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Live;
using LeadStudio.Tests.Api;
using LeadStudio.TestSupport.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Tests.Live;

/// <summary>Speaks SignalR's JSON protocol over a plain socket, as any other program may: messages end with the byte 1E.</summary>
public sealed class ScoresHubTests(SqliteFixture databases) : IClassFixture<SqliteFixture>
{
    private const char End = '\u001e';
    private const string Key = "0123456789abcdef0123456789abcdef";

    [Fact]
    public async Task Hub_LeadAdded_TellsItsScore()
    {
        await using var app = LeadStudioApplication.Create(["--urls=http://127.0.0.1:0", $"--LeadStudio:Database={databases.NewDatabase()}", $"--LeadStudio:BootstrapApiKey={Key}"]);
        await app.StartAsync();
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"{app.Urls.Single().Replace("http", "ws", StringComparison.Ordinal)}{ScoresHub.Path}?access_token={Key}"), CancellationToken.None);
        await SendAsync(socket, """{"protocol":"json","version":1}""");
        Assert.Equal("{}", await ReceiveAsync(socket));

        var id = (await app.Services.GetRequiredService<ILeadStore>().AddAsync(
            new Dictionary<string, FieldValue> { ["email"] = FieldValue.Of("ann@example.com"), ["title"] = FieldValue.Of("CEO") }, Actor.LocalUser)).Value;

        string message;
        do
        {
            message = await ReceiveAsync(socket);
        }
        while (!message.Contains("ScoresChanged", StringComparison.Ordinal));

        Assert.Contains($"\"leadId\":\"{id}\",\"before\":null,\"score\":", message, StringComparison.Ordinal);
        await app.StopAsync();
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData(Scopes.Import, 403)]
    public async Task Negotiate_WithAKeyThatDoesNotFit_IsAnsweredToTheEnd(string? scope, int status) // and not a second time, as to a browser
    {
        await using var api = await ApiScene.StartAsync(databases);
        var key = scope is null ? "no-key" : (await api.Get<IApiKeys>().AddAsync("Shop", [scope], expiresAt: null, Actor.System)).Value!.Secret;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{ScoresHub.Path}/negotiate", UriKind.Relative)) { Headers = { Authorization = new("Bearer", key) } };

        var answer = await api.SendAsync(request);

        Assert.Equal((status, status), (answer.Status, answer.Body.GetProperty("status").GetInt32()));
    }

    private static Task SendAsync(ClientWebSocket socket, string message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    private static async Task<string> ReceiveAsync(ClientWebSocket socket)
    {
        var buffer = new byte[64 * 1024];
        var received = await socket.ReceiveAsync(buffer, CancellationToken.None);
        return Encoding.UTF8.GetString(buffer, 0, received.Count).TrimEnd(End);
    }
}
