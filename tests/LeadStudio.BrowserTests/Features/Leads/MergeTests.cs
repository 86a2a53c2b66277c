using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadStudio.BrowserTests.Features.Leads;

public sealed class MergeTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [SkippableFact]
    public async Task Merge_OfTwoLeads_ShowsOneAndComesBackByUndo()
    {
        var ids = await LeadsSeed.AddAsync(browser.Services);
        var page = await browser.OpenAsync($"/leads/{ids["Ann"]}");

        await page.GetByRole(AriaRole.Button, new() { Name = "More" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Merge another lead into this one" }).ClickAsync();
        await page.GetByLabel("Find the other lead").FillAsync("bob");
        await page.GetByRole(AriaRole.Button, new() { Name = "Merge Bob Stone into Ann Lee" }).ClickAsync();
        var toast = page.GetByText("Bob Stone merged into Ann Lee.");
        await Expect(toast).ToBeVisibleAsync();
        await (await browser.OpenAsync($"/leads/{ids["Bob"]}")).GetByRole(AriaRole.Link, new() { Name = "Go to that lead" }).WaitForAsync();
        await toast.Locator("..").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.GetByText("Taken back: 1 lead as before.")).ToBeVisibleAsync();

        page = await browser.OpenAsync($"/leads/{ids["Bob"]}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Bob Stone" })).ToBeVisibleAsync();
        Assert.Empty(browser.ConsoleErrors);
    }
}
