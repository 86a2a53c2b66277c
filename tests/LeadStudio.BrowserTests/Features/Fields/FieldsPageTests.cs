using LeadStudio.Core.Access;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadStudio.BrowserTests.Features.Fields;

public sealed class FieldsPageTests(BrowserFixture browser) : PageTest(browser)
{
    [SkippableFact]
    public async Task Retype_PreviewedDoneAndTakenBack_FollowsInTheLeads()
    {
        var leads = Browser.Services.GetRequiredService<ILeadStore>();
        await Browser.Services.GetRequiredService<IFieldCatalog>().AddAsync([new("Budget", FieldType.Text)], Actor.LocalUser);
        var ids = new List<long>();
        foreach (var (email, budget) in new[] { ("a@example.com", "1,200"), ("b@example.com", "a lot") })
        {
            ids.Add((await leads.AddAsync(new Dictionary<string, FieldValue> { ["email"] = FieldValue.Of(email), ["budget"] = FieldValue.Of(budget) }, Actor.LocalUser)).Value);
        }

        var page = await Browser.OpenAsync("/fields");
        await page.GetByRole(AriaRole.Button, new() { Name = "Budget", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Type", Exact = true }).SelectOptionAsync("Number");
        await Expect(page.Locator(".report")).ToContainTextAsync("a lot");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change to number" }).ClickAsync();
        await Expect(page.GetByText("1 lead changed").Or(page.GetByText("2 leads changed")).First).ToBeVisibleAsync();
        Assert.Equal(["1200", ""], await TextsAsync(leads, ids));

        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.GetByText("Budget is a text again").First).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Progressbar)).ToHaveCountAsync(0);

        Assert.Equal(["1,200", "a lot"], await TextsAsync(leads, ids));
        Assert.Empty(Browser.ConsoleErrors);
    }

    private static async Task<List<string>> TextsAsync(ILeadStore leads, List<long> ids)
    {
        var texts = new List<string>();
        foreach (var id in ids)
        {
            texts.Add((await leads.GetAsync(id)).Value!.Text("budget"));
        }

        return texts;
    }
}
