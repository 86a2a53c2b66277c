using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadStudio.BrowserTests.Layout;

public sealed class ShellTests(BrowserFixture browser) : PageTest(browser)
{
    [SkippableFact]
    public async Task QuestionMark_AnyPage_ListsTheShortcuts()
    {
        var page = await OpenWithShortcutsAsync("/leads");

        await page.Keyboard.PressAsync("?");
        var sheet = page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" });
        await Expect(sheet).ToContainTextAsync("Hot leads");
        await page.Keyboard.PressAsync("Escape");

        await Expect(sheet).ToHaveCountAsync(0);
        Assert.Empty(Browser.ConsoleErrors);
    }

    [SkippableFact]
    public async Task Sequence_GThenL_GoesToTheLeads()
    {
        var page = await OpenWithShortcutsAsync("/");

        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("l");

        await Expect(page).ToHaveURLAsync(new Regex("/leads$"));
    }

    [SkippableFact]
    public async Task SkipLink_Enter_MovesTheFocusToTheContent()
    {
        var page = await Browser.OpenAsync("/leads");

        await page.GetByText("Skip to the content").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("main")).ToBeFocusedAsync();
    }

    [SkippableFact]
    public async Task Menu_NarrowScreen_OpensAndClosesByEscape()
    {
        var page = await Browser.OpenAsync("/leads");
        await page.SetViewportSizeAsync(390, 800);
        var link = page.GetByRole(AriaRole.Link, new() { Name = "Hot leads" });
        await Expect(link).ToBeHiddenAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Menu" }).ClickAsync();
        await Expect(link).ToBeVisibleAsync();
        await link.PressAsync("Escape");

        await Expect(link).ToBeHiddenAsync();
    }

    private async Task<IPage> OpenWithShortcutsAsync(string path)
    {
        var page = await Browser.OpenAsync(path);
        await page.Locator("html[data-shortcut-scopes='3']").WaitForAsync(); // those of the menu, of the sheet and of the list
        return page;
    }
}
