using Bunit;
using LeadStudio.Components.Shortcuts;
using LeadStudio.Components.Time;
using LeadStudio.Components.Toasts;
using LeadStudio.Core.Access;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Scoring;
using LeadStudio.Core.Scoring.Suggestion;
using LeadStudio.Features.Scoring;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Tests.Features.Scoring;

public sealed class ScoringPageTests(SqliteFixture databases) : BunitContext, IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private CoreFixture _core = null!;

    private IScorecards Scorecards => _core.Get<IScorecards>();

    async Task IAsyncLifetime.InitializeAsync()
    {
        _core = await CoreFixture.StartAsync(databases.NewDatabase());
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMe();
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton(Scorecards);
        Services.AddSingleton(_core.Get<IFactSources>());
        Services.AddSingleton(_core.Get<IScorecardPreview>());
        Services.AddSingleton(_core.Get<IScorecardSuggester>());
        Services.AddSingleton(_core.Get<IEventBus>());
        Services.AddScoped<ToastQueue>();
        Services.AddScoped<IToasts>(provider => provider.GetRequiredService<ToastQueue>());
        Services.AddScoped<UserClock>();
        Services.AddScoped<ShortcutRegistry>();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _core.DisposeAsync();
    }

    [Fact]
    public void Published_FreshInstallation_IsReadInWords()
    {
        var page = Open("/scoring");

        page.WaitForAssertion(() => Assert.Contains("Version 1", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Job title has the word VP", page.Markup, StringComparison.Ordinal);
        Assert.Contains("gives 60 points at most", page.Markup, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Contains("0 leads", page.Find("#rule-manager").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Edit_Points_AreSavedAsDraftAndUndone()
    {
        var page = Open("/scoring?tab=edit");
        page.WaitForElement("input[aria-label='Points of Manager']");

        await page.Find("input[aria-label='Points of Manager']").ChangeAsync(new ChangeEventArgs { Value = "11" });

        page.WaitForAssertion(() => Assert.Contains("Draft saved", page.Markup, StringComparison.Ordinal));
        Assert.Equal(11, (await Scorecards.GetDraftAsync())!.Card.Rules().Single(rule => rule.Rule.Key == "manager").Rule.Points);
        await page.Find("button[aria-label='Undo']").ClickAsync(new());
        Assert.Equal("8", page.Find("input[aria-label='Points of Manager']").GetAttribute("value"));
    }

    [Fact]
    public async Task Edit_CapsThatDoNotSumTo100_AreNamedAndKeepFromPublishing()
    {
        var page = Open("/scoring?tab=edit");
        page.WaitForElement(".cap");

        await page.Find(".cap").ChangeAsync(new ChangeEventArgs { Value = "50" });

        page.WaitForAssertion(() => Assert.Contains("Fit 50 + Engagement 40 = 90: 10 points are left.", page.Markup, StringComparison.Ordinal));
        Assert.True(page.Find(".button-primary").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Edit_RuleWithoutValue_SaysSoBesideIt()
    {
        var page = Open("/scoring?tab=edit&rule=manager");
        page.WaitForElement("input[aria-label='Value of Job title']");

        await page.Find("input[aria-label='Value of Job title']").ChangeAsync(new ChangeEventArgs { Value = "" });

        page.WaitForAssertion(() => Assert.Single(page.FindAll(".predicate + .help.error")));
        Assert.Equal("true", page.Find("input[aria-label='Value of Job title']").GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Edit_TextMode_TellsWhereTheMistakeIsAndTakesWhatIsRight()
    {
        var page = Open("/scoring?tab=edit&rule=manager");
        page.WaitForElement("button[aria-pressed]");
        await page.Find("button[aria-pressed]").ClickAsync(new());

        await page.Find("textarea").ChangeAsync(new ChangeEventArgs { Value = "title is" });
        Assert.Contains("At character", page.Find("#help-manager").TextContent, StringComparison.Ordinal);
        await page.Find("textarea").ChangeAsync(new ChangeEventArgs { Value = "title is Boss" });

        page.WaitForAssertion(() => Assert.Contains("Job title is Boss", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Edit_TextModeEscape_LeavesItWithoutApplying()
    {
        var page = Open("/scoring?tab=edit&rule=manager");
        page.WaitForElement("button[aria-pressed]");
        await page.Find("button[aria-pressed]").ClickAsync(new());

        await page.Find("textarea").KeyDownAsync("Escape");

        Assert.Empty(page.FindAll("textarea"));
        Assert.Null(await Scorecards.GetDraftAsync());
    }

    [Fact]
    public async Task Edit_DraftSavedElsewhere_SaysSoAndKeepsMineOnRequest()
    {
        var page = Open("/scoring?tab=edit");
        page.WaitForElement("input[aria-label='Points of Manager']");
        await Scorecards.SaveDraftAsync((await Scorecards.GetPublishedAsync()).Card, 0, new Actor(ActorKind.Person, "Ada"));

        await page.Find("input[aria-label='Points of Manager']").ChangeAsync(new ChangeEventArgs { Value = "11" });
        page.WaitForAssertion(() => Assert.Contains("Ada saved the draft meanwhile", page.Find(".conflict").TextContent, StringComparison.Ordinal));
        await page.FindAll(".conflict button")[1].ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("Draft saved", page.Markup, StringComparison.Ordinal));
        Assert.Equal(11, (await Scorecards.GetDraftAsync())!.Card.Rules().Single(rule => rule.Rule.Key == "manager").Rule.Points);
    }

    [Fact]
    public void Rescore_InProgress_ShowsHowFarItHasCome()
    {
        var page = Open("/scoring");
        page.WaitForElement(".about");

        _core.Get<IEventBus>().Publish(new RescoreProgressed(250_000, 1_000_000));
        page.WaitForAssertion(() => Assert.Equal("25", page.Find("[role=progressbar]").GetAttribute("aria-valuenow")));
        _core.Get<IEventBus>().Publish(new RescoreProgressed(1_000_000, 1_000_000));

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[role=progressbar]")));
        Assert.Equal("All leads are scored by version 1.", Services.GetRequiredService<ToastQueue>().Shown[^1].Message);
    }

    [Fact]
    public async Task Discard_Draft_ComesBackByUndo()
    {
        await Scorecards.SaveDraftAsync((await Scorecards.GetPublishedAsync()).Card.RemoveRule("manager"), 0, Actor.LocalUser);
        var page = Open("/scoring?tab=edit");
        page.WaitForElement(".caps");

        await page.FindAll("button").Single(button => button.TextContent == "Discard draft").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("No changes yet", page.Markup, StringComparison.Ordinal));
        await page.InvokeAsync(() => Services.GetRequiredService<ToastQueue>().Shown[^1].Undo!());

        page.WaitForAssertion(() => Assert.Contains("Draft saved", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain((await Scorecards.GetDraftAsync())!.Card.Rules(), rule => rule.Rule.Key == "manager");
    }

    [Fact]
    public async Task Versions_Two_ShowTheDifferenceAndRollBack()
    {
        var first = await Scorecards.GetPublishedAsync();
        await Scorecards.PublishAsync(first.Card.WithRule("manager", rule => rule with { Points = 12 }), "Managers matter", Actor.LocalUser);
        var page = Open("/scoring?tab=versions&version=2");

        page.WaitForAssertion(() => Assert.Contains("+8 → +12", page.Markup, StringComparison.Ordinal));
        await page.FindAll("button").Single(button => button.TextContent.StartsWith("Roll back", StringComparison.Ordinal)).ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("Version 3", page.Markup, StringComparison.Ordinal));
        Assert.Equal(first.Card, (await Scorecards.GetPublishedAsync()).Card);
        await page.InvokeAsync(() => Services.GetRequiredService<ToastQueue>().Shown[^1].Undo!());

        page.WaitForAssertion(() => Assert.Contains("Version 4", page.Markup, StringComparison.Ordinal));
        Assert.Equal(12, (await Scorecards.GetPublishedAsync()).Card.Rules().Single(rule => rule.Rule.Key == "manager").Rule.Points);
    }

    [Fact]
    public void Suggest_NoOutcomes_SaysWhatIsNeeded()
    {
        var page = Open("/scoring?suggest=1");

        page.WaitForAssertion(() => Assert.Contains("needs at least 20 won and 20 lost leads", page.Find(".empty").TextContent, StringComparison.Ordinal));
        Assert.Equal("/import", page.Find(".empty a").GetAttribute("href"));
    }

    private IRenderedComponent<ScoringPage> Open(string address)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<ScoringPage>();
    }
}
