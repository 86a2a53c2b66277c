using LeadStudio.Core.Access;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadStudio.BrowserTests.Features.Leads;

public sealed class LeadPageTests : IAsyncLifetime
{
    private readonly BrowserFixture _browser = new();
    private IReadOnlyDictionary<string, long> _ids = null!;

    public async Task InitializeAsync()
    {
        await _browser.InitializeAsync();
        _ids = await LeadsSeed.AddAsync(_browser.Services);
    }

    public Task DisposeAsync() => _browser.DisposeAsync();

    [SkippableFact]
    public async Task Field_ChangedInASecondPage_MovesTheScoreInTheFirst()
    {
        var list = await _browser.OpenAsync("/leads");
        var row = list.Locator("[data-row]").Filter(new() { HasText = "Dan Kim" });
        await Expect(row.Locator(".score strong")).ToHaveTextAsync("0");
        var lead = await OpenAsync("Dan");

        await EditAsync(lead, "Job title", "VP Everything");

        await Expect(row.Locator(".score strong")).ToHaveTextAsync("40", new() { Timeout = 2_000 });
        await Expect(row.Locator(".score")).ToContainTextAsync("+40 in 7 days");
        await Expect(list.Locator("[data-row='3']")).ToContainTextAsync("Dan Kim"); // it stays where it is until somebody asks
        await Expect(lead.Locator(".figure")).ToHaveTextAsync("40");
        await list.GetByRole(AriaRole.Button, new() { Name = "1 moved · show" }).ClickAsync();
        await Expect(list.Locator("[data-row='1']")).ToContainTextAsync("Dan Kim");
        Assert.Empty(_browser.ConsoleErrors);
    }

    [SkippableFact]
    public async Task Edit_ThenUndo_GivesTheValueAndTheScoreBack()
    {
        var lead = await OpenAsync("Ann");
        await Expect(lead.Locator(".figure")).ToHaveTextAsync("65");

        await EditAsync(lead, "Job title", "Retired");
        await Expect(lead.Locator(".figure")).ToHaveTextAsync("25");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();

        await Expect(lead.Locator(".figure")).ToHaveTextAsync("65");
        await Expect(lead.Locator(".total")).ToContainTextAsync("= 65");
        Assert.Empty(_browser.ConsoleErrors);
    }

    [SkippableFact]
    public async Task Edit_AddressOfAnotherLead_SaysSoAtTheField()
    {
        var lead = await OpenAsync("Ann");

        await EditAsync(lead, "E-mail", "Bob@Stone.example");

        await Expect(lead.Locator("form", new() { HasText = "Save" })).ToContainTextAsync("belongs to another lead: Bob Stone");
        await Expect(lead.GetByRole(AriaRole.Textbox, new() { Name = "E-mail" })).ToHaveValueAsync("Bob@Stone.example");
    }

    [SkippableFact]
    public async Task Typing_WhileSomebodyElseChangesTheLead_IsNotLost()
    {
        var lead = await OpenAsync("Bob");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Edit Job title" }).ClickAsync();
        await lead.GetByRole(AriaRole.Textbox, new() { Name = "Job title" }).FillAsync("VP of half a sen");

        await _browser.Services.GetRequiredService<ILeadStore>().EditAsync(
            _ids["Bob"], new Dictionary<string, FieldValue> { [StandardFields.Title] = FieldValue.Of("Clerk") }, new Actor(ActorKind.Person, "Ada"));

        await Expect(lead.GetByText("Meanwhile it became Clerk")).ToBeVisibleAsync();
        await Expect(lead.GetByRole(AriaRole.Textbox, new() { Name = "Job title" })).ToHaveValueAsync("VP of half a sen");
    }

    [SkippableFact]
    public async Task Text_OfMarkupAndScript_IsShownAsItWasWritten()
    {
        const string text = "<b>Bold</b><script>document.title='caught'</script><img src=x onerror=\"document.title='caught'\">";
        var id = (await _browser.Services.GetRequiredService<ILeadStore>().AddAsync(
            new Dictionary<string, FieldValue> { ["email"] = FieldValue.Of("eve@example.com"), ["company"] = FieldValue.Of(text), ["city"] = FieldValue.Of(text) }, Actor.LocalUser)).Value;

        var list = await _browser.OpenAsync("/leads?view=all");
        await Expect(list.Locator("[data-row]").Filter(new() { HasText = text })).ToHaveCountAsync(1);
        var lead = await _browser.OpenAsync($"/leads/{id}");
        await Expect(lead.GetByText(text).First).ToBeVisibleAsync();

        foreach (var page in new[] { list, lead })
        {
            Assert.DoesNotContain("caught", await page.TitleAsync(), StringComparison.Ordinal);
            await Expect(page.Locator("img[src=x]")).ToHaveCountAsync(0);
        }

        Assert.Empty(_browser.ConsoleErrors);
    }

    [SkippableFact]
    public async Task WrongScore_Reason_IsKeptWithTheLead()
    {
        var lead = await OpenAsync("Cora");

        await lead.GetByRole(AriaRole.Button, new() { Name = "This score is wrong" }).ClickAsync();
        await lead.GetByLabel("too low").CheckAsync();
        await lead.GetByLabel("Why?").FillAsync("She decides on everything");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        await Expect(lead.GetByRole(AriaRole.List, new() { Name = "Earlier feedback" })).ToContainTextAsync("15 is too low. She decides on everything");
        await Expect(lead.Locator(".timeline-card")).ToContainTextAsync("a score of 15 is too low");
    }

    [SkippableFact]
    public async Task Won_WithAValue_LeavesHot()
    {
        var lead = await OpenAsync("Ann");

        await lead.GetByRole(AriaRole.Button, new() { Name = "Won" }).ClickAsync();
        await lead.GetByLabel("Value of the deal").FillAsync("12000");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Mark as won" }).Last.ClickAsync();

        await Expect(lead.GetByText("Won, worth 12,000", new() { Exact = true })).ToBeVisibleAsync();
        var list = await _browser.OpenAsync("/leads");
        await Expect(list.Locator("[data-row='0']")).ToContainTextAsync("Bob Stone");
    }

    [SkippableFact]
    public async Task Reopened_ClosedLead_IsInHotAgainAndInTheTimeline()
    {
        var lead = await OpenAsync("Ann");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Lost", Exact = true }).ClickAsync();

        await lead.GetByRole(AriaRole.Button, new() { Name = "Reopen" }).ClickAsync();

        await Expect(lead.Locator(".timeline-card")).ToContainTextAsync("Reopened (Local user, by hand)");
        var list = await _browser.OpenAsync("/leads");
        await Expect(list.Locator("[data-row='0']")).ToContainTextAsync("Ann Lee");
        await Expect(lead.GetByRole(AriaRole.Button, new() { Name = "Undo" }).Last).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task Lead_Unknown_SaysSo()
    {
        var page = await _browser.OpenAsync("/leads/999999");

        await Expect(page.GetByText("There is no lead 999999")).ToBeVisibleAsync();
    }

    private static async Task EditAsync(IPage lead, string field, string value)
    {
        await lead.GetByRole(AriaRole.Button, new() { Name = $"Edit {field}" }).ClickAsync();
        await lead.GetByRole(AriaRole.Textbox, new() { Name = field }).FillAsync(value);
        await lead.Keyboard.PressAsync("Enter");
    }

    private async Task<IPage> OpenAsync(string name)
    {
        var page = await _browser.OpenAsync($"/leads/{_ids[name]}");
        await page.Locator(".timeline-card").WaitForAsync();
        return page;
    }
}
