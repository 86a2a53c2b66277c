using System.Text;
using Bunit;
using LeadStudio.Components.Time;
using LeadStudio.Components.Toasts;
using LeadStudio.Core.Access;
using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Messaging;
using LeadStudio.Features.Import;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Tests.Features.Import;

public sealed class ImportPageTests(SqliteFixture databases) : BunitContext, IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private CoreFixture _core = null!;

    private IImports Imports => _core.Get<IImports>();

    async Task IAsyncLifetime.InitializeAsync()
    {
        _core = await CoreFixture.StartAsync(databases.NewDatabase());
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMe();
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton(Imports).AddSingleton(_core.Get<IImportUndo>()).AddSingleton(_core.Get<IFieldCatalog>());
        Services.AddSingleton(_core.Get<ICompanyStore>()).AddSingleton(_core.Get<IEventBus>());
        Services.AddScoped<ToastQueue>().AddScoped<IToasts>(provider => provider.GetRequiredService<ToastQueue>());
        Services.AddScoped<UserClock>();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _core.DisposeAsync();
    }

    [Fact]
    public async Task Rules_ChosenByTheUser_GoIntoTheMapping()
    {
        var (page, id) = await OpenAsync("Email,City,Last modified\nann@a.example,Bonn,2026-01-02\n");
        Assert.Contains("takes the new values", page.Find(".rules p").TextContent, StringComparison.Ordinal);

        Select(page, "A lead that is here already", "FillEmpty");
        Select(page, "A row without e-mail address and id", "take");
        Select(page, "Times without a zone are in", "Europe/Berlin");
        page.Find("select[aria-label='What an empty cell means in City']").Change("clears");
        Assert.Empty(page.FindAll("select[aria-label='What an empty cell means in Email']"));
        Assert.Contains("a row that fills nothing counts as unchanged", page.Find(".rules p").TextContent, StringComparison.Ordinal);
        Assert.Contains("not replaced by an older row", page.Find(".columns").TextContent, StringComparison.Ordinal);
        await StartAsync(page);

        var mapping = (await Imports.GetAsync(id)).Value!.ReadMapping();
        Assert.Equal((KnownLeads.FillEmpty, true, "Europe/Berlin"), (mapping.KnownLeads, mapping.TakesUnidentified, mapping.TimeZone));
        Assert.Equal([false, true, false], mapping.Columns.Select(column => column.EmptyClears));
    }

    [Fact]
    public async Task PhoneAndName_SwitchedOn_GoesIntoTheMappingAndIsRemembered()
    {
        var (page, id) = await OpenAsync("Email,Phone,Last name\nann@a.example,+49 30 23125111,Lee\n");
        Assert.False(page.Find(".rules .check input").HasAttribute("checked"));
        Assert.DoesNotContain("keeps its own address and id", page.Find(".rules p").TextContent, StringComparison.Ordinal);

        page.Find(".rules .check input").Change(true);
        Assert.Contains("keeps its own address and id", page.Find(".rules p").TextContent, StringComparison.Ordinal);
        await StartAsync(page);

        Assert.True((await Imports.GetAsync(id)).Value!.ReadMapping().MatchesPhoneAndName);
        var (again, _) = await OpenAsync("Email,Phone,Last name\nbob@a.example,+49 30 23125112,Ray\n");
        Assert.True(again.Find(".rules .check input").HasAttribute("checked"));
    }

    [Fact]
    public async Task PhoneAndName_FileWithoutLastName_IsNotOffered()
    {
        var (page, _) = await OpenAsync("Email,Phone\nann@a.example,+49 30 23125111\n");

        Assert.Empty(page.FindAll(".rules .check"));
    }

    [Fact]
    public async Task SameColumnsAgain_AreMappedAsBeforeUntilTheUserStartsOver()
    {
        var (first, _) = await OpenAsync("Email,Place\nann@a.example,Bonn\n");
        first.Find("select[aria-label='Place goes to']").Change("city");
        await StartAsync(first);

        var (page, _) = await OpenAsync("Place,Email,Plan\nBern,bob@a.example,Pro\n");

        Assert.Matches(@"Mapped as in\s+leads\.csv on \d+ \w+ \d{4}; 1 column is new and guessed\.", page.Find(".about p").TextContent);
        Assert.Equal("city", page.Find("select[aria-label='Place goes to']").GetAttribute("value"));
        page.Find(".about button").Click();
        Assert.Empty(page.FindAll(".about p"));
        Assert.Equal("!new", page.Find("select[aria-label='Place goes to']").GetAttribute("value"));
    }

    [Fact]
    public async Task About_Switched_OffersTheFieldsOfCompanies()
    {
        var (page, id) = await OpenAsync("Name,Email,Revenue\nAcme,info@acme.com,100\nBeta,info@beta.org,250\n");
        Assert.Equal("People", page.Find(".about select").GetAttribute("value"));

        page.Find(".about select").Change("Companies");
        page.WaitForAssertion(() => Assert.Equal("name", page.Find("select[aria-label='Name goes to']").GetAttribute("value")));
        Assert.DoesNotContain("First and last name", page.Find(".columns").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("option[value='Choice']"));
        await StartAsync(page);

        Assert.Equal(ImportSubject.Companies, (await Imports.GetAsync(id)).Value!.ReadMapping().About);
    }

    [Fact]
    public async Task NeitherPeopleNorCompanies_IsRefusedUntilAColumnIsChosen()
    {
        var (page, id) = await OpenAsync("Campaign ID,Type\n7,Email\n8,Email\n");
        Assert.Contains("a file of neither people nor companies", page.Find(".hint").TextContent, StringComparison.Ordinal);

        await StartAsync(page);
        Assert.Contains("Choose the column with the e-mail address", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        page.Find("select[aria-label='Campaign ID goes to']").Change("externalId");
        await StartAsync(page);

        Assert.Equal(ImportStatus.Queued, (await Imports.GetAsync(id)).Value!.Status);
    }

    private static void Select(IRenderedComponent<ImportPage> page, string label, string value) =>
        page.FindAll(".rules label").Single(one => one.TextContent.Trim().StartsWith(label, StringComparison.Ordinal)).QuerySelector("select")!.Change(value);

    private static Task StartAsync(IRenderedComponent<ImportPage> page) => page.Find(".start .button-primary").ClickAsync(new());

    private async Task<(IRenderedComponent<ImportPage> Page, long Id)> OpenAsync(string csv)
    {
        var upload = (await Imports.UploadAsync(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "leads.csv", Actor.LocalUser)).Value!;
        var page = Render<ImportPage>(parameters => parameters.Add(it => it.Id, upload.Id));
        page.WaitForElement(".rules");
        return (page, upload.Id);
    }
}
