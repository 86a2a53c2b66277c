using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Users;
using LeadStudio.TestSupport.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Tests.Features.Access;

public sealed class SingleSignOnTests(SqliteFixture databases) : IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private IdentityProvider _provider = null!;
    private WebApplication _app = null!;

    private IUsers Users => _app.Services.GetRequiredService<IUsers>();

    public async Task InitializeAsync()
    {
        _provider = await IdentityProvider.StartAsync();
        const string Section = "--LeadStudio:SingleSignOn:";
        _app = LeadStudioApplication.Create(
        [
            "--urls=http://127.0.0.1:0", $"--LeadStudio:Database={databases.NewDatabase()}",
            $"{Section}Name=Example ID", $"{Section}AuthorizationEndpoint={_provider.Address}/authorize", $"{Section}TokenEndpoint={_provider.Address}/token",
            $"{Section}UserInfoEndpoint={_provider.Address}/userinfo", $"{Section}ClientId=leadstudio", $"{Section}ClientSecret={IdentityProvider.Secret}",
            $"{Section}Roles:staff=Sales", $"{Section}Roles:marketing=Marketer",
        ]);
        await _app.StartAsync();
        await Users.AddAsync(new NewUser("root@example.com", "Root", Role.Admin, []), "correct horse battery", Actor.System);
    }

    public async Task DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task SignIn_ForTheFirstTime_AddsTheUserWithTheHighestRoleOfTheGroups()
    {
        _provider.User = new { sub = "7", email = "ann@example.com", email_verified = true, name = "Ann Lee", groups = new[] { "staff", "marketing", "chess" } };
        using var browser = new HttpClient { BaseAddress = new(_app.Urls.Single()) };
        browser.DefaultRequestHeaders.Add("Accept", "text/html");

        Assert.Contains("Sign in with Example ID", await browser.GetStringAsync(new Uri("/sign-in", UriKind.Relative)), StringComparison.Ordinal);
        var page = await browser.GetAsync(new Uri("/sign-in/sso?returnUrl=%2Fimport", UriKind.Relative));

        Assert.Equal((200, "/import"), ((int)page.StatusCode, page.RequestMessage!.RequestUri!.PathAndQuery));
        var ann = (await Users.ListAsync()).Single(user => user.Email == "ann@example.com");
        Assert.Equal(("Ann Lee", Role.Marketer, UserState.Active), (ann.Name, ann.Role, ann.State));
    }

    [Fact]
    public async Task SignIn_Again_TakesTheRoleOfToday()
    {
        _provider.User = new { sub = "7", email = "ann@example.com", groups = "marketing" };
        Assert.Equal("/import", await ArriveAsync("/import"));
        _provider.User = new { sub = "7", email = "ann.lee@example.com", groups = "staff" };

        Assert.Equal("/not-allowed", await ArriveAsync("/import"));

        Assert.Equal(Role.Sales, (await Users.ListAsync()).Single(user => user.Email == "ann@example.com").Role);
        Assert.Equal(2, (await Users.ListAsync()).Count);
    }

    [Fact]
    public async Task SignIn_OfSomebodyWhoIsHere_IsThatUserUnlessDisabled()
    {
        var ann = (await Users.AddAsync(new NewUser("ann@example.com", "Ann", Role.Sales, ["North"]), password: null, Actor.System)).Value!;
        _provider.User = new { sub = "7", email = "ANN@example.com", name = "Root", groups = "staff" };
        Assert.Equal("/leads", await ArriveAsync("/leads"));

        await Users.ChangeAsync(ann.Id, new UserChange(IsDisabled: true), Actor.System);

        Assert.Equal("/sign-in?problem=sso-role", await ArriveAsync("/leads"));
        Assert.Equal(2, (await Users.ListAsync()).Count);
    }

    [Theory]
    [InlineData("{}", "/sign-in?problem=sso")]
    [InlineData("{\"sub\":\"7\"}", "/sign-in?problem=sso")]
    [InlineData("{\"sub\":\"7\",\"email\":\"root@example.com\",\"email_verified\":false,\"groups\":\"staff\"}", "/sign-in?problem=sso")]
    [InlineData("{\"sub\":\"7\",\"email\":\"ann@example.com\",\"groups\":[\"chess\"]}", "/sign-in?problem=sso-role")]
    [InlineData("{\"sub\":\"7\",\"email\":\"ann@example.com\"}", "/sign-in?problem=sso-role")]
    public async Task SignIn_WithoutWhatIsNeeded_LetsNobodyIn(string user, string expected)
    {
        _provider.User = System.Text.Json.JsonDocument.Parse(user).RootElement;

        Assert.Equal(expected, await ArriveAsync("/leads"));
        Assert.Single(await Users.ListAsync());
    }

    [Fact]
    public async Task Callback_WithAForgedState_LetsNobodyIn()
    {
        using var browser = new HttpClient { BaseAddress = new(_app.Urls.Single()) };

        var page = await browser.GetAsync(new Uri("/sign-in/sso/callback?code=the%20code&state=forged", UriKind.Relative));

        Assert.Equal("/sign-in?problem=sso", page.RequestMessage!.RequestUri!.PathAndQuery);
    }

    private async Task<string> ArriveAsync(string path)
    {
        using var browser = new HttpClient { BaseAddress = new(_app.Urls.Single()) };
        browser.DefaultRequestHeaders.Add("Accept", "text/html");
        using var page = await browser.GetAsync(new Uri($"/sign-in/sso?returnUrl={Uri.EscapeDataString(path)}", UriKind.Relative));
        return page.RequestMessage!.RequestUri!.PathAndQuery;
    }
}
