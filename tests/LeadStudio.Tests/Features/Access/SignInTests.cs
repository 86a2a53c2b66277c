using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Audit;
using LeadStudio.Core.Access.Users;
using LeadStudio.Hosting.Access;
using LeadStudio.TestSupport.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Tests.Features.Access;

public sealed class SignInTests(SqliteFixture databases) : IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private const string Password = "correct horse battery";
    private readonly WebApplication _app = LeadStudioApplication.Create(
        ["--urls=http://127.0.0.1:0", $"--LeadStudio:Database={databases.NewDatabase()}", "--LeadStudio:RecheckUsersEvery=00:00:00"]);

    private IUsers Users => _app.Services.GetRequiredService<IUsers>();

    public Task InitializeAsync() => _app.StartAsync();

    public async Task DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task FirstStart_WithTheTokenOfTheLog_MakesTheAdministratorOnce()
    {
        using var visitor = new Visitor(_app);
        Assert.Equal((302, "/set-up"), Going(await visitor.OpenAsync("/leads")));
        var token = _app.Services.GetRequiredService<SetUpToken>().Value;

        var wrong = await visitor.SendAsync("/set-up", "set-up", SetUp("00"));
        Assert.Contains("The token is another one", wrong.Text, StringComparison.Ordinal);
        Assert.False(await Users.AnyAsync());
        Assert.Equal((302, "/"), Going(await visitor.SendAsync("/set-up", "set-up", SetUp(token))));

        Assert.Equal(200, (await visitor.OpenAsync("/users")).Status);
        using var second = new Visitor(_app);
        Assert.Contains("has its users already", (await second.OpenAsync("/set-up")).Text, StringComparison.Ordinal);
        Assert.Equal(400, (await second.SendAsync("/set-up", "set-up", SetUp(token))).Status); // there is no such form any more
        Assert.Single(await Users.ListAsync());
    }

    [Fact]
    public async Task SignIn_Password_LetsInToWhatWasAskedForAndIsInTheTrail()
    {
        await AddAsync();
        using var visitor = new Visitor(_app);
        var asked = await visitor.OpenAsync("/companies?q=a");
        Assert.Equal((302, "/sign-in"), (asked.Status, new Uri(asked.Location).AbsolutePath));

        Assert.Contains("do not belong together", (await SignInAsync(visitor, "wrong")).Text, StringComparison.Ordinal);
        Assert.Contains("do not belong together", (await SignInAsync(visitor, Password, "nobody@example.com")).Text, StringComparison.Ordinal);
        Assert.Equal((302, "/companies?q=a"), Going(await SignInAsync(visitor, Password, returnUrl: "/companies?q=a")));
        Assert.Equal(200, (await visitor.OpenAsync("/companies")).Status);

        var trail = await _app.Services.GetRequiredService<IAuditTrail>().ListAsync(new AuditQuery(Kind: "sign-in"), null, 10);
        Assert.Equal(["sign-in.done", "sign-in.failed", "sign-in.failed"], trail.Select(entry => entry.Action));
        Assert.All(trail, entry => Assert.Equal("127.0.0.1", entry.Address));
        Assert.NotNull((await Users.ListAsync())[0].SignedInAt);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    public async Task SignIn_ReturnToAnotherSite_GoesToTheStart(string returnUrl)
    {
        await AddAsync();
        using var visitor = new Visitor(_app);

        Assert.Equal((302, "/"), Going(await SignInAsync(visitor, Password, returnUrl: returnUrl)));
    }

    [Fact]
    public async Task SignIn_FiveWrongPasswords_LocksEvenTheRightOne()
    {
        var ann = await AddAsync();
        using var visitor = new Visitor(_app);
        for (var time = 1; time <= 5; time++)
        {
            await SignInAsync(visitor, "wrong");
        }

        Assert.Contains("too many wrong passwords", (await SignInAsync(visitor, Password)).Text, StringComparison.Ordinal);

        // The link of an administrator unlocks.
        var link = (await Users.LinkAsync(ann.Id, Actor.System)).Value!;
        Assert.Equal((302, "/"), Going(await visitor.SendAsync(AccessPaths.Of(link), "set-password", ("Input.Password", "another horse battery"))));
        Assert.Equal(200, (await visitor.OpenAsync("/leads")).Status);
    }

    [Fact]
    public async Task PasswordLink_UsedTwiceOrForged_IsRefused()
    {
        var ann = await AddAsync();
        var link = AccessPaths.Of((await Users.LinkAsync(ann.Id, Actor.System)).Value!);
        using var visitor = new Visitor(_app);
        Assert.Contains("at least 12 characters", (await visitor.SendAsync(link, "set-password", ("Input.Password", "short"))).Text, StringComparison.Ordinal);
        Assert.Equal((302, "/"), Going(await visitor.SendAsync(link, "set-password", ("Input.Password", "another horse battery"))));

        using var thief = new Visitor(_app);
        Assert.Contains("was used, or is too old", (await thief.SendAsync(link, "set-password", ("Input.Password", "the thief's password"))).Text, StringComparison.Ordinal);
        Assert.Contains("was used, or is too old", (await thief.SendAsync($"/set-password?user={ann.Id}&token=forged", "set-password", ("Input.Password", "the thief's password"))).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await thief.OpenAsync("/leads")).Status);
    }

    [Fact]
    public async Task Cookie_OfAUserWhoWasDisabledOrDemoted_IsOfNoUse()
    {
        var ann = await AddAsync();
        await Users.AddAsync(new NewUser("root@example.com", "Root", Role.Admin, []), Password, Actor.System);
        using var visitor = new Visitor(_app);
        await SignInAsync(visitor, Password);
        Assert.Equal(200, (await visitor.OpenAsync("/users")).Status);

        await Users.ChangeAsync(ann.Id, new UserChange(Role: Role.Sales), Actor.System);
        Assert.Equal(302, (await visitor.OpenAsync("/users")).Status);
        await SignInAsync(visitor, Password);
        Assert.Equal((302, "/not-allowed"), Going(await visitor.OpenAsync("/users")));
        Assert.Equal(200, (await visitor.OpenAsync("/leads")).Status);

        await Users.ChangeAsync(ann.Id, new UserChange(IsDisabled: true), Actor.System);
        Assert.Equal(302, (await visitor.OpenAsync("/leads")).Status);
        Assert.Contains("do not belong together", (await SignInAsync(visitor, Password)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithoutTheTokenOfThePage_IsRefused()
    {
        await AddAsync();
        using var http = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
        using var form = new FormUrlEncodedContent([new("_handler", "sign-in"), new("Input.Email", "ann@example.com"), new("Input.Password", Password)]);

        using var response = await http.PostAsync(new Uri("/sign-in", UriKind.Relative), form);

        Assert.Equal(400, (int)response.StatusCode);
    }

    [Fact]
    public async Task DemoAccounts_WithoutDemoMode_AreNotOffered()
    {
        await AddAsync();
        using var visitor = new Visitor(_app);

        Assert.DoesNotContain("who runs LeadStudio", (await visitor.OpenAsync("/sign-in")).Text, StringComparison.Ordinal);
        Assert.NotEqual(302, (await visitor.SendAsync("/sign-in", "demo-Admin", [])).Status);
    }

    private static (int, string) Going((int Status, string Location, string Text) answer) => (answer.Status, Uri.TryCreate(answer.Location, UriKind.Absolute, out var full) && full.IsLoopback ? full.PathAndQuery : answer.Location);

    private static (string, string)[] SetUp(string token) =>
        [("Input.Name", "Ann"), ("Input.Email", "ann@example.com"), ("Input.Password", Password), ("Input.Token", token)];

    private static Task<(int Status, string Location, string Text)> SignInAsync(Visitor visitor, string password, string email = "ann@example.com", string? returnUrl = null) =>
        visitor.SendAsync(returnUrl is null ? "/sign-in" : $"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}", "sign-in", ("Input.Email", email), ("Input.Password", password));

    private async Task<UserInfo> AddAsync() =>
        (await Users.AddAsync(new NewUser("ann@example.com", "Ann", Role.Admin, []), Password, Actor.System)).Value!;
}
