using System.Text.Json;
using LeadStudio.Api.Document;
using LeadStudio.Api.Leads;
using LeadStudio.Core.Common;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Scoring;
using LeadStudio.Core.Scoring.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadStudio.Api.Scorecards;

/// <summary>Scorecards: drafted, tried, published, rolled back.</summary>
internal static class ScorecardWritesApi
{
    public static void MapScorecardWrites(this IEndpointRouteBuilder scorecards)
    {
        scorecards.MapPut("/draft", PutDraftAsync)
            .Describe("saveDraft", "Save the draft", "Saves a scorecard as the draft, also one with mistakes, which are listed in the answer.")
            .Reads<JsonElement>()
            .HeedsVersion()
            .Answers<DraftScorecardJson>();
        scorecards.MapPost("/draft/publish", PublishAsync)
            .Describe("publishDraft", "Publish the draft", "Publishes the draft as the next version, and has all leads scored by it in the background.")
            .Reads<PublishForm>(isRequired: false)
            .Answers<PublishedScorecardJson>();
        scorecards.MapPost("/draft/preview", PreviewAsync)
            .Describe("previewDraft", "Try the draft", "Tells what publishing the draft would do to the open leads. Nothing is stored.")
            .ChangesNothing()
            .Answers<PreviewJson>();
        scorecards.MapPost("/{version:long}/rollback", RollBackAsync)
            .Describe("rollBackScorecard", "Roll back to a scorecard", "Publishes an older version again, as the next version. The draft stays.")
            .Answers<PublishedScorecardJson>();
    }

    private static async Task<IResult> PutDraftAsync(HttpContext http, IScorecards scorecards, IFactSources facts)
    {
        var (document, problem) = await JsonBody.ReadAsync(http);
        using (document)
        {
            if (document is null)
            {
                return problem!;
            }

            var card = ScorecardJson.Parse(document.RootElement.GetRawText());
            if (!card.IsSuccess)
            {
                return Problems.Invalid((card.Error as ScorecardJsonError)?.Path ?? "", card.Error.Message);
            }

            // Whoever expects no revision takes over the one that is there.
            var revision = (await scorecards.GetDraftAsync(http.RequestAborted))?.Revision ?? 0;
            var isExpected = LeadAnswers.Expected(http) is not { } expected || expected.Contains(PlainText.Of(revision));
            var saved = isExpected ? await scorecards.SaveDraftAsync(card.Value, revision, Caller.Of(http), http.RequestAborted) : new DraftChanged("Somebody");
            return saved.IsSuccess
                ? await ScorecardsApi.DraftAsync(http, saved.Value, await scorecards.GetPublishedAsync(http.RequestAborted), facts)
                : Problems.Of(StatusCodes.Status412PreconditionFailed, "changed", "It was changed meanwhile", "The draft was saved meanwhile. Read it again, and make the change to what it is now.");
        }
    }

    private static async Task<IResult> PublishAsync(HttpContext http, IScorecards scorecards)
    {
        var (form, problem) = http.Request.ContentLength is null or 0 ? (new PublishForm(), null) : await JsonBody.ReadAsync<PublishForm>(http);
        if (form is null)
        {
            return problem!;
        }

        var draft = await scorecards.GetDraftAsync(http.RequestAborted);
        return draft is null ? NoDraft() : Answer(await scorecards.PublishAsync(draft.Card, form.Note, Caller.Of(http), http.RequestAborted));
    }

    private static async Task<IResult> PreviewAsync(IScorecards scorecards, IScorecardPreview preview, CancellationToken cancellationToken)
    {
        var draft = await scorecards.GetDraftAsync(cancellationToken);
        if (draft is null)
        {
            return NoDraft();
        }

        var tried = await preview.PreviewAsync(draft.Card, cancellationToken);
        return tried.IsSuccess ? TypedResults.Ok(PreviewJson.Of(tried.Value)) : Refused(tried.Error);
    }

    private static async Task<IResult> RollBackAsync(HttpContext http, long version, IScorecards scorecards) =>
        Answer(await scorecards.RollBackAsync(version, Caller.Of(http), http.RequestAborted));

    private static IResult Answer(Result<PublishedScorecard> published) => published.IsSuccess ? TypedResults.Ok(PublishedScorecardJson.Of(published.Value)) : Refused(published.Error);

    private static ProblemHttpResult Refused(Error error) => error is ScorecardHasErrors { Problems: var problems }
        ? Problems.Invalid(problems.GroupBy(problem => problem.Path).ToDictionary(part => part.Key, part => part.Select(problem => problem.Message).ToArray()))
        : Problems.Of(error);

    private static ProblemHttpResult NoDraft() =>
        Problems.Of(StatusCodes.Status409Conflict, "conflict", "It does not fit what is there now", "There is no draft: nobody has changed anything since the last publishing. PUT scorecards/draft first.");
}
