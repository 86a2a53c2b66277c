using System.Net;
using LeadStudio.Core.Access;
using LeadStudio.Core.Leads.Views;
using LeadStudio.TestSupport.Access;
using LeadStudio.TestSupport.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Tests.Features.Leads;

public sealed class ExportEndpointsTests(SqliteFixture databases) : IClassFixture<SqliteFixture>
{
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
