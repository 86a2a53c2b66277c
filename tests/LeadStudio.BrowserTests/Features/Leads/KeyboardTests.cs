using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadStudio.BrowserTests.Features.Leads;

/// <summary>The way from an empty page to an assigned lead, for somebody who has no mouse.</summary>
public sealed class KeyboardTests(BrowserFixture browser) : PageTest(browser)
{
    private const int MostSteps = 60;

    [SkippableFact]
    public async Task KeyboardAlone_FromAnEmptyPage_AssignsALeadAndSeesItInTheList()
    {
        var page = await Browser.OpenAsync("/");
        var keys = page.Keyboard;
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Import a CSV" })).ToBeVisibleAsync();
        await TabToAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Import a CSV" }));

        // Escape gives the focus back to where it was.
        var add = page.GetByRole(AriaRole.Button, new() { Name = "Add lead" }).First; // the dialog has another
        await TabToAsync(page, add, backwards: true);
        await keys.PressAsync("Enter");
        await Expect(page.GetByLabel("E-mail")).ToBeFocusedAsync();
        await keys.PressAsync("Escape");
        await Expect(add).ToBeFocusedAsync();
        await keys.PressAsync("a");
        await Expect(page.GetByLabel("E-mail")).ToBeFocusedAsync();
        await keys.TypeAsync("ann@lee.example");
        await keys.PressAsync("Tab");
        await keys.TypeAsync("Ann");
        await keys.PressAsync("Tab");
        await keys.TypeAsync("Lee");
        await keys.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/leads/\\d+$"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Ann Lee" })).ToBeFocusedAsync();

        var assign = page.GetByRole(AriaRole.Button, new() { Name = "Assign", Exact = true });
        await Expect(assign).ToBeVisibleAsync();
        await TabToAsync(page, assign);
        await keys.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Owner" })).ToBeFocusedAsync();
        await keys.TypeAsync("Ada");
        await keys.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ada", Exact = true })).ToBeFocusedAsync();
        await keys.PressAsync("o");
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Owner" })).ToHaveValueAsync("Ada");
        await keys.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ada", Exact = true })).ToBeFocusedAsync();

        await keys.PressAsync("g");
        await keys.PressAsync("l");
        await Expect(page.Locator("[data-row='0']")).ToContainTextAsync("Ann Lee");
        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Columns", Exact = true }));
        await keys.PressAsync("Enter");
        await Expect(page.GetByLabel("Find a column")).ToBeFocusedAsync();
        await keys.TypeAsync("owner");
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Country" })).ToBeHiddenAsync();
        await keys.PressAsync("Tab");
        var owner = page.GetByRole(AriaRole.Checkbox, new() { Name = "Owner" });
        await Expect(owner).ToBeFocusedAsync();
        if (!await owner.IsCheckedAsync()) // it is a usual column, where the list had been scored with it
        {
            await keys.PressAsync("Space");
        }

        await keys.PressAsync("Escape");
        await Expect(page.Locator("[data-row='0'] [data-key=owner]")).ToHaveTextAsync("Ada");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Columns", Exact = true })).ToBeFocusedAsync();

        // The row opens beside the list, and gives the focus back.
        await keys.PressAsync("j");
        await Expect(page.GetByRole(AriaRole.Grid, new() { Name = "Leads" })).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Complementary, new() { Name = "Ann Lee" })).ToBeVisibleAsync();
        await keys.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Complementary, new() { Name = "Ann Lee" })).ToBeFocusedAsync();
        await keys.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Grid, new() { Name = "Leads" })).ToBeFocusedAsync();
        Assert.Empty(Browser.ConsoleErrors);
    }

    // As somebody does who looks where the focus is.
    private static async Task TabToAsync(IPage page, ILocator target, bool backwards = false)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            await page.Keyboard.PressAsync(backwards ? "Shift+Tab" : "Tab");
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"The focus does not come to {target}.");
    }
}
