using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadStudio.BrowserTests.Features.Leads;

public sealed class MergeTests(BrowserFixture browser) : PageTest(browser)
{
    [SkippableFact]
    public async Task Merge_OfTwoLeads_ShowsOneAndComesBackByUndo()
    {
        var ids = await LeadsSeed.AddAsync(Browser.Services);
        var page = await Browser.OpenAsync($"/leads/{ids["Ann"]}");

        await page.GetByRole(AriaRole.Button, new() { Name = "More" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Merge another lead into this one" }).ClickAsync();
        await page.GetByLabel("Find the other lead").FillAsync("bob");
        await page.GetByRole(AriaRole.Button, new() { Name = "Merge Bob Stone into Ann Lee" }).ClickAsync();
        var toast = page.GetByText("Bob Stone merged into Ann Lee.");
        await Expect(toast).ToBeVisibleAsync();
        await (await Browser.OpenAsync($"/leads/{ids["Bob"]}")).GetByRole(AriaRole.Link, new() { Name = "Go to that lead" }).WaitForAsync();
        await toast.Locator("..").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.GetByText("Taken back: 1 lead as before.")).ToBeVisibleAsync();

        page = await Browser.OpenAsync($"/leads/{ids["Bob"]}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Bob Stone" })).ToBeVisibleAsync();
        Assert.Empty(Browser.ConsoleErrors);
    }
}
