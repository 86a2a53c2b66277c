using System.Text.Json.Serialization;
using LeadStudio.Api.Document;
using LeadStudio.Api.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Leads.Views;

namespace LeadStudio.Api.Views;

/// <summary>Segments: filters under a name that everybody shares. A segment is the filter of a shared view, so that people find it as a view of the list.</summary>
internal static class SegmentsApi
{
    public static void MapSegments(this IEndpointRouteBuilder segments) =>
        segments.MapGet("", ListAsync)
            .Describe("listSegments", "List segments", "Gives the segments, by name, with how many leads are in each. A segment is the filter of a shared view.")
            .Answers<PageJson<SegmentJson>>();

    public static void MapSegmentWrites(this IEndpointRouteBuilder segments) =>
        segments.MapPost("", PostAsync)
            .Describe("addSegment", "Keep a segment", "Keeps a filter under a name, as a shared view: changeView and deleteView work with its id.")
            .Reads<SegmentForm>()
            .Answers<SegmentJson>(StatusCodes.Status201Created);

    private static async Task<IResult> ListAsync(HttpContext http, ISavedViews views, ILeadList list, IFieldCatalog fields)
    {
        var catalog = await fields.GetAsync(http.RequestAborted);
        var segments = (await views.ListAsync(Caller.Of(http), http.RequestAborted)).Where(view => view is { IsShared: true, Content: { FilterText.Length: > 0, Search.Length: 0 } }).ToList();
        var queries = segments.Select(segment => QueryOf(catalog, segment)).ToList();
        var counts = queries.Count == 0 ? [] : await list.CountAsync([.. queries.Select(query => query ?? new())], mayEstimate: false, http.RequestAborted);
        return TypedResults.Ok(new PageJson<SegmentJson>(
            [.. segments.Select((segment, i) => SegmentJson.Of(segment, queries[i] is null ? null : counts[i].Count))], null, segments.Count));
    }

    private static async Task<IResult> PostAsync(HttpContext http, ISavedViews views, ILeadList list, IFieldCatalog fields)
    {
        var (form, problem) = await JsonBody.ReadAsync<SegmentForm>(http);
        if (form is null)
        {
            return problem!;
        }

        var (query, wrong) = ListRequest.Read(await fields.GetAsync(http.RequestAborted), form.Filter, search: null, $"-{ListKeys.Score}");
        if (query is null)
        {
            return wrong!;
        }

        var kept = await views.AddAsync(form.Name, new() { FilterText = form.Filter, Scope = form.Scope }, Caller.Of(http), http.RequestAborted);
        if (kept.IsSuccess)
        {
            kept = await views.ChangeAsync(kept.Value with { IsShared = true }, Caller.Of(http), http.RequestAborted);
        }

        return kept.IsSuccess
            ? TypedResults.Created(
                $"{ApiEndpoints.Path}/views/{PlainText.Of(kept.Value.Id)}",
                SegmentJson.Of(kept.Value, (await list.CountAsync(query with { Scope = form.Scope }, mayEstimate: false, http.RequestAborted)).Count))
            : ViewWritesApi.Refused(kept.Error);
    }

    // Null where a field of the filter has gone since, so that nobody can say who is in it.
    private static LeadQuery? QueryOf(FieldCatalog catalog, SavedView segment) =>
        ListRequest.Read(catalog, segment.Content.FilterText, search: null, $"-{ListKeys.Score}").Query is { } query ? query with { Scope = segment.Content.Scope } : null;
}

/// <summary>A filter under a name.</summary>
/// <param name="Id">The shared view whose filter it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Owner">Who keeps it.</param>
/// <param name="Filter">What its leads meet, in the filter language.</param>
/// <param name="Scope">Which leads are in question.</param>
/// <param name="Leads">How many leads are in it; null where the filter can no longer be read.</param>
internal sealed record SegmentJson(string Id, string Name, string Owner, string Filter, LeadScope Scope, long? Leads)
{
    public static SegmentJson Of(SavedView view, long? leads) => new(PlainText.Of(view.Id), view.Name, view.Owner, view.Content.FilterText, view.Content.Scope, leads);
}

/// <summary>A segment to be kept.</summary>
/// <param name="Name">Its name, 1 to 80 characters.</param>
/// <param name="Filter">What its leads meet, in the filter language.</param>
/// <param name="Scope">Which leads are in question; by default closed ones too.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SegmentForm(string Name, string Filter, LeadScope Scope = LeadScope.All);
