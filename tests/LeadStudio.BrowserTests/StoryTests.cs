using System.Globalization;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Messaging;
using LeadStudio.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadStudio.BrowserTests;

/// <summary>The way of a new user, from a CRM's export to a list that moves by itself.</summary>
public sealed class StoryTests(BrowserFixture browser) : PageTest(browser)
{
    [SkippableFact]
    public async Task CsvToExplainedLiveList_XEducation()
    {
        var page = await Browser.OpenAsync("/import");
        await ImportAsync(page, TestData.Path("xeducation/leads_train.csv"));
        await PublishSuggestionAsync(page);

        // All leads of the file are won or lost, so none is hot.
        await page.GotoAsync("/leads?scope=all");
        var top = page.Locator("[data-row='0']");
        await top.ClickAsync();
        await page.Keyboard.PressAsync("Enter");
        var panel = page.GetByRole(AriaRole.Complementary);
        await Expect(panel.Locator(".total")).ToBeVisibleAsync();
        await AssertAddsUpAsync(panel);

        // The score of the top lead rests, among others, on the time that it spent on the web site.
        var id = new Regex("lead=(\\d+)").Match(page.Url).Groups[1].Value;
        var score = await top.Locator(".score strong").InnerTextAsync();
        var second = await Browser.OpenAsync($"/leads/{id}");
        await second.GetByRole(AriaRole.Button, new() { Name = "Edit Total Time Spent on Website" }).ClickAsync();
        await second.GetByRole(AriaRole.Textbox, new() { Name = "Total Time Spent on Website" }).FillAsync("0");
        await second.Keyboard.PressAsync("Enter");

        await Expect(top.Locator(".score strong")).Not.ToHaveTextAsync(score, new() { Timeout = 5_000 });
        await Expect(panel.Locator(".total")).Not.ToContainTextAsync($"= {score}");
        await AssertAddsUpAsync(panel);
        Assert.Empty(Browser.ConsoleErrors);
    }

    private static async Task ImportAsync(IPage page, string file)
    {
        await page.Locator("input[type=file]").SetInputFilesAsync(file);
        await page.GetByRole(AriaRole.Button, new() { Name = "Start the import" }).ClickAsync();
        await Expect(page.Locator("[data-count=created]")).ToHaveTextAsync("6,468", new() { Timeout = 60_000 });
        await page.GetByRole(AriaRole.Link, new() { Name = "Suggest a scorecard from this data" }).ClickAsync();
    }

    private async Task PublishSuggestionAsync(IPage page)
    {
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Tags", Exact = true })).Not.ToBeCheckedAsync(new() { Timeout = 30_000 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Use as draft" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish…" }).ClickAsync();
        var scored = AllScoredAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Publish version") }).ClickAsync();
        await Expect(page.Locator(".about")).ToContainTextAsync("Version 2");
        await scored;
    }

    // Ends when scores were written and no lead waits for one any more.
    private async Task AllScoredAsync()
    {
        var written = Channel.CreateUnbounded<StandingsChanged>();
        using var subscription = Browser.Services.GetRequiredService<IEventBus>().Subscribe<StandingsChanged>(news => written.Writer.TryWrite(news));
        do
        {
            await written.Reader.ReadAsync();
        }
        while ((await Browser.Services.GetRequiredService<IWorkQueue>().PeekAsync(LeadQueues.Score, 1)).Count > 0);
    }

    private static async Task AssertAddsUpAsync(ILocator panel)
    {
        var points = await panel.Locator(".part .points").AllInnerTextsAsync();
        var total = await panel.Locator(".total").InnerTextAsync();

        Assert.Equal(Number(total[(total.IndexOf('=', StringComparison.Ordinal) + 1)..]), points.Sum(Number));
    }

    private static int Number(string text) =>
        int.Parse(text.Replace('−', '-'), NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);
}
