using System.Globalization;
using System.Net;
using LeadStudio.Core.Access;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Views;
using LeadStudio.Core.Messaging;
using LeadStudio.TestSupport.Access;
using LeadStudio.TestSupport.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Tests.Features.Leads;

public sealed class ExportEndpointsTests(SqliteFixture databases) : IClassFixture<SqliteFixture>
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Get_ExportOfASavedView_HasItsNameAndItsColumns()
    {
        await using var app = LeadStudioApplication.Create(["--urls=http://127.0.0.1:0", $"--LeadStudio:Database={databases.NewDatabase()}", $"--LeadStudio:DataFolder={Path.GetTempPath()}"]);
        await app.StartAsync();
        var view = (await app.Services.GetRequiredService<ISavedViews>().AddAsync("Große Firmen", new ViewContent { Columns = "city,employees:90" }, Actor.LocalUser)).Value!;
        using var http = await SignedIn.ClientAsync(app.Services, app.Urls.Single());

        using var response = await http.GetAsync(new Uri($"{app.Urls.Single()}/leads/export.csv?view={view.Id}"));

        Assert.Equal("text/csv; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.StartsWith("Große Firmen ", response.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
        Assert.Equal("LeadStudio score,LeadStudio band,First name,Last name,Company,E-mail,External id,City,Employees\r\n", (await response.Content.ReadAsStringAsync()).TrimStart('\uFEFF'));
    }

    [Theory]
    [InlineData("", "late")] // days of UTC
    [InlineData("&zone=Europe/Berlin", "early")]
    [InlineData("&zone=Nowhere/Else", "late")]
    public async Task Get_ExportWithADay_TakesItAsADayOfTheZone(string zone, string expected)
    {
        await using var app = LeadStudioApplication.Create(["--urls=http://127.0.0.1:0", $"--LeadStudio:Database={databases.NewDatabase()}", $"--LeadStudio:DataFolder={Path.GetTempPath()}"]);
        await app.StartAsync();
        using var scored = new SemaphoreSlim(0);
        using var subscription = app.Services.GetRequiredService<IEventBus>().Subscribe<StandingsChanged>(news => scored.Release(news.Count));
        foreach (var (id, at) in new[] { ("early", "2026-03-01T23:30:00Z"), ("late", "2026-03-02T23:30:00Z") })
        {
            var added = await app.Services.GetRequiredService<ILeadStore>().AddAsync(
                new Dictionary<string, FieldValue>
                {
                    ["email"] = FieldValue.Of($"{id}@example.com"),
                    ["externalId"] = FieldValue.Of(id),
                    ["lastSeenAt"] = FieldValue.Of(UtcMicroseconds.From(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture))),
                },
                Actor.LocalUser);
            Assert.True(added.IsSuccess);
            Assert.True(await scored.WaitAsync(s_patience), "The lead is not scored, and no list has it before that.");
        }

        using var http = await SignedIn.ClientAsync(app.Services, app.Urls.Single());

        var csv = await http.GetStringAsync(new Uri($"{app.Urls.Single()}/leads/export.csv?view=all&cols=city&sort=lastSeenAt.asc&filter=lastSeenAt+is+2026-03-02{zone}"));

        Assert.Equal([expected], csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Split(',')[6]));
    }

    [Fact]
    public async Task Get_ExportWithAFilterThatCannotBeRead_SaysWhatIsWrong()
    {
        await using var app = LeadStudioApplication.Create(["--urls=http://127.0.0.1:0", $"--LeadStudio:Database={databases.NewDatabase()}", $"--LeadStudio:DataFolder={Path.GetTempPath()}"]);
        await app.StartAsync();
        using var http = await SignedIn.ClientAsync(app.Services, app.Urls.Single());

        using var response = await http.GetAsync(new Uri($"{app.Urls.Single()}/leads/export.csv?filter=employees+%3E%3D"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Expected a value", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
