using System.Net;
using System.Net.WebSockets;
using System.Text;
using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Users;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Acts;
using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Persistence;
using LeadStudio.Features.Companies;
using LeadStudio.Hosting.Access;
using LeadStudio.Tests.Api;
using LeadStudio.TestSupport.Access;
using LeadStudio.TestSupport.Persistence;
using Microsoft.EntityFrameworkCore;
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

    [Fact]
    public async Task Changes_OfASeller_AreTheSellersOwn()
    {
        var acts = _api.Get<ILeadActs>();
        await acts.StartAsync(new LeadSelection("mine of Monday", [_leads["own"]]), new ActChange(ActKind.Tag, "fair"), new Actor(ActorKind.Person, SignedIn.NameOf(Role.Sales)));
        await acts.StartAsync(new LeadSelection("Otto's pipeline", [_leads["others"]]), new ActChange(ActKind.Tag, "fair"), new Actor(ActorKind.Person, "Otto Ott"));

        var seen = await PageAsync(Role.Sales, "/leads/changes");
        var all = await PageAsync(Role.Marketer, "/leads/changes");

        Assert.Contains("mine of Monday", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Otto", seen, StringComparison.Ordinal);
        Assert.Contains("mine of Monday", all, StringComparison.Ordinal);
        Assert.Contains("Otto&#x27;s pipeline", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Company_OfLeadsOfSeveralTeams_CountsAndListsThoseThatASellerSees()
    {
        var companies = _api.Get<ICompanyStore>();
        var row = Assert.Single(await companies.ListAsync(new CompanyQuery(), 0, 10));
        var path = $"/companies/{row.Id}";

        var seen = await PageAsync(Role.Sales, path);
        var all = await PageAsync(Role.Marketer, path);
        var counted = Assert.Single(await new SeenCompanies(companies, _api.Get<LeadSight>(), Me.Of(Role.Sales)).OfAsync([row], CancellationToken.None));

        Assert.Contains("mates@example.com", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("others@example.com", seen, StringComparison.Ordinal);
        Assert.Matches("<h1[^>]*>example.com</h1>\\s*<span[^>]*>4<", seen);
        Assert.Contains("others@example.com", all, StringComparison.Ordinal);
        Assert.Matches("<h1[^>]*>example.com</h1>\\s*<span[^>]*>5<", all);
        Assert.Equal(4, counted.Leads);
        Assert.NotNull(counted.BestScore);
    }

    [Fact]
    public async Task Companies_OfASeller_BeginWithThoseWhoseLeadsTheSellerSees()
    {
        foreach (var (email, owner) in new[] { ("ash@ash.com", "Otto Ott"), ("pat@pine.com", "Mate Mills"), ("yew@yew.com", "Otto Ott") })
        {
            await _api.Get<ILeadStore>().AddAsync(
                new Dictionary<string, FieldValue> { ["email"] = FieldValue.Of(email), ["owner"] = FieldValue.Of(owner) }, Actor.LocalUser);
        }

        var query = new CompanyQuery(Sort: CompanySort.Name, IsDescending: false);

        var seen = await new SeenCompanies(_api.Get<ICompanyStore>(), _api.Get<LeadSight>(), Me.Of(Role.Sales)).ListAsync(query, 0, 10, CancellationToken.None);
        var all = await new SeenCompanies(_api.Get<ICompanyStore>(), _api.Get<LeadSight>(), Me.Of(Role.Marketer)).ListAsync(query, 0, 10, CancellationToken.None);

        Assert.Equal([("example.com", 4), ("pine.com", 1), ("ash.com", 0), ("yew.com", 0)], seen.Select(row => (row.Name, row.Leads)));
        Assert.Equal(["ash.com", "example.com", "pine.com", "yew.com"], all.Select(row => row.Name));
    }

    [Theory]
    [InlineData("own", true)]
    [InlineData("mates", true)]
    [InlineData("nobodys", true)]
    [InlineData("others", false)]
    public async Task Lead_BeforeItIsScored_IsSeenByWhomItBelongsTo(string lead, bool isSeen)
    {
        var id = _leads[lead];
        await _api.Get<IDatabase>().WriteAsync(db => db.Database.ExecuteSqlAsync($"delete from lead_standings where lead_id = {id}"));

        var seen = await _api.Get<LeadSight>().SeenAsync(Me.Of(Role.Sales).Principal, [.. _leads.Values]);

        Assert.Equal(isSeen, seen.Contains(id));
        Assert.Equal(4, seen.Count);
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

    private async Task<string> PageAsync(Role role, string path)
    {
        using var http = await SignedIn.ClientAsync(_api.Get<IServiceProvider>(), Address, role);
        return await http.GetStringAsync(new Uri(path, UriKind.Relative));
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
