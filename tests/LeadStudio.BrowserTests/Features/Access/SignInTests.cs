using LeadStudio.Core.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadStudio.BrowserTests.Features.Access;

public sealed class SignInTests : IAsyncLifetime
{
    private const string Password = "correct horse battery";
    private readonly BrowserFixture _browser = new("--LeadStudio:RecheckUsersEvery=00:00:00.2");

    public Task InitializeAsync() => _browser.InitializeAsync();

    public Task DisposeAsync() => _browser.DisposeAsync();

    [SkippableFact]
    public async Task Invitation_FromTheLinkToAKickOut_IsTheLifeOfAUser()
    {
        var admin = await _browser.OpenAsync("/users");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Invite" }).ClickAsync();
        await admin.GetByLabel("Name").FillAsync("Zoe Park");
        await admin.GetByLabel("E-mail").FillAsync("zoe@example.com");
        await admin.GetByLabel("Teams").FillAsync("North");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        var link = await admin.GetByRole(AriaRole.Textbox, new() { Name = "Link for Zoe Park" }).InputValueAsync();
        await admin.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await Expect(admin.GetByRole(AriaRole.Row).Filter(new() { HasText = "Zoe Park" })).ToContainTextAsync("Invited");

        // Zoe sets her password, and sees what is for sales.
        var zoe = await _browser.OpenAsync("/sign-in", role: null);
        await zoe.GotoAsync(new Uri(link).PathAndQuery);
        await zoe.GetByLabel("New password").FillAsync(Password);
        await zoe.GetByRole(AriaRole.Button, new() { Name = "Set it and sign in" }).ClickAsync();
        await Expect(zoe.GetByRole(AriaRole.Heading, new() { Name = "Hot leads" })).ToBeVisibleAsync();
        Assert.Equal("/leads /companies", await PagesAsync(zoe));
        await zoe.GotoAsync("/users");
        await Expect(zoe.GetByRole(AriaRole.Heading, new() { Name = "Not for you" })).ToBeVisibleAsync();

        // Out and in again, to where she wanted to go.
        await zoe.GotoAsync("/companies");
        await zoe.Locator(".rz-layout:not([inert])").WaitForAsync();
        await zoe.GetByRole(AriaRole.Button, new() { Name = "Your account" }).ClickAsync();
        await zoe.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(zoe.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
        await zoe.GotoAsync("/companies");
        await zoe.GetByLabel("E-mail").FillAsync("zoe@example.com");
        await zoe.GetByLabel("Password").FillAsync(Password);
        await zoe.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(zoe.GetByRole(AriaRole.Heading, new() { Name = "Companies" })).ToBeVisibleAsync();
        await zoe.Locator(".rz-layout:not([inert])").WaitForAsync();

        // Her open page notices that she may no longer.
        await admin.GetByRole(AriaRole.Button, new() { Name = "Disable Zoe Park" }).ClickAsync();
        await Expect(zoe.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync(new() { Timeout = 10_000 });
        Assert.Empty(_browser.ConsoleErrors);
    }

    [SkippableTheory]
    [InlineData(Role.Sales, "/leads /companies", "/import")]
    [InlineData(Role.Marketer, "/leads /companies /import /fields /scoring", "/operations")]
    [InlineData(Role.Admin, "/leads /companies /import /fields /scoring /operations /users /keys /api-docs /webhooks /audit", null)]
    public async Task EachRole_SeesWhatIsTheirsAndOnlyThat(Role role, string pages, string? closed)
    {
        var page = await _browser.OpenAsync("/leads", role: role);

        Assert.Equal(pages, await PagesAsync(page));
        if (closed is not null)
        {
            await page.GotoAsync(closed);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Not for you" })).ToBeVisibleAsync();
        }

        Assert.Empty(_browser.ConsoleErrors);
    }

    [SkippableFact]
    public async Task ApiKey_MadeOnThePage_WorksOnceItIsCopiedAndNoMoreWhenWithdrawn()
    {
        var page = await _browser.OpenAsync("/keys");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the first key" }).ClickAsync();
        await page.GetByLabel("Name").FillAsync("Website");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the key" }).ClickAsync();
        var secret = await page.GetByRole(AriaRole.Textbox, new() { Name = "The new key" }).InputValueAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        Assert.DoesNotContain(secret, await page.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal(200, await AskAsync(page, secret));

        await page.GetByRole(AriaRole.Button, new() { Name = "Withdraw Website" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox).FillAsync("withdraw");
        await page.GetByRole(AriaRole.Button, new() { Name = "Withdraw", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Withdrawn", new() { Exact = true })).ToBeVisibleAsync();

        Assert.Equal(401, await AskAsync(page, secret));
        await page.GotoAsync("/audit");
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Key: revoked" })).ToContainTextAsync("Website");
    }

    private static async Task<string> PagesAsync(IPage page) =>
        string.Join(' ', await page.Locator("#nav .nav-entry").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))"));

    private static async Task<int> AskAsync(IPage page, string secret)
    {
        var answer = await page.APIRequest.GetAsync(
            new Uri(new Uri(page.Url), "/api/v1/leads").AbsoluteUri, new() { Headers = [new("Authorization", $"Bearer {secret}")] });
        return answer.Status;
    }
}
