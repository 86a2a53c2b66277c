using LeadStudio.Api.Document;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Scoring;
using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Api.Scorecards;

/// <summary>Scorecards, read.</summary>
internal static class ScorecardsApi
{
    public static void MapScorecards(this IEndpointRouteBuilder scorecards)
    {
        scorecards.MapGet("", ListAsync)
            .Describe("listScorecards", "List scorecards", "Gives all published versions, newest first.")
            .Answers<PageJson<ScorecardVersionJson>>();
        scorecards.MapGet("/{version:long}", GetAsync)
            .Describe("getScorecard", "Read a scorecard", "Gives one version with its groups, rules and bands.")
            .Answers<PublishedScorecardJson>();
        scorecards.MapGet("/draft", GetDraftAsync)
            .Describe("getDraft", "Read the draft", "Gives the scorecard that is being worked on; the published one where nobody has changed anything since. The `ETag` is its revision.")
            .Answers<DraftScorecardJson>();
    }

    /// <summary>Answers with the draft, and its revision as <c>ETag</c>.</summary>
    /// <param name="http">The request.</param>
    /// <param name="draft">The draft; null where nobody has changed anything since the last publishing.</param>
    /// <param name="published">The published scorecard.</param>
    /// <param name="facts">What rules may ask.</param>
    public static async Task<IResult> DraftAsync(HttpContext http, DraftScorecard? draft, PublishedScorecard published, IFactSources facts)
    {
        var card = draft?.Card ?? published.Card;
        var problems = new ScorecardValidator((await facts.GetAsync(http.RequestAborted)).Facts).Check(card);
        http.Response.Headers.ETag = $"\"{PlainText.Of(draft?.Revision ?? 0)}\"";
        return TypedResults.Ok(new DraftScorecardJson(
            draft?.BasedOn ?? published.Version,
            draft?.Revision ?? 0,
            draft is null ? null : ValueJson.Instant(draft.UpdatedAt),
            draft?.By,
            [.. problems.Select(problem => new ScorecardProblemJson(problem.Path, problem.Message))],
            CardJson.Of(card)));
    }

    private static async Task<IResult> ListAsync(IScorecards scorecards, CancellationToken cancellationToken)
    {
        var versions = await scorecards.ListAsync(cancellationToken);
        var current = (await scorecards.GetPublishedAsync(cancellationToken)).Version;
        return TypedResults.Ok(new PageJson<ScorecardVersionJson>([.. versions.Select(card => ScorecardVersionJson.Of(card, current))], null, versions.Count));
    }

    private static async Task<IResult> GetAsync(long version, IScorecards scorecards, CancellationToken cancellationToken)
    {
        var card = await scorecards.GetAsync(version, cancellationToken);
        return card.IsSuccess ? TypedResults.Ok(PublishedScorecardJson.Of(card.Value)) : Problems.Of(card.Error);
    }

    private static async Task<IResult> GetDraftAsync(HttpContext http, IScorecards scorecards, IFactSources facts) =>
        await DraftAsync(http, await scorecards.GetDraftAsync(http.RequestAborted), await scorecards.GetPublishedAsync(http.RequestAborted), facts);
}
