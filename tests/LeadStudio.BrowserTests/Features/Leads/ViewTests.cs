using System.Text.RegularExpressions;
using LeadStudio.Core.Leads.Import;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadStudio.BrowserTests.Features.Leads;

public sealed class ViewTests(BrowserFixture browser) : PageTest(browser)
{
    private static IReadOnlyDictionary<string, long>? s_ids;

    // The fixture's application is one for the whole class.
    public override async Task InitializeAsync() => s_ids ??= await LeadsSeed.AddAsync(Browser.Services);

    [SkippableFact]
    public async Task View_SavedAndShared_OpensByItsLinkForSomebodyElse()
    {
        var page = await OpenAsync("/leads?filter=employees+%3E%3D+200&sort=employees.desc&density=compact");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save as" }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Name", Exact = true }).FillAsync("Large companies");
        await page.GetByLabel("Everybody sees it").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save view" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"/leads\?view=\d+$"));

        var other = await Browser.OpenAsync(new Uri(page.Url).PathAndQuery);

        await Expect(other.Locator(".views a[aria-current=page]")).ToHaveTextAsync("Large companies 2");
        await Expect(other.Locator("[data-key=score-why]")).ToContainTextAsync(["200 employees or more", "Decides on purchases"]);
        await Expect(Names(other)).ToHaveTextAsync(["Cora Moreau · Moreau SA", "Ann Lee · Example Ltd"]);
        await Expect(other.GetByText("Unsaved changes:")).ToHaveCountAsync(0);
        await other.GetByRole(AriaRole.Button, new() { Name = "Clear filters" }).ClickAsync();
        await Expect(other.GetByText("Unsaved changes:")).ToBeVisibleAsync();
        await other.GetByRole(AriaRole.Button, new() { Name = "Reset" }).ClickAsync();
        await Expect(Names(other)).ToHaveCountAsync(2);
        Assert.Empty(Browser.ConsoleErrors);
    }

    [SkippableFact]
    public async Task Export_ImportedAgain_LeavesEveryLeadUnchanged()
    {
        var page = await OpenAsync("/leads?view=all&cols=title,phone,employees");

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Export" }).ClickAsync());
        var file = await download.PathAsync();
        Assert.Contains("+44 20 7946 0000", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        await page.GotoAsync("/import");
        await page.Locator(".rz-layout:not([inert])").WaitForAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "leads.csv", MimeType = "text/csv", Buffer = await File.ReadAllBytesAsync(file) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Start the import" }).ClickAsync();
        await Expect(page.Locator("[data-count=unchanged]")).ToHaveTextAsync($"{s_ids!.Count}");

        var id = long.Parse(new Uri(page.Url).Segments[^1], System.Globalization.CultureInfo.InvariantCulture);
        var job = (await Browser.Services.GetRequiredService<IImports>().GetAsync(id)).Value!;
        Assert.Equal((0L, 0L, (long)s_ids!.Count, 0L), (job.Created, job.Updated, job.Unchanged, job.Rejected));
        Assert.Empty(Browser.ConsoleErrors);
    }

    [SkippableFact]
    public async Task Palette_KeyboardAlone_OpensALead()
    {
        var page = await OpenAsync("/leads");
        await page.Locator("html[data-shortcut-scopes='3']").WaitForAsync();

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("moreau"); // at once: "a" would add a lead if it went to the page
        await Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "Search or jump" })).ToHaveValueAsync("moreau");
        await Expect(page.GetByRole(AriaRole.Option).First).ToContainTextAsync("Cora Moreau");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync(new Regex($"/leads/{s_ids!["Cora"]}$"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Cora Moreau", Level = 1 })).ToBeVisibleAsync();
        Assert.Empty(Browser.ConsoleErrors);
    }

    [SkippableFact]
    public async Task CellMenu_ByKeyAndByMouse_NarrowsTheList()
    {
        var page = await OpenAsync("/leads?cols=title,employees");
        await page.Locator("html[data-shortcut-scopes='3']").WaitForAsync();

        await page.Locator("[data-row='1'] [data-key=employees]").ClickAsync(new() { Button = MouseButton.Right });
        await page.GetByRole(AriaRole.Button, new() { Name = "Without those where Employees is 20" }).ClickAsync();
        await Expect(Names(page)).ToHaveTextAsync(["Ann Lee · Example Ltd", "Cora Moreau · Moreau SA", "Dan Kim · Kim Foods"]);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("f");
        await page.GetByRole(AriaRole.Button, new() { Name = "Only where Job title is VP Marketing" }).PressAsync("Enter");

        await Expect(Names(page)).ToHaveTextAsync(["Ann Lee · Example Ltd"]);
        Assert.Empty(Browser.ConsoleErrors);
    }

    [SkippableFact]
    public async Task Columns_FrozenAndRemembered_StayInPlaceAndComeBack()
    {
        var page = await OpenAsync("/leads");
        await page.SetViewportSizeAsync(900, 600);
        await page.GetByRole(AriaRole.Button, new() { Name = "Columns" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Freeze up to Lead" }).ClickAsync();
        await page.GetByLabel("Compact").CheckAsync();
        await Expect(page).ToHaveURLAsync(new Regex("freeze=lead&density=compact"));
        await page.Keyboard.PressAsync("Escape");

        await page.GotoAsync("/leads");
        await Expect(page).ToHaveURLAsync(new Regex("freeze=lead&density=compact"));
        var name = page.Locator("[data-row='0'] [data-key=lead]");
        await Expect(name).ToHaveCSSAsync("height", new Regex("^3[0-3](\\.[0-9]+)?px$"));
        var before = await name.BoundingBoxAsync();
        await page.Locator("[data-part=scroller]").EvaluateAsync("scroller => scroller.scrollLeft = 120");

        Assert.Equal(before!.X, (await name.BoundingBoxAsync())!.X);
        Assert.Empty(Browser.ConsoleErrors);
    }

    private Task<IPage> OpenAsync(string path) => Browser.OpenAsync(path);

    private static ILocator Names(IPage page) => page.Locator("[data-row] .name-cell");
}
