using System.Text.RegularExpressions;
using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Keys;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadStudio.BrowserTests.Features.ApiDocs;

public sealed class ApiDocsPageTests(BrowserFixture browser) : PageTest(browser)
{
    [SkippableFact]
    public async Task Reader_TriesTheCountOfLeadsWithAKey_SeesTheAnswer()
    {
        var key = await KeyAsync(Scopes.ReadLeads);
        var page = await Browser.OpenAsync("/keys");
        await page.GetByRole(AriaRole.Main).Or(page.Locator(".page-actions")).GetByRole(AriaRole.Link, new() { Name = "API reference" }).ClickAsync();
        await page.GetByLabel("Search the operations").FillAsync("stats leads:read");
        await page.GetByRole(AriaRole.Link, new() { Name = "Count leads" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Command" })).ToContainTextAsync("/api/v1/stats'");

        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Paste a key first");
        await page.GetByLabel("Key to try it with").FillAsync(key);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        await Expect(StatusOf(page)).ToContainTextAsync("200 OK");
        await Expect(page.GetByLabel("Body of the answer")).ToContainTextAsync(new Regex("\n  \"total\": [0-9]+,"));
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy the answer" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Copied the answer" })).ToBeVisibleAsync();
        Assert.Equal(await page.GetByLabel("Body of the answer").TextContentAsync(), await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy the command" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Copied the command" })).ToBeVisibleAsync();
        Assert.Equal($"curl '{new Uri(new Uri(page.Url), "/api/v1/stats")}' \\\n  -H \"Authorization: Bearer $KEY\"", await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        Assert.DoesNotContain(key, await page.EvaluateAsync<string>("JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href])"), StringComparison.Ordinal);
        Assert.Empty(Browser.ConsoleErrors);
    }

    [SkippableFact]
    public async Task Reader_FollowsTheScores_SeesThemArriveUntilItIsStopped()
    {
        var page = await OpenAsync("followScores", await KeyAsync(Scopes.ReadLeads));
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(StatusOf(page)).ToContainTextAsync("still arriving");
        await Expect(page.GetByLabel("Body of the answer")).ToContainTextAsync("retry: 2000");

        var lead = (await Browser.Services.GetRequiredService<ILeadStore>().AddAsync(new Dictionary<string, FieldValue> { ["email"] = FieldValue.Of("ann@example.com") }, Actor.LocalUser)).Value;
        await Expect(page.GetByLabel("Body of the answer")).ToContainTextAsync($"\"leadId\":\"{lead}\"");
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();

        await Expect(page.GetByText("Stopped.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Send" })).ToBeEnabledAsync();
    }

    [SkippableFact]
    public async Task Writer_TriesTheImportOfAFile_StartsIt()
    {
        var page = await OpenAsync("startImport", await KeyAsync(Scopes.Import));

        await page.GetByRole(AriaRole.Button, new() { Name = "Send and change data" }).ClickAsync();

        await Expect(StatusOf(page)).ToContainTextAsync("202 Accepted");
        await Expect(page.GetByLabel("Body of the answer")).ToContainTextAsync("\"fileName\": \"leads.csv\"");
    }

    private static ILocator StatusOf(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "Answer", Exact = true }).GetByRole(AriaRole.Status);

    private async Task<string> KeyAsync(string scope) =>
        (await Browser.Services.GetRequiredService<IApiKeys>().AddAsync("Reader", [scope], expiresAt: null, Actor.System)).Value!.Secret;

    private async Task<IPage> OpenAsync(string operation, string key)
    {
        var page = await Browser.OpenAsync($"/api-docs?op={operation}");
        await page.GetByLabel("Key to try it with").FillAsync(key);
        return page;
    }
}
