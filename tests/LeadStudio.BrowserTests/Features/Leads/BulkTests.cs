using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadStudio.BrowserTests.Features.Leads;

public sealed class BulkTests(BrowserFixture browser) : PageTest(browser)
{
    [SkippableFact]
    public async Task Selection_ByKeysAndShift_IsChangedUndoneTaggedDeletedAndBroughtBack()
    {
        await LeadsSeed.AddAsync(Browser.Services);
        var page = await Browser.OpenAsync("/leads?cols=stage,tags");
        await page.Locator("html[data-shortcut-scopes='3']").WaitForAsync();
        await Expect(page.Locator("[data-row]")).ToHaveCountAsync(4);
        var toolbar = page.GetByRole(AriaRole.Toolbar, new() { Name = "Selected leads" });
        var stages = page.Locator("[data-row] [data-key=stage]");

        // By keys: the first row, and down to the third; the stage by a key, too.
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        await Expect(toolbar).ToContainTextAsync("1 selected");
        await page.Keyboard.PressAsync("Shift+J");
        await page.Keyboard.PressAsync("Shift+ArrowDown");
        await Expect(toolbar).ToContainTextAsync("3 selected");
        await page.Keyboard.PressAsync("Shift+S");
        await page.GetByRole(AriaRole.Dialog, new() { Name = "Move to a stage" }).GetByRole(AriaRole.Button, new() { Name = "Qualified", Exact = true }).ClickAsync();
        await Expect(stages).ToHaveTextAsync(["Qualified", "Qualified", "Qualified", "New"]);
        await Expect(toolbar).ToHaveCountAsync(0);

        await page.GetByText("3 leads moved to Qualified.").Locator("..").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(stages).ToHaveTextAsync(["New", "New", "New", "New"]);
        await Expect(page.GetByText("Taken back: 3 leads as before.")).ToBeVisibleAsync();

        // By the mouse with Shift, then all.
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Select Bob Stone" }).ClickAsync();
        await page.Locator("[data-row='3'] [data-key=stage]").ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        await Expect(toolbar).ToContainTextAsync("3 selected");
        await toolbar.GetByRole(AriaRole.Button, new() { Name = "Select all 4" }).ClickAsync();
        await Expect(toolbar).ToContainTextAsync("4 selected");
        await toolbar.GetByRole(AriaRole.Button, new() { Name = "Tag", Exact = true }).ClickAsync();
        await page.GetByLabel("Tags, parted by commas").FillAsync("fair");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-row] [data-key=tags]")).ToHaveTextAsync(["fair", "fair", "fair", "fair"]);

        // Into the trash, and back from the page of changes.
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Select Ann Lee" }).ClickAsync();
        await toolbar.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(page.Locator("[data-row]")).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Link, new() { Name = "Recent changes" }).ClickAsync();
        var deletion = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "1 lead deleted" });
        await deletion.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(deletion).ToContainTextAsync("1 lead as before.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to the list" }).ClickAsync();
        await Expect(page.Locator("[data-row='0']")).ToContainTextAsync("Ann Lee");
        Assert.Empty(Browser.ConsoleErrors);
    }
}
