using LeadStudio.Core.Access;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadStudio.BrowserTests.Features.Companies;

public sealed class CompanyPageTests(BrowserFixture browser) : PageTest(browser)
{
    [SkippableFact]
    public async Task Company_FoundRenamedAndMerged_ShowsTheLeadsOfBoth()
    {
        foreach (var email in new[] { "ann@acme.com", "bob@acme.com", "cy@beta.org" })
        {
            await Browser.Services.GetRequiredService<ILeadStore>().AddAsync(new Dictionary<string, FieldValue> { ["email"] = FieldValue.Of(email) }, Actor.LocalUser);
        }

        var page = await Browser.OpenAsync("/companies");
        await page.GetByLabel("Search companies by name or domain").FillAsync("beta");
        await page.GetByRole(AriaRole.Link, new() { Name = "beta.org" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "cy@beta.org" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Edit Name" }).ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Beta Works");
        await page.GetByLabel("Name", new() { Exact = true }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Beta Works" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Merge…" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Merge into acme.com" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "acme.com" })).ToBeVisibleAsync();
        await Expect(page.Locator(".leads li")).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Button, new() { Name = "Part again: Beta Works" }).ClickAsync();

        await Expect(page.Locator(".leads li")).ToHaveCountAsync(2);
        Assert.Empty(Browser.ConsoleErrors);
    }
}
