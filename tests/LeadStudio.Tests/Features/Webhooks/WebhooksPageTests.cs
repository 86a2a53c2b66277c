using Bunit;
using LeadStudio.Components.Time;
using LeadStudio.Components.Toasts;
using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Secrets;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Webhooks;
using LeadStudio.Features.Webhooks;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Tests.Features.Webhooks;

public sealed class WebhooksPageTests(SqliteFixture databases) : BunitContext, IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private CoreFixture _core = null!;

    private IWebhooks Webhooks => _core.Get<IWebhooks>();

    public async Task InitializeAsync()
    {
        _core = await CoreFixture.StartAsync(databases.NewDatabase(), services => services.AddSingleton<ISecrets, NoSecrets>());
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMe().AddSingleton(TimeProvider.System).AddScoped<UserClock>().AddSingleton<IToasts>(new ToastQueue(TimeProvider.System));
        Services.AddSingleton(Webhooks).AddSingleton(_core.Get<IEventBus>());
    }

    public new async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _core.DisposeAsync();
    }

    [Fact]
    public void Page_WithoutWebhooks_OffersToAddOne()
    {
        var page = Render<WebhooksPage>();

        page.WaitForAssertion(() => Assert.Contains("Add the first webhook", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_WebhookAdded_ShowsItsSecretOnceAndThenTheList()
    {
        var page = Render<WebhooksPage>();
        await page.WaitForElement("section button").ClickAsync();
        await page.Find("input[type=url]").InputAsync("https://example.com/hooks");

        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.StartsWith("whsec_", page.Find(".secret input").GetAttribute("value"), StringComparison.Ordinal));
        Assert.Equal("https://example.com/hooks", page.Find(".listing strong").TextContent);
        Assert.Equal("lead.created", Assert.Single(await Webhooks.ListAsync()).Events);
    }

    [Fact]
    public async Task Page_AddressOfAnInnerNetwork_SaysWhyNot()
    {
        var page = Render<WebhooksPage>();
        await page.WaitForElement("section button").ClickAsync();
        await page.Find("input[type=url]").InputAsync("http://169.254.169.254/");

        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("inner network", page.Find("form").TextContent, StringComparison.Ordinal));
        Assert.Empty(await Webhooks.ListAsync());
    }

    [Fact]
    public async Task Log_OfAWebhook_ShowsWhatItWasToldAndKeepsUp()
    {
        var id = (await Webhooks.AddAsync(new WebhookSettings("https://example.com/", [WebhookEvents.LeadCreated]), Actor.LocalUser)).Value!.Webhook.Id;
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/webhooks?log={id}");
        var page = Render<WebhooksPage>();
        page.WaitForAssertion(() => Assert.Contains("Nothing was sent yet", page.Markup, StringComparison.Ordinal));

        await Webhooks.TestAsync(id, Actor.LocalUser);

        page.WaitForAssertion(() => Assert.Contains("Somebody tried the webhook", page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
    }

    private sealed class NoSecrets : ISecrets
    {
        public string Protect(string secret) => "";

        public string? Unprotect(string stored) => null;
    }
}
