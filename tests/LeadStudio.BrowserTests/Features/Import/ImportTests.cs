using LeadStudio.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadStudio.BrowserTests.Features.Import;

public sealed class ImportTests(BrowserFixture browser) : PageTest(browser)
{
    [SkippableFact]
    public async Task Import_XEducation_GoesFromTheFileToTheCounts()
    {
        var page = await Browser.OpenAsync("/import");
        await page.Locator("input[type=file]").SetInputFilesAsync(TestData.Path("xeducation/leads_train.csv"));
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
        Assert.Empty(Browser.ConsoleErrors);
    }

    [SkippableFact]
    public async Task Import_RejectedRows_CanBeDownloadedWithTheirReasons()
    {
        var page = await Browser.OpenAsync("/import");
        await page.Locator("input[type=file]").SetInputFilesAsync(File("people.csv", "Email,First Name\nann@example.com,Ann\nbob@example.com,Bob\nnobody,Cy\n,Di\n"));

        await page.GetByLabel("Email goes to").SelectOptionAsync("email");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start the import" }).ClickAsync();
        await Expect(page.Locator("[data-count=rejected]")).ToHaveTextAsync("2");
        await page.SetViewportSizeAsync(390, 800);
        var (wide, narrow) = (await HeightAsync(page, "Why, from the first of them"), await HeightAsync(page, "Line"));
        Assert.True(narrow <= wide, "A short heading is not broken into letters.");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download the rejected rows" }).ClickAsync());

        Assert.Equal("people rejected.csv", download.SuggestedFilename);
        var text = await System.IO.File.ReadAllTextAsync(await download.PathAsync());
        Assert.StartsWith("Email,First Name,reason\nnobody,Cy,\"Line 4: \"\"nobody\"\" is no e-mail address.", text, StringComparison.Ordinal);
        Assert.Empty(Browser.ConsoleErrors);
    }

    [SkippableFact]
    public async Task TakeBack_AfterTheImport_ListIsAsBefore()
    {
        var page = await Browser.OpenAsync("/import");
        await page.Locator("input[type=file]").SetInputFilesAsync(File("undone.csv", "Email,First Name\nzoe@undone.example,Zoe\nyan@undone.example,Yan\n"));
        await page.GetByLabel("Email goes to").SelectOptionAsync("email");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start the import" }).ClickAsync();
        await Expect(page.Locator("[data-count=created]")).ToHaveTextAsync("2");
        var import = page.Url;
        await page.GotoAsync(new Uri(new Uri(import), "/leads?q=undone").ToString());
        await Expect(page.GetByText("Zoe").First).ToBeVisibleAsync();

        await page.GotoAsync(import);
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it back…" }).ClickAsync();
        await Expect(page.GetByText("2 leads that only this import knows will be removed.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it back", Exact = true }).ClickAsync();

        await Expect(page.GetByText("2 leads removed; 0 leads stayed with what others said.")).ToBeVisibleAsync();
        await page.GotoAsync(new Uri(new Uri(import), "/leads?q=undone").ToString());
        await Expect(page.GetByText("Zoe")).ToHaveCountAsync(0);
        await page.GotoAsync(new Uri(new Uri(import), "/import").ToString());
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "undone.csv" }).GetByText("Taken back")).ToBeVisibleAsync();
        Assert.Empty(Browser.ConsoleErrors);
    }

    [SkippableFact]
    public async Task Import_MessyFileMappedByHand_RejectsAreCorrectedAndAllIsTakenBack()
    {
        var page = await Browser.OpenAsync("/import");
        await page.Locator("input[type=file]").SetInputFilesAsync(File("messy.csv", "Login;Place;Worth\r\n\"zoe@messy.example\";Köln;€ 1.117,10K\r\nnobody;Bonn;12,5\r\nyan@messy.example;Bern;many\r\nxia@messy.example;Basel;(1.200)\r\nwim@messy.example;Genf;45%\r\n"));
        await page.GetByLabel("Login goes to").SelectOptionAsync("email");
        await page.GetByLabel("Place goes to").SelectOptionAsync("city");
        await page.GetByLabel("Name of the new field for Worth").FillAsync("Worth in euros");
        await page.GetByLabel("Type of the new field for Worth").SelectOptionAsync("Number");
        await page.GetByLabel("Decimal mark in Worth").SelectOptionAsync("Comma");
        await page.GetByLabel("What an empty cell means in Place").SelectOptionAsync("clears");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start the import" }).ClickAsync();
        await Expect(page.Locator("[data-count=created]")).ToHaveTextAsync("3");
        await Expect(page.Locator("[data-count=rejected]")).ToHaveTextAsync("2");
        var first = page.Url;
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download the rejected rows" }).ClickAsync());

        var rejects = await System.IO.File.ReadAllTextAsync(await download.PathAsync());
        rejects = rejects.Replace("nobody;", "vic@messy.example;", StringComparison.Ordinal).Replace(";many;", ";7,5;", StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "Import another file" }).ClickAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(File("messy corrected.csv", rejects));
        await Expect(page.GetByRole(AriaRole.Note).Filter(new() { HasText = "Mapped as in messy.csv" })).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Place goes to")).ToHaveValueAsync("city");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start the import" }).ClickAsync();
        await Expect(page.Locator("[data-count=created]")).ToHaveTextAsync("2");
        await Expect(page.Locator("[data-count=rejected]")).ToHaveTextAsync("0");
        var second = page.Url;
        var leads = new Uri(new Uri(first), "/leads?q=messy").ToString();
        await page.GotoAsync(leads);
        await Expect(page.GetByText("vic@messy.example").First).ToBeVisibleAsync();

        foreach (var (import, count) in new[] { (first, 3), (second, 2) })
        {
            await page.GotoAsync(import);
            await page.GetByRole(AriaRole.Button, new() { Name = "Take it back…" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Take it back", Exact = true }).ClickAsync();
            await Expect(page.GetByText($"{count} leads removed; 0 leads stayed with what others said.")).ToBeVisibleAsync();
        }

        await page.GotoAsync(leads);
        await Expect(page.GetByText("messy.example")).ToHaveCountAsync(0);
        Assert.Empty(Browser.ConsoleErrors);
    }

    [SkippableFact]
    public async Task Upload_NoCsv_SaysWhatItIs()
    {
        var page = await Browser.OpenAsync("/import");

        await page.Locator("input[type=file]").SetInputFilesAsync(File("leads.csv", "%PDF-1.7"));

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This is a PDF document");
        Browser.ConsoleErrors.Clear(); // Chromium logs the answer 400
    }

    private static Task<int> HeightAsync(IPage page, string heading) =>
        page.EvaluateAsync<int>("text => { const range = document.createRange(); range.selectNodeContents([...document.querySelectorAll('th')].find(cell => cell.textContent === text)); return Math.round(range.getBoundingClientRect().height); }", heading);

    private static FilePayload File(string name, string text) =>
        new() { Name = name, MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(text) };
}
