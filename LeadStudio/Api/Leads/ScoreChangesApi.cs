using LeadStudio.Api.Document;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Leads.Views;
using LeadStudio.Hosting.Access;
using LeadStudio.Live;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LeadStudio.Api.Leads;

/// <summary>The live feed of scores as server-sent events: each has an id, and who sends the last one again misses nothing.</summary>
/// <remarks>The ids are numbers of the outbox, which is kept for three days. Who was away longer is sent the event <c>reset</c>: read the leads again.</remarks>
internal static class ScoreChangesApi
{
    private const string LastId = "Last-Event-ID";
    private const int MostPoints = 100;

    public static void MapScoreChanges(this IEndpointRouteBuilder changes) => changes.MapGet("", FollowAsync)
        .Describe("followScores", "Follow scores", """
            Answers with server-sent events for as long as the connection lasts. The event `score` has as `data` an object with `leadId`, `before` and `score` in points
            (`before` is null for a first score), `band` and `at`. The event `reset` says that too much happened since `Last-Event-ID`: read the leads again. A comment comes every 15 seconds.
            """)
        .Produces<string>(StatusCodes.Status200OK, "text/event-stream");

    private static async Task FollowAsync(
        HttpContext http, ScoreChanges changes, ILeadList list, IFieldCatalog fields, ISavedViews views, IHostApplicationLifetime lifetime, TimeProvider time,
        int? threshold = null, long? segment = null, string? filter = null, [FromHeader(Name = LastId)] string? last = null)
    {
        var (wanted, after, problem) = await ReadAsync(http, fields, threshold, filter, last ?? "");
        if (wanted is { } whole && segment is { } id)
        {
            (wanted, problem) = await OfSegmentAsync(http, views, await fields.GetAsync(http.RequestAborted), id, whole);
        }

        if (wanted is null)
        {
            await problem!.ExecuteAsync(http);
            return;
        }

        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no"; // a proxy must not collect them
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            await new ScoreStream(http.Response.BodyWriter, changes, list, wanted, time).RunAsync(after, end.Token);
        }
        catch (OperationCanceledException)
        {
            // The listener went, or LeadStudio stops: it connects again.
        }
    }

    private static async Task<(ScoreFilter? Filter, ScorePosition? After, ProblemHttpResult? Problem)> ReadAsync(
        HttpContext http, IFieldCatalog fields, int? threshold, string? filter, string last)
    {
        if (threshold is < 1 or > MostPoints)
        {
            return (null, null, Problems.Invalid("threshold", $"A threshold is 1 to {MostPoints} points. Leave it out to be told each change."));
        }

        LeadQuery? query = null;
        if (filter is not null)
        {
            (query, var problem) = ListRequest.Read(await fields.GetAsync(http.RequestAborted), filter, search: null, "-score");
            if (query is null)
            {
                return (null, null, problem);
            }
        }

        var after = last.Length == 0 ? null : ScorePosition.Read(last);
        return last.Length > 0 && after is null
            ? (null, null, Problems.Invalid(LastId, $"\"{last}\" is no id of an event of this feed. Send the last one as it came, or leave it out."))
            : (new ScoreFilter(threshold, filter, query), after, null);
    }

    // Each filter is read by itself: a mistake keeps its position, and no bracket of one reaches into the other.
    private static async Task<(ScoreFilter? Filter, ProblemHttpResult? Problem)> OfSegmentAsync(HttpContext http, ISavedViews views, FieldCatalog catalog, long segment, ScoreFilter wanted)
    {
        var found = await views.GetAsync(segment, Caller.Of(http), http.RequestAborted);
        if (!found.IsSuccess)
        {
            return (null, Problems.Invalid(nameof(segment), found.Error.Message));
        }

        var text = found.Value.Content.FilterText;
        return text.Length == 0 || ListRequest.Read(catalog, text, search: null, "-score").Query is not { } query
            ? (null, Problems.Invalid(nameof(segment), $"\"{found.Value.Name}\" has no filter that can be read. Correct it in the list, or name another segment."))
            : (wanted with { Text = $"({text}) {wanted.Text}", Query = query.Within(wanted.Query?.Filter) }, null);
    }
}
