using LeadStudio.Core.Leads.Demo;
using LeadStudio.Core.Scoring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadStudio.BrowserTests.Accessibility;

/// <summary>Every page with the demo data, wide and narrow in light, wide in dark, has no serious breach of the WCAG 2.1 (levels A and AA).</summary>
public sealed class AccessibilityTests(BrowserFixture browser) : PageTest(browser)
{
    private const int NarrowWidth = 390; // pixels, as of a phone
    private const int WideWidth = 1280;
    private readonly List<string> _breaches = [];
    private int[] _widths = [];

    [SkippableTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task EveryPage_InATheme_HasNoSeriousBreach(ColorScheme theme)
    {
        _widths = theme == ColorScheme.Light ? [WideWidth, NarrowWidth] : [WideWidth]; // colours are the same at any width
        await LoadDemoAsync();
        var page = await Browser.OpenAsync("/", theme);

        await CheckMenuAsync(page);
        await CheckSelectionAsync(page);
        await CheckLeadAsync(page);
        await CheckCompanyAsync(page);
        await CheckScoringAsync(page);
        await CheckFieldsAsync(page);
        await CheckImportAsync(page);
        await CheckAccountAsync(page);
        await CheckReferenceAsync(page);

        Assert.True(_breaches.Count == 0, string.Join('\n', _breaches));
        Assert.Empty(Browser.ConsoleErrors);
    }

    private async Task LoadDemoAsync()
    {
        var demo = Browser.Services.GetRequiredService<IDemoData>();
        if (await demo.IsEmptyAsync())
        {
            await demo.LoadAsync();
            await Browser.Services.GetRequiredService<IScoreBackfill>().RunAsync();
        }
    }

    private async Task CheckMenuAsync(IPage page)
    {
        var entries = await page.Locator("a.nav-entry").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        Assert.Contains("/leads", entries);
        foreach (var path in entries)
        {
            await GoAsync(page, path);
            await CheckAsync(page, path);
        }
    }

    private async Task CheckSelectionAsync(IPage page)
    {
        await GoAsync(page, "/leads");
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("^Select ") }).Nth(1).ClickAsync();
        await page.GetByRole(AriaRole.Toolbar, new() { Name = "Selected leads" }).WaitForAsync();
        await CheckAsync(page, "selected leads");
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await page.GetByText("1 lead deleted.").WaitForAsync();
        await GoAsync(page, "/leads/changes");
        await page.GetByRole(AriaRole.Button, new() { Name = "Leads in the trash" }).First.ClickAsync();
        await page.GetByRole(AriaRole.List, new() { Name = "Leads in the trash" }).WaitForAsync();
        await CheckAsync(page, "recent changes");
    }

    private async Task CheckLeadAsync(IPage page)
    {
        await GoAsync(page, "/leads?scope=all");
        await page.Locator("[data-row='0']").ClickAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Complementary).Locator(".total")).ToBeVisibleAsync();
        await CheckAsync(page, "the panel of a lead");
        var id = page.Url[(page.Url.IndexOf("lead=", StringComparison.Ordinal) + "lead=".Length)..];
        await GoAsync(page, $"/leads/{id}");
        await CheckAsync(page, "the page of a lead");
    }

    private async Task CheckCompanyAsync(IPage page)
    {
        await GoAsync(page, "/companies");
        await page.Locator("main a[href^='/companies/']").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit Name" }).WaitForAsync();
        await CheckAsync(page, "the page of a company");
        await OpenAndCheckAsync(page, "Merge…", "the merging of companies");
    }

    private async Task CheckScoringAsync(IPage page)
    {
        await GoAsync(page, "/scoring?tab=edit");
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await CheckAsync(page, "the editor of the scorecard");
        await GoAsync(page, "/scoring?tab=versions");
        await CheckAsync(page, "the versions of the scorecard");
        await GoAsync(page, "/scoring?suggest=1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use as draft" }).WaitForAsync();
        await CheckAsync(page, "the suggested scorecard");
    }

    private async Task CheckFieldsAsync(IPage page)
    {
        await GoAsync(page, "/fields");
        await OpenAndCheckAsync(page, "Add field", "the adding of a field");
        await GoAsync(page, "/fields?field=stage");
        await CheckAsync(page, "the stages");
        await GoAsync(page, "/fields?field=title");
        await CheckAsync(page, "the panel of a field");
    }

    private async Task CheckAccountAsync(IPage page)
    {
        await GoAsync(page, "/account");
        await CheckAsync(page, "account");
        foreach (var form in new[] { "/sign-in", "/set-password", "/account/password", "/account/two-factor", "/not-allowed" })
        {
            await GoAsync(page, form);
            await CheckAsync(page, form);
        }
    }

    private async Task CheckImportAsync(IPage page)
    {
        await GoAsync(page, "/import");
        var file = new FilePayload { Name = "people.csv", MimeType = "text/csv", Buffer = "Email,First Name,Budget\na@example.com,Ann,12\nb@example.com,Bob,7\nnobody,Cy,1\n"u8.ToArray() };
        await page.Locator("input[type=file]").SetInputFilesAsync(file);
        await page.GetByLabel("Email goes to").SelectOptionAsync("email");
        await CheckAsync(page, "the columns of an import");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start the import" }).ClickAsync();
        await Expect(page.Locator("[data-count=rejected]")).ToHaveTextAsync("1");
        await CheckAsync(page, "the result of an import");
    }

    private async Task CheckReferenceAsync(IPage page)
    {
        await GoAsync(page, "/api-docs?op=addWebhook");
        await page.GetByText("Properties of the body").ClickAsync();
        await page.GetByText("Properties of the answer").ClickAsync();
        await page.GetByLabel("Key to try it with").FillAsync("no key");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send and change data" }).ClickAsync();
        await page.GetByText("401 Unauthorized").WaitForAsync();
        await CheckAsync(page, "an operation of the API");
        while (Browser.ConsoleErrors.TryDequeue(out var error))
        {
            Assert.Contains("401", error, StringComparison.Ordinal); // the browser notes each answer that refuses
        }
    }

    private async Task OpenAndCheckAsync(IPage page, string button, string name)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await CheckAsync(page, name);
    }

    private static async Task GoAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        await page.Locator(".rz-layout:not([inert])").WaitForAsync();
    }

    private async Task CheckAsync(IPage page, string name)
    {
        await Expect(page.Locator("main .skeleton")).ToHaveCountAsync(0, new() { Timeout = 20_000 });
        foreach (var width in _widths)
        {
            await page.SetViewportSizeAsync(width, 860);
            _breaches.AddRange(await Axe.CheckAsync(page, $"{name} at {width} px"));
            if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"))
            {
                _breaches.Add($"{name} at {width} px: the page is wider than the screen");
            }
        }

        await page.SetViewportSizeAsync(WideWidth, 860);
    }
}
