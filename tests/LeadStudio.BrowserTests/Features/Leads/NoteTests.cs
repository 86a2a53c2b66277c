using LeadStudio.Core.Access;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadStudio.BrowserTests.Features.Leads;

public sealed class NoteTests(BrowserFixture browser) : PageTest(browser)
{
    [SkippableFact]
    public async Task Note_WrittenInOnePage_ShowsInAnotherAndComesBackAfterADeletion()
    {
        var id = (await Browser.Services.GetRequiredService<ILeadStore>().AddAsync(
            new Dictionary<string, FieldValue> { ["email"] = FieldValue.Of("zoe@example.com") }, Actor.LocalUser)).Value;
        var page = await Browser.OpenAsync($"/leads/{id}");
        var other = await Browser.OpenAsync($"/leads/{id}");

        await page.GetByLabel("Add a note").FillAsync("Wants a demo\non Friday");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add note" }).ClickAsync();

        await Expect(other.GetByText("Wants a demo")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Add a note")).ToHaveValueAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete the note" }).ClickAsync();
        await Expect(other.GetByText("Wants a demo")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(other.GetByText("Wants a demo")).ToBeVisibleAsync();
        Assert.Empty(Browser.ConsoleErrors);
    }
}
