using System.Globalization;
using System.Text.RegularExpressions;
using LeadStudio.BrowserTests.Accessibility;
using LeadStudio.Core.Webhooks;
using LeadStudio.TestSupport.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadStudio.BrowserTests.Features.Webhooks;

public sealed class WebhooksPageTests : IAsyncLifetime
{
    private readonly BrowserFixture _browser = new("--LeadStudio:AllowPrivateTargets=true");
    private readonly List<string> _breaches = [];
    private WebReceiver _receiver = null!;

    public async Task InitializeAsync()
    {
        _receiver = await WebReceiver.StartAsync();
        await _browser.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [SkippableFact]
    public async Task Admin_AddsTestsAndDeletesAWebhook_SeesWhatItIsTold()
    {
        var page = await _browser.OpenAsync("/webhooks");

        var secret = await AddAsync(page);
        await TestAsync(page, secret);
        await SendAgainWhatFailedAsync(page);
        await PauseAsync(page);
        await DeleteAsync(page);

        Assert.Equal([], _breaches);
        Assert.Empty(_browser.ConsoleErrors);
    }

    // The secret is seen once.
    private async Task<string> AddAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the first webhook" }).ClickAsync();
        await page.GetByLabel("Address", new() { Exact = true }).FillAsync(_receiver.Url);
        _breaches.AddRange(await Axe.CheckAsync(page, "the adding of a webhook"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        var shown = page.GetByRole(AriaRole.Textbox, new() { Name = "The secret of the new webhook" });
        await Expect(shown).ToHaveValueAsync(new Regex("^whsec_"));
        _breaches.AddRange(await Axe.CheckAsync(page, "the secret of a webhook"));
        var secret = await shown.InputValueAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        Assert.DoesNotContain(secret, await page.ContentAsync(), StringComparison.Ordinal);
        return secret;
    }

    private async Task TestAsync(IPage page, string secret)
    {
        _receiver.Answer = _ => Results.Text("thank you");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Test {_receiver.Url}" }).ClickAsync();
        var delivery = Newest(page);
        await Expect(delivery).ToContainTextAsync("1 attempt, status 200");
        await delivery.GetByText("Sent and answered").ClickAsync();
        var sent = Assert.Single(_receiver.Received);
        await Expect(delivery.GetByLabel("What was sent")).ToHaveTextAsync(sent.Body);
        await Expect(delivery.GetByLabel("What was answered")).ToHaveTextAsync("thank you");
        var timestamp = long.Parse(sent.Headers[WebhookSignature.TimestampHeader], CultureInfo.InvariantCulture);
        Assert.Equal(WebhookSignature.Sign(secret, sent.Headers[WebhookSignature.IdHeader], timestamp, sent.Body), sent.Headers[WebhookSignature.SignatureHeader]);
        _breaches.AddRange(await Axe.CheckAsync(page, "the log of a webhook"));
    }

    private async Task SendAgainWhatFailedAsync(IPage page)
    {
        _receiver.Answer = _ => Results.Text("not now", statusCode: StatusCodes.Status503ServiceUnavailable);
        await page.GetByRole(AriaRole.Button, new() { Name = $"Test {_receiver.Url}" }).ClickAsync();
        var delivery = Newest(page);
        await Expect(delivery).ToContainTextAsync("Attempt 1 failed; next within a minute");
        await Expect(delivery).ToContainTextAsync("The receiver answered 503.");
        var failed = _receiver.Received[^1];

        _receiver.Answer = _ => Results.Ok();
        await delivery.GetByRole(AriaRole.Button, new() { NameRegex = new("^Send again") }).ClickAsync();

        await Expect(delivery).ToContainTextAsync(new Regex("Delivered.*attempts, status 200", RegexOptions.Singleline));
        var again = _receiver.Received[^1];
        Assert.Equal((failed.Headers[WebhookSignature.IdHeader], failed.Body), (again.Headers[WebhookSignature.IdHeader], again.Body));
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Log of" }).Locator("tbody tr")).ToHaveCountAsync(2);
    }

    private async Task PauseAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = $"Pause {_receiver.Url}" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Webhooks", Exact = true })).ToContainTextAsync("Paused");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = $"Test {_receiver.Url}" })).ToBeDisabledAsync();
        await Expect(Newest(page).GetByRole(AriaRole.Button, new() { NameRegex = new("^Send again") })).ToBeDisabledAsync();
        _breaches.AddRange(await Axe.CheckAsync(page, "a paused webhook"));
    }

    private async Task DeleteAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = $"Delete {_receiver.Url}" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox).FillAsync("delete");
        _breaches.AddRange(await Axe.CheckAsync(page, "the deletion of a webhook"));
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Add the first webhook" })).ToBeVisibleAsync();
    }

    private static ILocator Newest(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "Log of" }).Locator("tbody tr").First;
}
