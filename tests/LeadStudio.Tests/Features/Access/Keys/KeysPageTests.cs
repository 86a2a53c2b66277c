using Bunit;
using LeadStudio.Components.Time;
using LeadStudio.Components.Toasts;
using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Keys;
using LeadStudio.Features.Access.Keys;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Tests.Features.Access.Keys;

public sealed class KeysPageTests(SqliteFixture databases) : BunitContext, IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private CoreFixture _core = null!;

    private IApiKeys Keys => _core.Get<IApiKeys>();

    public async Task InitializeAsync()
    {
        _core = await CoreFixture.StartAsync(databases.NewDatabase());
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMe().AddSingleton(TimeProvider.System).AddScoped<UserClock>().AddSingleton<IToasts>(new ToastQueue(TimeProvider.System)).AddSingleton(Keys);
    }

    public new async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _core.DisposeAsync();
    }

    [Fact]
    public async Task Dialog_WriteKeyChosen_MakesOneWithoutAskingWhatItMayDo()
    {
        var page = Render<KeysPage>();
        await page.WaitForElement("section button").ClickAsync();
        await page.Find("input[maxlength]").InputAsync("www.example.com");

        await page.FindAll("input[type=radio]")[1].ChangeAsync(true);
        Assert.Equal("Kind", Assert.Single(page.FindAll("legend")).TextContent);
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.StartsWith("ls_write_", page.Find(".secret input").GetAttribute("value"), StringComparison.Ordinal));
        Assert.Contains("only send tracking events", page.Find("dialog").TextContent, StringComparison.Ordinal);
        Assert.Equal((ApiKeyKind.Write, Scopes.WriteEvents, null), Assert.Single((await Keys.ListAsync()).Select(key => (key.Kind, key.Scopes, key.ExpiresAt))));
    }

    [Fact]
    public async Task List_OfBothKinds_ShowsOnlyTheWriteKeyAgain()
    {
        await Keys.AddAsync("Forms", [Scopes.ReadLeads], expiresAt: null, Actor.LocalUser);
        var made = (await Keys.AddWriteKeyAsync("www.example.com", expiresAt: null, Actor.LocalUser)).Value!;
        var page = Render<KeysPage>();
        page.WaitForAssertion(() => Assert.Equal(["Write", "Secret"], page.FindAll("tbody td:nth-child(2)").Select(cell => cell.TextContent)));

        await Assert.Single(page.FindAll("button[aria-label^=Show]")).ClickAsync();

        Assert.Equal(made.Secret, page.Find(".secret input").GetAttribute("value"));
    }
}
