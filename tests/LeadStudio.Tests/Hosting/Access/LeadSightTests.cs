using System.Net;
using System.Net.WebSockets;
using System.Text;
using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Users;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Tests.Api;
using LeadStudio.TestSupport.Access;
using LeadStudio.TestSupport.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Tests.Hosting.Access;

/// <summary>Sellers see their teams' leads, where it is set so.</summary>
public sealed class LeadSightTests(SqliteFixture databases) : IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private readonly Dictionary<string, long> _leads = [];
    private ApiScene _api = null!;

    private string Address => _api.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    public async Task InitializeAsync()
    {
        _api = await ApiScene.StartAsync(databases, "--LeadStudio:SalesSee=OwnTeam");
        var users = _api.Get<IUsers>();
        foreach (var (email, name, teams) in new[]
        {
            ("Sales@example.com", SignedIn.NameOf(Role.Sales), (string[])["North", "Pilots"]),
            ("mate@example.com", "Mate Mills", ["north"]),
            ("other@example.com", "Otto Ott", ["South"]),
        })
        {
            Assert.Null((await users.AddAsync(new NewUser(email, name, Role.Sales, teams), password: null, Actor.System)).Error);
        }

        foreach (var (lead, owner) in new[] { ("own", SignedIn.NameOf(Role.Sales)), ("mates", "MATE MILLS"), ("matesByAddress", "mate@example.com"), ("others", "Otto Ott"), ("nobodys", "") })
        {
            var id = (await _api.Get<ILeadStore>().AddAsync(
                new Dictionary<string, FieldValue> { ["email"] = FieldValue.Of($"{lead}@example.com"), ["owner"] = FieldValue.Of(owner) }, Actor.LocalUser)).Value;
            await _api.UntilAsync<StandingsChanged>(async () => (await _api.Get<ILeadList>().MatchAsync(new LeadQuery(), [id])).Count > 0);
            _leads[lead] = id;
        }
    }

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task Export_OfASeller_HasTheLeadsOfTheTeamsAndOfNobody()
    {
        using var seller = await SignedIn.ClientAsync(_api.Get<IServiceProvider>(), Address, Role.Sales);
        using var admin = await SignedIn.ClientAsync(_api.Get<IServiceProvider>(), Address);

        Assert.Equal(["mates", "matesByAddress", "nobodys", "own"], await ExportedAsync(seller));
        Assert.Equal(["mates", "matesByAddress", "nobodys", "others", "own"], await ExportedAsync(admin));
    }

    [Fact]
    public async Task Lead_OfAnotherTeam_IsNotThereForASeller()
    {
        using var seller = await SignedIn.ClientAsync(_api.Get<IServiceProvider>(), Address, Role.Sales);

        using var others = await seller.GetAsync(new Uri($"/leads/{_leads["others"]}/export.json", UriKind.Relative));
        using var mates = await seller.GetAsync(new Uri($"/leads/{_leads["mates"]}/export.json", UriKind.Relative));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (others.StatusCode, mates.StatusCode));
    }

    [Theory]
    [InlineData(Role.Sales, false)]
    [InlineData(Role.Marketer, true)]
    public async Task Hub_WhichSendsAllScores_LetsInWhoSeesAll(Role role, bool isIn)
    {
        var cookie = await SignedIn.CookieAsync(_api.Get<IServiceProvider>(), role);
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Cookie", $"{cookie.Name}={cookie.Value}");
        await socket.ConnectAsync(new Uri($"{Address.Replace("http", "ws", StringComparison.Ordinal)}/hubs/scores"), CancellationToken.None);
        await SendAsync(socket, """{"protocol":"json","version":1}""");
        await SendAsync(socket, """{"type":4,"invocationId":"1","target":"Watch","arguments":[null,null,"nonsense"]}""");
        var said = "";
        var buffer = new byte[4096];
        while (socket.State == WebSocketState.Open && !said.Contains("no place in this stream", StringComparison.Ordinal))
        {
            var received = await socket.ReceiveAsync(buffer, CancellationToken.None);
            said += Encoding.UTF8.GetString(buffer, 0, received.Count);
        }

        Assert.Equal(isIn, said.Contains("no place in this stream", StringComparison.Ordinal)); // it listened, and answered
    }

    private static Task SendAsync(ClientWebSocket socket, string message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message + '\u001e'), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    private static async Task<IEnumerable<string>> ExportedAsync(HttpClient http)
    {
        var csv = await http.GetStringAsync(new Uri("/leads/export.csv?view=all&cols=city", UriKind.Relative));
        return csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).SelectMany(line => line.Split(',')).Where(cell => cell.Contains('@', StringComparison.Ordinal))
            .Select(cell => cell.Split('@')[0]).Order(StringComparer.Ordinal);
    }
}
