using Bunit;
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

    private IRenderedComponent<ImportResult> RenderResult(TooFewOutcomes? missing)
    {
        Services.AddSingleton<IScorecardSuggester>(new FakeSuggester(missing));
        var job = new ImportJob { FileName = "leads.csv", StoredName = "1", By = "Ada", Status = ImportStatus.Finished, Rows = 10, Created = 10 };
        return Render<ImportResult>(parameters => parameters.Add(result => result.Job, job));
    }

    private sealed class FakeSuggester(TooFewOutcomes? missing) : IScorecardSuggester
    {
        public Task<TooFewOutcomes?> MissingAsync(CancellationToken cancellationToken = default) => Task.FromResult(missing);

        public Task<Result<ScorecardSuggestion>> SuggestAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Result<Scorecard> Build(ScorecardSuggestion suggestion, IEnumerable<SuggestedRule> rules) => throw new NotSupportedException();
    }
}
