using Bunit;
using LeadStudio.Components.Time;
using LeadStudio.Core.Access;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Scoring;
using LeadStudio.Core.Scoring.Model;
using LeadStudio.Core.Scoring.Suggestion;
using LeadStudio.Features.Import;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Tests.Features.Import;

public sealed class ImportResultTests : BunitContext
{
    [Fact]
    public void Link_EnoughOutcomes_LeadsToTheSuggestion()
    {
        var result = RenderResult(missing: null);

        Assert.Equal("Suggest a scorecard from this data", result.Find("a[href='/scoring?suggest=1']").TextContent);
    }

    [Fact]
    public void Link_TooFewOutcomes_MakesWayForWhatIsMissing()
    {
        var result = RenderResult(new TooFewOutcomes(3, 1200, 20));

        Assert.Empty(result.FindAll("a[href='/scoring?suggest=1']"));
        Assert.Contains("once 20 leads are won and 20 are lost; now there are 3 and 1,200.", result.Find("p.muted").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3632, true)]
    [InlineData(0, false)]
    public void Missing_OnlyWonLeads_SaysThatNoMayMeanLost(int won, bool isSaid)
    {
        var result = RenderResult(new TooFewOutcomes(won, 0, 20));

        Assert.Equal(isSaid, result.Find("p.muted").TextContent.Contains("If No in your outcome column means lost", StringComparison.Ordinal));
    }

    [Fact]
    public void TakeBack_Asked_SaysInNumbersWhatWillHappenAndThenDoesIt()
    {
        var isTaken = false;
        var result = RenderResult(missing: null, onUndo: () => isTaken = true);

        result.FindAll("button").Single(button => button.TextContent == "Take it back…").Click();
        result.WaitForAssertion(() => Assert.Equal(
            ["1,240 leads that only this import knows will be removed.", "1 lead keeps what others said of it, and loses what this import said.", "Fields and options that it added stay."],
            result.FindAll("dialog li").Select(line => line.TextContent)));
        result.Find("dialog .button-danger").Click();

        Assert.True(isTaken);
        Assert.Empty(result.FindAll("dialog"));
    }

    [Fact]
    public void TakingBack_Half_ShowsHowFarItIsAndOffersNothingElse()
    {
        var result = RenderResult(missing: null, job => (job.Status, job.UndoBy, job.UndoTotal, job.Removed, job.Kept) = (ImportStatus.TakingBack, "Bea", 8, 3, 1));

        Assert.Equal("50", result.Find("[role=progressbar]").GetAttribute("aria-valuenow"));
        Assert.Equal("Being taken back", result.Find("h2").TextContent);
        Assert.Empty(result.FindAll("button"));
    }

    [Fact]
    public void TakenBack_SaysWhoAndWhatWasDone()
    {
        var result = RenderResult(missing: null, job => (job.Status, job.UndoBy, job.UndoAt, job.Removed, job.Kept) = (ImportStatus.TakenBack, "Bea", 0, 1240, 1));

        Assert.Matches(@"By Bea, .*\. 1,240 leads removed; 1 lead stayed with what others said\.", result.Find("section p").TextContent);
        Assert.Empty(result.FindAll("button"));
    }

    private IRenderedComponent<ImportResult> RenderResult(TooFewOutcomes? missing, Action<ImportJob>? change = null, Action? onUndo = null)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMe();
        Services.AddSingleton<IScorecardSuggester>(new FakeSuggester(missing));
        Services.AddSingleton<IImportUndo>(new FakeUndo());
        Services.AddSingleton(TimeProvider.System).AddScoped<UserClock>();
        var job = new ImportJob { FileName = "leads.csv", StoredName = "1", By = "Ada", Status = ImportStatus.Finished, StartedAt = 1, FinishedAt = 2, Rows = 10, Created = 10 };
        change?.Invoke(job);
        return Render<ImportResult>(parameters => parameters.Add(result => result.Job, job).Add(result => result.OnUndo, () => onUndo?.Invoke()));
    }

    private sealed class FakeUndo : IImportUndo
    {
        public Task<Result<UndoCounts>> CountAsync(long id, CancellationToken cancellationToken = default) => Task.FromResult<Result<UndoCounts>>(new UndoCounts(1240, 1));

        public Task<Result<ImportJob>> StartAsync(long id, Actor by, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }

    private sealed class FakeSuggester(TooFewOutcomes? missing) : IScorecardSuggester
    {
        public Task<TooFewOutcomes?> MissingAsync(CancellationToken cancellationToken = default) => Task.FromResult(missing);

        public Task<Result<ScorecardSuggestion>> SuggestAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Result<Scorecard> Build(ScorecardSuggestion suggestion, IEnumerable<SuggestedRule> rules) => throw new NotSupportedException();
    }
}
