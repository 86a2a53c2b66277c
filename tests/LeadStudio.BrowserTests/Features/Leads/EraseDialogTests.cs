using System.Text.Json;
using LeadStudio.Core.Access;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadStudio.BrowserTests.Features.Leads;

public sealed class EraseDialogTests(BrowserFixture browser) : PageTest(browser)
{
    [SkippableFact]
    public async Task Person_ExportedThenErased_IsGoneForGood()
    {
        var leads = Browser.Services.GetRequiredService<ILeadStore>();
        var id = (await leads.AddAsync(
            new Dictionary<string, FieldValue> { ["email"] = FieldValue.Of("zoe@example.com"), ["firstName"] = FieldValue.Of("Zoe"), ["lastName"] = FieldValue.Of("Quux") }, Actor.LocalUser)).Value;
        var page = await Browser.OpenAsync($"/leads/{id}");

        await page.GetByRole(AriaRole.Button, new() { Name = "More", Exact = true }).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Export all that is known" }).ClickAsync());
        using var document = await JsonDocument.ParseAsync(await download.CreateReadStreamAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Erase this person" }).ClickAsync();
        await page.GetByLabel("Type Zoe Quux to go on").FillAsync("Zoe Quux");
        await page.GetByRole(AriaRole.Button, new() { Name = "Erase", Exact = true }).ClickAsync();
        await Expect(page.GetByText("The person is erased.")).ToBeVisibleAsync();

        Assert.Equal("zoe@example.com", document.RootElement.GetProperty("profile").GetProperty("email").GetString());
        Assert.IsType<LeadNotFound>((await leads.GetAsync(id)).Error);
        Assert.Empty(Browser.ConsoleErrors);
    }
}
