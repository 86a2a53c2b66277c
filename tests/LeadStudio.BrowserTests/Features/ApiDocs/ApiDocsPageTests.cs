using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Keys;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadStudio.BrowserTests.Features.ApiDocs;

public sealed class ApiDocsPageTests(BrowserFixture browser) : PageTest(browser)
{
    [SkippableFact]
    public async Task Reader_TriesTheCountOfLeadsWithAKey_SeesTheAnswer()
    {
        var key = (await Browser.Services.GetRequiredService<IApiKeys>().AddAsync("Reader", [Scopes.ReadLeads], expiresAt: null, Actor.System)).Value!.Secret;
        var page = await Browser.OpenAsync("/keys");
        await page.GetByRole(AriaRole.Main).Or(page.Locator(".page-actions")).GetByRole(AriaRole.Link, new() { Name = "API reference" }).ClickAsync();
        await page.GetByLabel("Search the operations").FillAsync("stats leads:read");
        await page.GetByRole(AriaRole.Link, new() { Name = "Count leads" }).ClickAsync();
        await Expect(page.GetByLabel("Command")).ToContainTextAsync("/api/v1/stats'");

        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Paste a key first");
        await page.GetByLabel("Key to try it with").FillAsync(key);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        var answer = page.GetByRole(AriaRole.Region, new() { Name = "Answer", Exact = true });
        await Expect(answer.GetByRole(AriaRole.Status)).ToContainTextAsync("200 OK");
        await Expect(page.GetByLabel("Body of the answer")).ToContainTextAsync("\n  \"total\": 0,");
        Assert.DoesNotContain(key, await page.EvaluateAsync<string>("JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href])"), StringComparison.Ordinal);
        Assert.Empty(Browser.ConsoleErrors);
    }
}
