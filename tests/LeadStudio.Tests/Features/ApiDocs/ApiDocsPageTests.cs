using Bunit;
using LeadStudio.Core.Common;
using LeadStudio.Features.ApiDocs;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Tests.Features.ApiDocs;

public sealed class ApiDocsPageTests : BunitContext
{
    private static readonly ApiParameter s_id = new("id", "path", IsRequired: true, "What is meant.", "digits");
    private readonly TaskCompletionSource<ApiReferenceText> _text = new();
    private readonly FakeApiReference _reference;

    public ApiDocsPageTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        _reference = new(_text.Task);
        Services.AddSingleton<IApiReference>(_reference);
    }

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void Page_BeforeTheDocumentWasRead_ShowsThatItLoads()
    {
        var page = Render<ApiDocsPage>();

        Assert.NotNull(page.Find(".skeleton[role=status]"));
    }

    [Fact]
    public async Task Page_Searched_ListsWhatFitsAndKeepsTheWordsInTheAddress()
    {
        var page = Loaded();

        await page.Find("input[type=search]").InputAsync("delete leads:erase");

        Assert.Equal(["DELETEErase a lead"], page.FindAll("nav a").Select(link => link.TextContent));
        Assert.EndsWith("?q=delete%20leads%3Aerase", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_SearchedForNothingThatIsThere_SaysSo()
    {
        var page = Loaded();

        await page.Find("input[type=search]").InputAsync("unicorns");

        Assert.Contains("No operation fits", page.Find("p[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("nav a"));
    }

    [Fact]
    public void Page_OfAChange_SaysSoBeforeItIsSent()
    {
        Navigation.NavigateTo("/api-docs?op=eraseLead");

        var page = Loaded();

        Assert.Equal("Send and change data", page.Find("form button[type=submit]").TextContent);
        Assert.Contains("changes what LeadStudio holds", page.Find("form .warning").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", page.Find("nav a[aria-current]").GetAttribute("aria-current"));
        Assert.Equal(["leads:erase"], page.FindAll("section.operation > p code:not(.path)").Select(code => code.TextContent));
    }

    [Fact]
    public void Page_OfAPostThatChangesNothing_DoesNotWarn()
    {
        Navigation.NavigateTo("/api-docs?op=previewDraft");

        var page = Loaded();

        Assert.Equal("Send", page.Find("form button[type=submit]").TextContent);
        Assert.Empty(page.FindAll("form .warning"));
    }

    [Fact]
    public async Task Page_DocumentThatCannotBeRead_SaysSoAndTriesAgain()
    {
        Navigation.NavigateTo("/api-docs?op=countLeads");
        _reference.Problem = new ReferenceUnreadable();
        var page = Loaded(waitFor: "button.button-primary");
        Assert.Contains("cannot be read", page.Markup, StringComparison.Ordinal);

        _reference.Problem = null;
        await page.Find("button.button-primary").ClickAsync();

        Assert.Equal("Count leads", page.Find("#operation-title").TextContent);
        Assert.DoesNotContain("cannot be read", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_SentWithoutWhatIsRequired_AsksForItAndSendsNothing()
    {
        Navigation.NavigateTo("/api-docs?op=eraseLead");
        var page = Loaded();

        await page.Find("form").SubmitAsync();

        Assert.Contains("Fill in \"id\"", page.Find("form [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(JSInterop.Invocations["import"]);
    }

    [Fact]
    public async Task Page_AnswerThatArrives_ShowsStatusTimeAndHeaders()
    {
        Navigation.NavigateTo("/api-docs?op=countLeads");
        var page = Loaded();
        var trial = page.FindComponent<TryIt>();
        await page.Find("form").SubmitAsync();

        await trial.InvokeAsync(() => trial.Instance.Answered(new TriedAnswer(429, "Too Many Requests", 1_234, new Dictionary<string, string> { ["retry-after"] = "7" })));
        var arriving = trial.Find(".answer [role=status]").TextContent;
        await trial.InvokeAsync(() => trial.Instance.Ended("Stopped."));

        Assert.Contains("429 Too Many Requests", arriving, StringComparison.Ordinal);
        Assert.Contains("1,234 ms, still arriving", arriving, StringComparison.Ordinal);
        Assert.Equal("retry-after: 7", trial.Find("details pre").TextContent);
        Assert.Equal("Stopped.", trial.Find(".answer > p:last-child").TextContent);
        Assert.False(trial.Find("button[type=submit]").HasAttribute("disabled"));
    }

    private IRenderedComponent<ApiDocsPage> Loaded(string waitFor = "nav")
    {
        _text.SetResult(new(
            "Every request has a key.",
            [
                new("Leads", "Persons.", [new("eraseLead", "DELETE", "/api/v1/leads/{id}", "Erase a lead", "Erases.\n\nThe key needs the scope `leads:erase`.", [s_id], Body: null, Answer: null, Changes: true)]),
                new("Scorecards", "Rules.", [new("previewDraft", "POST", "/api/v1/scorecards/draft/preview", "Try the draft", "Tries.", [], Body: null, Answer: null, Changes: false)]),
                new("Stats", "Counts.", [new("countLeads", "GET", "/api/v1/stats", "Count leads", "Counts.", [], Body: null, new("application/json", "{}", [new("total", IsRequired: true, "How many.", "whole number")]), Changes: false)]),
            ]));
        var page = Render<ApiDocsPage>();
        page.WaitForElement(waitFor);
        return page;
    }

    private sealed class FakeApiReference(Task<ApiReferenceText> text) : IApiReference
    {
        public Error? Problem { get; set; }

        public async Task<Result<ApiReferenceText>> ReadAsync(CancellationToken cancellationToken = default) => Problem is { } problem ? problem : await text;
    }
}
