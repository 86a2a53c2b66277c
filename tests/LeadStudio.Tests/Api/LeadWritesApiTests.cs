using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Audit;
using LeadStudio.Core.Leads.Acts;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Notes;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Tests.Api;

public sealed class LeadWritesApiTests(SqliteFixture databases) : IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private const string Leads = "/api/v1/leads";
    private ApiScene _api = null!;

    public async Task InitializeAsync() => _api = await ApiScene.StartAsync(databases);

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task Post_NewThenKnownLead_AnswersWithItsScore()
    {
        await _api.Get<IFieldCatalog>().AddAsync([new("Budget", FieldType.Number), new("Deadline", FieldType.Date)], Actor.LocalUser);

        var made = await _api.SendAsync("POST", Leads, """
            {"email":"Ann@Example.com","title":"CEO","employees":250,"tags":["vip","new"],"stage":"Qualified","country":"Germany",
             "outcome":{"result":"won","at":"2026-11-01","value":12.5},"fields":{"budget":1200.5,"deadline":"2026-12-24T10:00:00+01:00"}}
            """);
        var same = await _api.SendAsync("POST", Leads, """{"email":"ann@example.com","city":"Bonn"}""");

        Assert.Equal((201, 200), (made.Status, same.Status));
        Assert.Equal($"{Leads}/{made["id"]}", made.Headers["Location"]);
        Assert.Equal(("example.com", "Qualified", "Bonn"), (same["domain"], same["stage"], same["city"]));
        Assert.Equal(["vip", "new"], same.Body.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()));
        Assert.Equal("""{"budget":1200.5,"deadline":"2026-12-24T09:00:00Z"}""", same.Body.GetProperty("fields").GetRawText());
        Assert.Equal("""{"result":"won","at":"2026-11-01T00:00:00Z","value":12.5}""", same.Body.GetProperty("outcome").GetRawText());
        var explained = (await _api.GetAsync($"{Leads}/{made["id"]}/score")).Body;
        Assert.Equal(explained.GetProperty("score").GetInt32(), made.Body.GetProperty("score").GetInt32());
        Assert.True(made.Body.GetProperty("score").GetInt32() > 0);
        Assert.Equal(same.Body.GetRawText(), (await _api.GetAsync($"{Leads}/{made["id"]}")).Body.GetRawText());
    }

    [Fact]
    public async Task Post_ALead_IsAnObservationOfTheKey()
    {
        var made = await _api.SendAsync("POST", Leads, """{"externalId":"7","title":"CEO"}""");

        var said = (await _api.GetAsync($"{Leads}/{made["id"]}/observations")).Body.GetProperty("items")[0];

        Assert.Equal(("api", "Bootstrap key, by the API"), (said.GetProperty("kind").GetString(), said.GetProperty("source").GetString()));
    }

    [Theory]
    [InlineData("""{"email":"a@b.com","nickname":"x"}""", "nickname")]
    [InlineData("""{"email":"a@b.com","Title":"x"}""", "Title")]
    [InlineData("""{"email":"a@b.com","score":90}""", "score")]
    [InlineData("""{"email":7}""", "email")]
    [InlineData("""{"email":"nobody"}""", "email")]
    [InlineData("""{"title":"CEO"}""", "email")]
    [InlineData("""{"id":7}""", "id")]
    [InlineData("""{"email":"a@b.com","employees":"12"}""", "employees")]
    [InlineData("""{"email":"a@b.com","employees":1e999}""", "employees")]
    [InlineData("""{"email":"a@b.com","lastSeenAt":"yesterday"}""", "lastSeenAt")]
    [InlineData("""{"email":"a@b.com","tags":"vip"}""", "tags")]
    [InlineData("""{"email":"a@b.com","tags":[1]}""", "tags")]
    [InlineData("""{"email":"a@b.com","title":"\ud800"}""", "title")]
    [InlineData("""{"email":"a@b.com","title":"a\u0000b"}""", "title")]
    [InlineData("""{"email":"a@b.com","fields":{"budget":1}}""", "fields.budget")]
    [InlineData("""{"email":"a@b.com","fields":[]}""", "fields")]
    [InlineData("""{"email":"a@b.com","outcome":"won"}""", "outcome")]
    [InlineData("""{"email":"a@b.com","outcome":{"result":"maybe"}}""", "outcome.result")]
    [InlineData("""{"email":"a@b.com","outcome":{"result":"won","when":1}}""", "outcome.when")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    public async Task Post_WhatDoesNotFit_NamesItAndLeavesNothing(string body, string field)
    {
        var answer = await _api.SendAsync("POST", Leads, body);

        Assert.Equal((400, "urn:leadstudio:problem:invalid"), (answer.Status, answer["type"]));
        Assert.NotEmpty(answer.Body.GetProperty("errors").GetProperty(field)[0].GetString()!);
        Assert.Equal(0, (await _api.GetAsync(Leads)).Body.GetProperty("total").GetInt64());
    }

    [Fact]
    public async Task Post_SeveralMistakes_NamesAllAndAddsNoOption()
    {
        var answer = await _api.SendAsync("POST", Leads, """{"email":1,"employees":"x","industry":"Basket weaving"}""");

        Assert.Equal(["email", "employees"], answer.Body.GetProperty("errors").EnumerateObject().Select(error => error.Name));
        var catalog = await _api.Get<IFieldCatalog>().GetAsync();
        Assert.Null(catalog.FindOption(catalog["industry"], "Basket weaving"));
    }

    [Theory]
    [InlineData("{\"email\":\"a@b.com\"", "application/json", 400, "invalid-json")]
    [InlineData("{\"email\":\"a@b.com\",\"email\":\"c@d.com\"}", "application/json", 400, "invalid-json")]
    [InlineData("{\"title\":\"\u00ff\"}", "application/json", 400, "invalid-json")]
    [InlineData("{\"\\ud800\":1}", "application/json", 400, "invalid-json")]
    [InlineData("", "application/json", 400, "invalid-json")]
    [InlineData("email=a@b.com", "application/x-www-form-urlencoded", 415, "unsupported-media-type")]
    [InlineData("{\"email\":\"a@b.com\"}", "", 415, "unsupported-media-type")]
    public async Task Post_WhatIsNoJson_IsAProblem(string body, string type, int status, string problem)
    {
        using var request = Request(Encoding.Latin1.GetBytes(body), type);

        var answer = await _api.SendAsync(request);

        Assert.Equal((status, $"urn:leadstudio:problem:{problem}"), (answer.Status, answer["type"]));
    }

    [Fact]
    public async Task Post_DeepOrHugeJson_IsAProblem()
    {
        using var deep = Request(Encoding.UTF8.GetBytes(new string('[', 100_000)), "application/json");
        using var huge = Request(Encoding.UTF8.GetBytes($"\"{new string('a', 33_000_000)}\""), "application/json");
        huge.Headers.ExpectContinue = true; // else the connection is closed while it is being sent

        Assert.Equal("urn:leadstudio:problem:invalid-json", (await _api.SendAsync(deep))["type"]);
        var large = await _api.SendAsync(huge);
        Assert.Equal((413, "urn:leadstudio:problem:too-large"), (large.Status, large["type"]));
    }

    [Fact]
    public async Task Post_KnownIdOrTakenKey_UpdatesOrSaysWhoseItIs()
    {
        var ann = (await _api.SendAsync("POST", Leads, """{"email":"ann@example.com"}"""))["id"];
        var bob = (await _api.SendAsync("POST", Leads, """{"email":"bob@example.com"}"""))["id"];

        var renamed = await _api.SendAsync("POST", Leads, $$"""{"id":"{{ann}}","firstName":"Ann"}""");
        var taken = await _api.SendAsync("POST", Leads, $$"""{"id":"{{bob}}","email":"ann@example.com"}""");
        var missing = await _api.SendAsync("POST", Leads, """{"id":"999","email":"x@example.com"}""");

        Assert.Equal((200, "Ann"), (renamed.Status, renamed["firstName"]));
        Assert.Equal((409, "urn:leadstudio:problem:conflict"), (taken.Status, taken["type"]));
        Assert.Equal(404, missing.Status);
    }

    [Fact]
    public async Task Post_ByAddress_IsInTheTrailWithWhatWasBefore()
    {
        await _api.SendAsync("POST", Leads, """{"email":"ann@example.com","firstName":"Ann","title":"CEO"}""");
        await _api.SendAsync("POST", Leads, """{"email":"ann@example.com","title":"Student","city":"Bonn"}""");

        var entry = (await _api.Get<IAuditTrail>().ListAsync(new AuditQuery(Kind: "lead"), before: null, limit: 1))[0];

        Assert.Equal(
            ("lead.changed", "Ann", """{"email":"ann@example.com","title":"CEO","city":null}""", """{"email":"ann@example.com","title":"Student","city":"Bonn"}"""),
            (entry.Action, entry.Subject, entry.Before, entry.After));
    }

    [Fact]
    public async Task Patch_WithTheVersion_ChangesOnceAndClears()
    {
        var made = await _api.SendAsync("POST", Leads, """{"email":"ann@example.com","title":"CEO","phone":"1"}""");
        var path = $"{Leads}/{made["id"]}";

        var first = await _api.SendAsync("PATCH", path, """{"title":null,"firstName":"Ann"}""", ("If-Match", made.Headers["ETag"]));
        var second = await _api.SendAsync("PATCH", path, """{"title":"Clerk"}""", ("If-Match", made.Headers["ETag"]));
        var weak = await _api.SendAsync("PATCH", path, """{"title":"Clerk"}""", ("If-Match", $"W/{first.Headers["ETag"]}"));
        var any = await _api.SendAsync("PATCH", path, """{"lastName":"Lee"}""", ("If-Match", "*"));

        Assert.Equal((200, null, "Ann"), (first.Status, first["title"], first["firstName"]));
        Assert.True(first.Body.GetProperty("score").GetInt32() < made.Body.GetProperty("score").GetInt32());
        Assert.Equal((412, "urn:leadstudio:problem:changed"), (second.Status, second["type"]));
        Assert.Equal(412, weak.Status);
        Assert.Equal((200, null, "Lee"), (any.Status, any["title"], any["lastName"]));
        using var read = await _api.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(any.Headers["ETag"], read.Headers.ETag!.Tag);
    }

    [Fact]
    public async Task Patch_AnotherIdOrNoLead_IsRefused()
    {
        var id = (await _api.SendAsync("POST", Leads, """{"email":"ann@example.com"}"""))["id"];

        Assert.Equal(400, (await _api.SendAsync("PATCH", $"{Leads}/{id}", """{"id":"999"}""")).Status);
        Assert.Equal(404, (await _api.SendAsync("PATCH", $"{Leads}/999", """{"title":"CEO"}""")).Status);
    }

    [Fact]
    public async Task Delete_ALead_PutsItIntoTheTrash()
    {
        var id = (await _api.SendAsync("POST", Leads, """{"email":"ann@example.com"}"""))["id"];

        var deleted = await _api.SendAsync("DELETE", $"{Leads}/{id}");

        Assert.Equal(204, deleted.Status);
        Assert.Equal(404, (await _api.GetAsync($"{Leads}/{id}")).Status);
        Assert.Equal(404, (await _api.SendAsync("DELETE", $"{Leads}/{id}")).Status);
        Assert.Equal("Bootstrap key", (await _api.Get<ILeadActs>().FindInTrashAsync(long.Parse(id!, System.Globalization.CultureInfo.InvariantCulture)))!.By);
    }

    [Fact]
    public async Task Outcome_SetAndTakenAway_ClosesAndReopens()
    {
        var path = $"{Leads}/{(await _api.SendAsync("POST", Leads, """{"email":"ann@example.com"}"""))["id"]}/outcome";

        var lost = await _api.SendAsync("PUT", path, """{"result":"lost"}""");
        var open = await _api.SendAsync("DELETE", path);
        var won = await _api.SendAsync("PUT", path, """{"result":"won","value":7}""");
        var again = await _api.SendAsync("PUT", path, "null");

        Assert.Equal("lost", lost.Body.GetProperty("outcome").GetProperty("result").GetString());
        Assert.EndsWith("Z", lost.Body.GetProperty("outcome").GetProperty("at").GetString(), StringComparison.Ordinal);
        Assert.Equal(7, won.Body.GetProperty("outcome").GetProperty("value").GetDouble());
        Assert.All([open, again], answer => Assert.Equal((200, JsonValueKind.Null), (answer.Status, answer.Body.GetProperty("outcome").ValueKind)));
    }

    [Fact]
    public async Task Notes_Written_AreListedAndSeenByPeople()
    {
        var id = (await _api.SendAsync("POST", Leads, """{"email":"ann@example.com"}"""))["id"];

        var written = await _api.SendAsync("POST", $"{Leads}/{id}/notes", """{"text":"Call on Monday\n<b>=1+1"}""");

        Assert.Equal((201, "Call on Monday\n<b>=1+1", "Bootstrap key"), (written.Status, written["text"], written["by"]));
        var listed = (await _api.GetAsync($"{Leads}/{id}/notes")).Body.GetProperty("items")[0];
        Assert.Equal(written.Body.GetRawText(), listed.GetRawText());
        Assert.Single(await _api.Get<ILeadNotes>().ListAsync(long.Parse(id!, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("""{"text":" "}""", "text")]
    [InlineData("""{"text":7}""", "text")]
    [InlineData("""{"text":null}""", "text")]
    [InlineData("""{"note":"x"}""", "note")]
    [InlineData("{}", "text")]
    public async Task Notes_WithAMistake_NameIt(string body, string field)
    {
        var id = (await _api.SendAsync("POST", Leads, """{"email":"ann@example.com"}"""))["id"];

        var answer = await _api.SendAsync("POST", $"{Leads}/{id}/notes", body);

        Assert.Equal(400, answer.Status);
        Assert.NotEmpty(answer.Body.GetProperty("errors").GetProperty(field)[0].GetString()!);
    }

    [Fact]
    public async Task Get_SomeFields_GivesThoseAndTheId()
    {
        var made = await _api.SendAsync("POST", Leads, """{"email":"ann@example.com","outcome":{"result":"won"}}""");

        var lead = (await _api.GetAsync($"{Leads}/{made["id"]}?fields=email,outcome")).Body;
        var page = (await _api.GetAsync($"{Leads}?fields=email,outcome")).Body;
        var (status, wrong) = await _api.GetAsync($"{Leads}?fields=email,nothing");

        Assert.Equal(["id", "email", "outcome"], lead.EnumerateObject().Select(property => property.Name));
        Assert.Equal(lead.GetRawText(), page.GetProperty("items")[0].GetRawText());
        Assert.Equal("won", lead.GetProperty("outcome").GetProperty("result").GetString());
        Assert.Equal(400, status);
        Assert.Contains("nothing", wrong.GetProperty("errors").GetProperty("fields")[0].GetString(), StringComparison.Ordinal);
    }

    private static HttpRequestMessage Request(byte[] body, string type)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Leads, UriKind.Relative)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = type.Length == 0 ? null : MediaTypeHeaderValue.Parse(type);
        return request;
    }
}
