using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadStudio.BrowserTests.Layout;

public sealed class NotFoundPageTests(BrowserFixture browser) : PageTest(browser)
{
    [SkippableFact]
    public async Task UnknownAddress_AnyPage_IsACalmNotFound()
    {
        var page = await Browser.OpenAsync("/leads");

        var response = await page.GotoAsync("/no/such/page");

        Assert.Equal(404, response?.Status);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Not found");
    }
}
