using LeadStudio.Core.Persistence.Backups;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadStudio.BrowserTests.Features.Operations;

public sealed class OperationsPageTests(BrowserFixture browser) : PageTest(browser)
{
    [SkippableFact]
    public async Task Backup_MadeDownloadedAndDeleted_IsListedMeanwhile()
    {
        var page = await Browser.OpenAsync("/operations");
        await Expect(page.GetByText("There are no backups yet")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Back up now" }).ClickAsync();
        await Expect(page.GetByText("The database is saved")).ToBeVisibleAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download the backup" }).ClickAsync());
        var header = new byte[15];
        await using (var file = await download.CreateReadStreamAsync())
        {
            await file.ReadExactlyAsync(header);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Delete the backup" }).ClickAsync();
        await page.GetByLabel("Type delete to go on").FillAsync("delete");
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
        await Expect(page.GetByText("There are no backups yet")).ToBeVisibleAsync();

        Assert.Equal("SQLite format 3"u8, header);
        Assert.Empty(Browser.Services.GetRequiredService<IBackups>().List());
        Assert.Empty(Browser.ConsoleErrors);
    }
}
