using LeadStudio.Core.Access;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Acts;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.TestSupport.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadStudio.BrowserTests.Features.Leads;

public sealed class SightTests : IAsyncLifetime
{
    private readonly BrowserFixture _browser = new("--LeadStudio:SalesSee=OwnTeam");

    public Task InitializeAsync() => _browser.InitializeAsync();

    public Task DisposeAsync() => _browser.DisposeAsync();

    [SkippableFact]
    public async Task Seller_WhoSeesTheTeamsLeads_FindsNoOtherAnywhere()
    {
        var own = await AddAsync("Olga Own", SignedIn.NameOf(Role.Sales));
        var other = await AddAsync("Otto Other", "Somebody Else");

        var admin = await _browser.OpenAsync("/leads?view=all");
        await Expect(admin.Locator("[data-row]")).ToHaveCountAsync(2);
        var page = await _browser.OpenAsync("/leads?view=all", role: Role.Sales);
        await Expect(page.Locator("[data-row]")).ToHaveTextAsync([new System.Text.RegularExpressions.Regex("Olga Own")]);
        await Expect(page.Locator(".views a[aria-current=page]")).ToHaveTextAsync("All leads 1");

        await page.Keyboard.PressAsync("Control+k");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Search or jump" }).FillAsync("Otto");
        await Expect(page.GetByText("Nothing has this name.")).ToBeVisibleAsync();
        await page.GotoAsync($"/leads/{other}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No such lead" })).ToBeVisibleAsync();
        await page.GotoAsync($"/leads/{own}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Olga Own" }).First).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task Seller_WhoSeesTheTeamsLeads_LearnsNothingOfOthersFromCompaniesAndTheTrash()
    {
        await AddAsync("Olga Own", SignedIn.NameOf(Role.Sales));
        await AddAsync("Olaf Own", SignedIn.NameOf(Role.Sales));
        var other = await AddAsync("Otto Other", "Somebody Else");
        var deletion = new ActChange(ActKind.Delete);
        var admin = await _browser.OpenAsync("/companies");
        await Expect(admin.Locator("[data-row]")).ToContainTextAsync("3");
        var page = await _browser.OpenAsync("/companies?sort=-best", role: Role.Sales);
        await Expect(page.Locator("[data-row]")).ToContainTextAsync("2");
        await Expect(page.GetByRole(AriaRole.Columnheader).Filter(new() { HasText = "Leads" }).GetByRole(AriaRole.Button)).ToHaveCountAsync(0);

        await _browser.Services.GetRequiredService<ILeadActs>().StartAsync(new LeadSelection("Otto", [other]), deletion, new Actor(ActorKind.Person, "Somebody Else"));
        await admin.GotoAsync("/leads/changes");
        await Expect(admin.GetByRole(AriaRole.List, new() { Name = "Recent changes" })).ToContainTextAsync("Done");
        await admin.GotoAsync($"/leads/{other}");
        await Expect(admin.GetByText("Otto Other was deleted by Somebody Else")).ToBeVisibleAsync();
        await page.GotoAsync($"/leads/{other}");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Go to the leads" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Otto")).ToHaveCountAsync(0);
        await page.GotoAsync("/leads/changes");
        await Expect(page.GetByText("You have not changed several leads")).ToBeVisibleAsync();
    }

    private async Task<long> AddAsync(string name, string owner) => (await _browser.Services.GetRequiredService<ILeadStore>().AddAsync(
        new Dictionary<string, FieldValue>
        {
            ["firstName"] = FieldValue.Of(name.Split(' ')[0]),
            ["lastName"] = FieldValue.Of(name.Split(' ')[1]),
            ["email"] = FieldValue.Of($"{name.Split(' ')[0]}@example.com"),
            ["owner"] = FieldValue.Of(owner),
        },
        Actor.LocalUser)).Value;
}
