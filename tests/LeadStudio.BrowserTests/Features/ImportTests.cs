using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadStudio.BrowserTests.Features;

public sealed class ImportTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [SkippableFact]
    public async Task Import_XEducation_GoesFromTheFileToTheCounts()
    {
        var page = await browser.OpenAsync("/import");
        await page.Locator("input[type=file]").SetInputFilesAsync(SharedData("xeducation", "leads_train.csv"));
        await Expect(page.GetByText("37 columns, 6,468 rows")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Prospect ID goes to")).ToHaveValueAsync("externalId");
        await Expect(page.GetByLabel("Converted goes to")).ToHaveValueAsync("outcome");

        await page.GetByRole(AriaRole.Button, new() { Name = "Start the import" }).ClickAsync();
        await page.ReloadAsync(); // the progress survives it

        await Expect(page.Locator("[data-count=created]")).ToHaveTextAsync("6,468", new() { Timeout = 60_000 });
        await Expect(page.Locator("[data-count=rejected]")).ToHaveTextAsync("0");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Done: 6,468 rows" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Suggest a scorecard from this data" })).ToHaveAttributeAsync("href", "/scoring?suggest=1");
        await page.GetByRole(AriaRole.Link, new() { Name = "Import another file" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "leads_train.csv" })).ToBeVisibleAsync();
        Assert.Empty(browser.ConsoleErrors);
    }

    [Fact]
    public async Task Import_RejectedRows_CanBeDownloadedWithTheirReasons()
    {
        var page = await browser.OpenAsync("/import");
        await page.Locator("input[type=file]").SetInputFilesAsync(File("people.csv", "Email,First Name\nann@example.com,Ann\nbob@example.com,Bob\nnobody,Cy\n,Di\n"));

        await page.GetByLabel("Email goes to").SelectOptionAsync("email");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start the import" }).ClickAsync();
        await Expect(page.Locator("[data-count=rejected]")).ToHaveTextAsync("2");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download the rejected rows" }).ClickAsync());

        Assert.Equal("people rejected.csv", download.SuggestedFilename);
        var text = await System.IO.File.ReadAllTextAsync(await download.PathAsync());
        Assert.StartsWith("Email,First Name,reason\nnobody,Cy,\"Line 4: \"\"nobody\"\" is no e-mail address.", text, StringComparison.Ordinal);
        Assert.Empty(browser.ConsoleErrors);
    }

    [Fact]
    public async Task Upload_NoCsv_SaysWhatItIs()
    {
        var page = await browser.OpenAsync("/import");

        await page.Locator("input[type=file]").SetInputFilesAsync(File("leads.csv", "%PDF-1.7"));

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This is a PDF document");
        browser.ConsoleErrors.Clear(); // Chromium logs the answer 400
    }

    private static FilePayload File(string name, string text) =>
        new() { Name = name, MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(text) };

    private static string SharedData(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "LeadStudio.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("LeadStudio.sln not found above the test.");
        }

        var path = Path.GetFullPath(Path.Combine([folder.FullName, "..", "shared", "data", .. parts]));
        if (!System.IO.File.Exists(path) && Environment.GetEnvironmentVariable("CI") == "true")
        {
            throw new FileNotFoundException("CI needs the test data in ../shared/data beside the checkout.", path);
        }

        Skip.IfNot(System.IO.File.Exists(path), "Put the test data into ../shared/data beside the checkout.");
        return path;
    }
}
