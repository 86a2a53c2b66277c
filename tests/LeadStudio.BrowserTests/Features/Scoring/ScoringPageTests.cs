using System.Text.RegularExpressions;
using LeadStudio.Core.Access;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Scoring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadStudio.BrowserTests.Features.Scoring;

public sealed class ScoringPageTests(BrowserFixture browser) : PageTest(browser)
{
    [SkippableFact]
    public async Task Draft_PointsChangedAndPublished_MoveTheScoreOfALead()
    {
        var page = await Browser.OpenAsync("/scoring?tab=edit");
        var manager = await AddManagerAsync();
        var points = page.GetByLabel("Points of Manager");
        var version = (await Scorecards.GetPublishedAsync()).Version;

        await points.FillAsync("31");
        await points.PressAsync("Tab");
        await Expect(page.GetByText("Draft saved")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await page.Locator(".rz-layout:not([inert])").WaitForAsync();
        await Expect(points).ToHaveValueAsync("31");

        var scored = NextScoreOf(manager, version + 1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish…" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("+8 → +31");
        await page.GetByLabel("Note").FillAsync("Managers buy");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = $"Publish version {version + 1}" })).ToBeVisibleAsync();
        await page.GetByLabel("Note").PressAsync("Enter");

        await Expect(page.Locator(".about")).ToContainTextAsync($"Version {version + 1}");
        await Expect(page.Locator(".about")).ToContainTextAsync("Managers buy A score is");
        await Expect(page.Locator("#rule-manager")).ToContainTextAsync("+31");
        Assert.Equal(23, await scored);
        Assert.Empty(Browser.ConsoleErrors);
    }

    [SkippableFact]
    public async Task Suggestion_FromClosedLeads_BecomesTheDraftWithoutTheSuspect()
    {
        await ScoringData.AddLeadsAsync(Browser.Services, 900);
        var page = await Browser.OpenAsync("/scoring?suggest=1");

        await Expect(page.GetByText("Learned from")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Contract signed", Exact = true })).Not.ToBeCheckedAsync();
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Source is Referral" })).ToBeCheckedAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollHeight <= innerHeight"), "Only the content scrolls, never the window into emptiness.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use as draft" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex("tab=edit"));
        await Expect(page.GetByLabel("Points of Source is Referral")).ToBeVisibleAsync();
        await Expect(page.GetByText("= 100")).ToBeVisibleAsync();
        await Expect(page.GetByText("open leads get another score")).ToBeVisibleAsync();
        Assert.DoesNotContain((await Scorecards.GetDraftAsync())!.Card.Rules(), rule => rule.Rule.Name.Contains("Contract", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "Discard draft" }).ClickAsync();
        await Expect(page.GetByText("The draft is discarded.")).ToBeVisibleAsync();
        Assert.Empty(Browser.ConsoleErrors);
    }

    [SkippableFact]
    public async Task Keyboard_AltDownAndControlZ_MoveARuleAndTakeItBack()
    {
        var page = await Browser.OpenAsync("/scoring?tab=edit");
        await page.Locator("html[data-shortcut-scopes='3']").WaitForAsync(); // those of the menu, of the sheet, and of the page
        var first = page.Locator("section[aria-label='Fit'] li").First;
        await Expect(first).ToContainTextAsync("Decides on purchases");

        await page.GetByRole(AriaRole.Button, new() { Name = "Edit Decides on purchases" }).PressAsync("Alt+ArrowDown");
        await Expect(first).ToContainTextAsync("Leads a department");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Edit Decides on purchases" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+z");
        await Expect(first).ToContainTextAsync("Decides on purchases");
        await page.Keyboard.PressAsync("Control+Shift+z");

        await Expect(first).ToContainTextAsync("Leads a department");
        await page.GetByRole(AriaRole.Button, new() { Name = "Discard draft" }).ClickAsync();
        await Expect(page.GetByText("No changes yet")).ToBeVisibleAsync();
        Assert.Empty(Browser.ConsoleErrors);
    }

    private IScorecards Scorecards => Browser.Services.GetRequiredService<IScorecards>();

    private async Task<long> AddManagerAsync()
    {
        var id = 0L;
        var scored = new TaskCompletionSource();
        using var subscription = Browser.Services.GetRequiredService<IEventBus>().Subscribe<StandingsChanged>(_ => scored.TrySetResult());
        var values = new Dictionary<string, FieldValue> { ["email"] = FieldValue.Of($"{Guid.NewGuid():N}@example.com"), ["title"] = FieldValue.Of("Manager") };
        id = (await Browser.Services.GetRequiredService<ILeadStore>().AddAsync(values, Actor.LocalUser)).Value;
        await scored.Task.WaitAsync(TimeSpan.FromSeconds(20));
        return id;
    }

    // How many points the lead's score moves until it is scored by a version.
    private Task<long> NextScoreOf(long lead, long version)
    {
        var leads = Browser.Services.GetRequiredService<ILeadStore>();
        var result = new TaskCompletionSource<long>();
        var subscription = Browser.Services.GetRequiredService<IEventBus>().Subscribe<StandingsChanged>(Look);
        return WaitAsync();

        void Look(StandingsChanged news) => _ = Task.Run(LookAsync); // the publisher must not wait

        async Task LookAsync()
        {
            var standing = (await leads.GetAsync(lead)).Value!.Standing;
            if (standing?.Version == version)
            {
                var history = await leads.HistoryAsync([lead], since: 0);
                result.TrySetResult(history[^1].Score - history[^2].Score);
            }
        }

        async Task<long> WaitAsync()
        {
            using (subscription)
            {
                return await result.Task.WaitAsync(TimeSpan.FromSeconds(20));
            }
        }
    }
}
