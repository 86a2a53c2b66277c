using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadStudio.BrowserTests.Features.Leads;

public sealed class LeadListTests(BrowserFixture browser) : PageTest(browser)
{
    private static IReadOnlyDictionary<string, long>? s_ids;

    // The fixture's application is one for the whole class.
    public override async Task InitializeAsync() => s_ids ??= await LeadsSeed.AddAsync(Browser.Services);

    [SkippableFact]
    public async Task List_Opened_ShowsTheBestFirstWithTheReason()
    {
        var page = await OpenAsync("/");

        await Expect(Names(page)).ToHaveTextAsync(["Ann Lee · Example Ltd", "Bob Stone · Stone & Sons", "Cora Moreau · Moreau SA", "Dan Kim · Kim Foods"]);
        await Expect(page.Locator("[data-row='0']")).ToContainTextAsync("Decides on purchases · 200 employees or more · Left a phone number");
        await Expect(page.Locator(".views a[aria-current=page]")).ToContainTextAsync("4");
        Assert.Empty(Browser.ConsoleErrors);
    }

    [SkippableFact]
    public async Task Search_SlashAndAWord_FindsAndStandsInTheAddress()
    {
        var page = await OpenAsync("/leads");
        await page.Locator("html[data-shortcut-scopes='3']").WaitForAsync();

        await page.Keyboard.PressAsync("/");
        await Expect(page.GetByRole(AriaRole.Searchbox, new() { Name = "Search leads" })).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("moreau");

        await Expect(Names(page)).ToHaveTextAsync(["Cora Moreau · Moreau SA"]);
        await Expect(page).ToHaveURLAsync(new Regex(@"\?q=moreau$"));
        Assert.Empty(Browser.ConsoleErrors);
    }

    [SkippableFact]
    public async Task Filter_Added_IsAChipInWordsAndBackTakesItAway()
    {
        var page = await OpenAsync("/leads");

        await page.GetByRole(AriaRole.Button, new() { Name = "Filter", Exact = true }).ClickAsync();
        var box = page.GetByRole(AriaRole.Dialog, new() { Name = "Add a filter" });
        await box.GetByPlaceholder("Find a field").FillAsync("employ");
        await box.GetByRole(AriaRole.Button, new() { Name = "Employees" }).ClickAsync();
        await box.GetByRole(AriaRole.Textbox, new() { Name = "Value" }).FillAsync("200");
        await box.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();

        await Expect(Names(page)).ToHaveTextAsync(["Ann Lee · Example Ltd", "Cora Moreau · Moreau SA"]);
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Filters" })).ToContainTextAsync("Employees is at least 200");
        await Expect(page).ToHaveURLAsync(new Regex("filter="));
        await page.GoBackAsync();
        await Expect(Names(page)).ToHaveCountAsync(4);
        Assert.Empty(Browser.ConsoleErrors);
    }

    [SkippableFact]
    public async Task Filter_KeyboardAlone_KeepsTheFocusFromStepToStep()
    {
        var page = await OpenAsync("/leads");
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Filter", Exact = true });

        await button.PressAsync("Enter");
        await Expect(page.GetByPlaceholder("Find a field")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("no such");
        await Expect(page.GetByText("No field has this name.")).ToBeVisibleAsync();
        await page.GetByPlaceholder("Find a field").FillAsync("employ");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Value" })).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("200");
        await page.Keyboard.PressAsync("Enter");

        await Expect(Names(page)).ToHaveTextAsync(["Ann Lee · Example Ltd", "Cora Moreau · Moreau SA"]);
        await Expect(button).ToBeFocusedAsync();
        Assert.Empty(Browser.ConsoleErrors);
    }

    [SkippableFact]
    public async Task Search_NoOpenLead_OffersTheClosedOnes()
    {
        var page = await Browser.OpenAsync("/leads?q=nobody");

        await page.GetByRole(AriaRole.Button, new() { Name = "Look among closed leads, too" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex(@"view=all.*q=nobody"));
        await Expect(page.GetByText("No lead matches this search and these filters.")).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task Add_Opened_StartsAtTheAddress()
    {
        var page = await OpenAsync("/leads");

        await page.GetByRole(AriaRole.Button, new() { Name = "Add lead" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "E-mail" })).ToBeFocusedAsync();
    }

    [SkippableFact]
    public async Task Filter_InTheAddressAndWrong_ShowsThePlaceOfTheMistake()
    {
        var page = await OpenAsync("/leads?filter=employees+%3E%3D+and");

        await Expect(page.GetByLabel("Filter as text")).ToHaveValueAsync("employees >= and");
        await Expect(page.Locator(".place mark")).ToBeVisibleAsync();
        await page.GetByLabel("Filter as text").FillAsync("employees >= 500");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply text" }).ClickAsync();

        await Expect(Names(page)).ToHaveTextAsync(["Ann Lee · Example Ltd", "Cora Moreau · Moreau SA"]);
    }

    [SkippableFact]
    public async Task Filter_NothingMatches_OffersToClear()
    {
        var page = await Browser.OpenAsync("/leads?filter=employees+%3E+9000");

        await page.Locator(".empty").GetByRole(AriaRole.Button, new() { Name = "Clear filters" }).ClickAsync();

        await Expect(Names(page)).ToHaveCountAsync(4);
    }

    [SkippableFact]
    public async Task Filter_OnATab_KeepsTheTabMarkedAndClearsToIt()
    {
        var page = await OpenAsync("/leads?view=new&filter=employees+%3E%3D+200");
        var marked = page.Locator(".views a[aria-current=page]");

        await Expect(marked).ToContainTextAsync("New this week");
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear filters" }).ClickAsync();

        await Expect(Names(page)).ToHaveCountAsync(4);
        await Expect(marked).ToContainTextAsync("New this week");
        await Expect(page).ToHaveURLAsync(new Regex(@"/leads\?view=new$"));
        await page.GoBackAsync();
        await Expect(Names(page)).ToHaveCountAsync(2);
        Assert.Empty(Browser.ConsoleErrors);
    }

    [SkippableFact]
    public async Task Back_FromALeadsPage_IsTheListAtItsRow()
    {
        var page = await OpenAsync("/leads?view=all&sort=employees.desc&cols=employees");
        await page.Locator("[data-row='2']").ClickAsync();
        await Panel(page, "Bob Stone").GetByRole(AriaRole.Link, new() { Name = "Open the page of this lead" }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Back to the list" }).ClickAsync();

        await Expect(Names(page)).ToHaveTextAsync([new Regex("Cora"), new Regex("Ann"), new Regex("Bob"), new Regex("Dan")]);
        await Expect(page.Locator("[data-row].active")).ToContainTextAsync("Bob Stone");
        await page.GoBackAsync();
        await Expect(page.Locator(".timeline-card")).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Expect(page.Locator("[data-row].active")).ToContainTextAsync("Bob Stone");
        Assert.Empty(Browser.ConsoleErrors);
    }

    [SkippableFact]
    public async Task Columns_Ticked_ShowsAndStandsInTheAddress()
    {
        var page = await OpenAsync("/leads");

        await page.GetByRole(AriaRole.Button, new() { Name = "Columns" }).ClickAsync();
        var box = page.GetByRole(AriaRole.Dialog, new() { Name = "Columns" });
        await box.GetByLabel("City", new() { Exact = true }).CheckAsync();
        await box.GetByRole(AriaRole.Button, new() { Name = "Move City up" }).ClickAsync();
        await page.Keyboard.PressAsync("Escape");

        await Expect(page.GetByRole(AriaRole.Columnheader)).ToHaveTextAsync([new Regex("check_box"), new Regex("Score"), new Regex("Lead"), new Regex("Job title"), new Regex("Stage"), new Regex("Phone"), new Regex("City"), new Regex("Employees")]);
        await Expect(page).ToHaveURLAsync(new Regex("cols=title,stage,phone,city,employees$"));
        await Expect(box).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task Heading_Clicked_SortsAndStandsInTheAddress()
    {
        var page = await OpenAsync("/leads?cols=employees");

        await page.GetByRole(AriaRole.Columnheader).Filter(new() { HasText = "Employees" }).GetByRole(AriaRole.Button).ClickAsync();

        await Expect(Names(page)).ToHaveTextAsync([new Regex("Cora"), new Regex("Ann"), new Regex("Bob"), new Regex("Dan")]);
        await Expect(page).ToHaveURLAsync(new Regex(@"sort=employees\.desc"));
    }

    [SkippableFact]
    public async Task Keys_JEnterJEscape_OpenFollowAndCloseThePanel()
    {
        var page = await OpenAsync("/leads");
        await page.Locator("html[data-shortcut-scopes='3']").WaitForAsync();

        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator("[data-row].active")).ToContainTextAsync("Ann Lee");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Panel(page, "Ann Lee")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("j");
        await Expect(Panel(page, "Bob Stone")).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"lead={s_ids!["Bob"]}$"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(Panel(page, "Bob Stone")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");

        await Expect(page.Locator("aside")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Grid)).ToBeFocusedAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/leads$"));
        Assert.Empty(Browser.ConsoleErrors);
    }

    private static ILocator Names(IPage page) => page.Locator("[data-row] .name-cell");

    [SkippableFact]
    public async Task Panel_KeysFasterThanItsScript_GivesTheFocusBackToTheList()
    {
        var page = await OpenAsync("/leads");
        await page.Locator("html[data-shortcut-scopes='3']").WaitForAsync();
        var script = new TaskCompletionSource();
        await page.RouteAsync("**/dist/dialog*.js", async route =>
        {
            await script.Task;
            await route.ContinueAsync();
        });

        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator("[data-row].active")).ToContainTextAsync("Ann Lee");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Panel(page, "Ann Lee")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        script.SetResult();

        await Expect(Panel(page, "Ann Lee")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Grid, new() { Name = "Leads" })).ToBeFocusedAsync();
        Assert.Empty(Browser.ConsoleErrors);
    }

    private static ILocator Panel(IPage page, string name) => page.GetByRole(AriaRole.Complementary, new() { Name = name });

    private async Task<IPage> OpenAsync(string path)
    {
        var page = await Browser.OpenAsync(path);
        await page.Locator("[data-row='0']").WaitForAsync();
        return page;
    }
}
