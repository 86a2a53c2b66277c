using LeadStudio.Api.Document;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Export;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Scoring;
using LeadStudio.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace LeadStudio.Api.Leads;

/// <summary>Leads, read.</summary>
internal static class LeadsApi
{
    private const int UsualRows = 50;
    private const int MostRows = 1_000;

    public static void MapLeads(this IEndpointRouteBuilder leads)
    {
        leads.MapGet("", ListAsync)
            .Describe("listLeads", "List leads", "Lists leads part by part, in any order, filtered and searched; closed ones too.")
            .Answers<PageJson<LeadJson>>();
        leads.MapGet("/{id:long}", GetAsync)
            .Describe("getLead", "Read a lead", "Gives what a lead shows. The `ETag` names its version, which changes with any value, but not where time alone has moved the score.")
            .Answers<LeadJson>();
        leads.MapGet("/{id:long}/score", ScoreAsync)
            .Describe("getScore", "Explain a score", "Gives the score with all that gave points, each with its evidence. The points of the ledger add up to the score.")
            .Answers<ScoreJson>();
        leads.MapGet("/{id:long}/observations", ObservationsAsync)
            .Describe("listObservations", "List who said what", "Gives all that was ever said of a lead, oldest first.")
            .Answers<PageJson<ObservationJson>>();
        leads.MapGet("/{id:long}/history", HistoryAsync)
            .Describe("listScoreHistory", "List former scores", "Gives the scores that a lead had, oldest first; the last one is the present one.")
            .Answers<PageJson<HistoryJson>>();
    }

    public static void MapLeadsFile(this IEndpointRouteBuilder leads) =>
        leads.MapGet("/leads.csv", FileAsync)
            .Describe("exportLeads", "Export leads", "Gives all leads of a list as CSV in UTF-8, with all fields. What a spreadsheet would run as a formula has an apostrophe before it.")
            .WithTags("Leads")
            .Produces<string>(StatusCodes.Status200OK, "text/csv");

    private static async Task<IResult> ListAsync(
        ILeadList list, IFieldCatalog fields, CancellationToken cancellationToken, string? filter = null, string? q = null, string sort = "-score", string? cursor = null, int limit = UsualRows,
        [FromQuery(Name = "fields")] string? names = null)
    {
        if (limit is < 1 or > MostRows)
        {
            return Problems.Invalid("limit", $"Ask for 1 to {MostRows:N0} leads at a time; follow \"nextCursor\" for more.");
        }

        var catalog = await fields.GetAsync(cancellationToken);
        var (asked, problem) = ListRequest.Read(catalog, filter, q, sort);
        if (asked is not { } query)
        {
            return problem!;
        }

        var after = cursor is null ? null : PageCursor.Read(cursor, sort);
        if (cursor is not null && after is null)
        {
            return Problems.Invalid("cursor", "The cursor is none that this list gave. Send \"nextCursor\" as it is, with the same sort, or leave it out to begin again.");
        }

        var (sparse, refused) = SparseLead.Read(names);
        if (refused is not null)
        {
            return refused;
        }

        var page = await list.PageAsync(query, after, limit, sparse?.FieldsOf(catalog) ?? catalog.Fields, cancellationToken);
        var total = after is null ? (await list.CountAsync(query, mayEstimate: false, cancellationToken)).Count : (long?)null;
        var next = page.HasMore ? PageCursor.Write(page.Rows[^1].Cursor, sort) : null;
        var leads = page.Rows.Select(row => LeadJson.Of(catalog, row));
        return sparse is null
            ? Results.Ok(new PageJson<LeadJson>([.. leads], next, total))
            : Results.Ok(new PageJson<Dictionary<string, object?>>([.. leads.Select(sparse.Of)], next, total));
    }

    private static async Task FileAsync(HttpContext http, ILeadExport export, IFieldCatalog fields, string? filter = null, string? q = null, string sort = "-score")
    {
        var catalog = await fields.GetAsync(http.RequestAborted);
        var (query, problem) = ListRequest.Read(catalog, filter, q, sort);
        if (query is null)
        {
            await problem!.ExecuteAsync(http);
            return;
        }

        await export.WriteCsvAsync(query, catalog.Fields, http.Response.BeginCsv("leads.csv"), http.RequestAborted);
    }

    private static async Task<IResult> GetAsync(HttpContext http, long id, ILeadSnapshots leads, string? fields = null)
    {
        var (sparse, problem) = SparseLead.Read(fields);
        if (problem is not null)
        {
            return problem;
        }

        var lead = await leads.GetAsync(id, http.RequestAborted);
        return lead.IsSuccess ? LeadAnswers.Ok(http, lead.Value, sparse) : Problems.Of(lead.Error);
    }

    private static async Task<IResult> ScoreAsync(long id, ILeadStore store, IScoreExplainer explainer, CancellationToken cancellationToken)
    {
        var lead = await store.GetAsync(id, cancellationToken);
        return lead.IsSuccess ? Results.Ok(ScoreJson.Of(await explainer.ExplainAsync(lead.Value, cancellationToken))) : Problems.Of(lead.Error);
    }

    private static async Task<IResult> ObservationsAsync(long id, ILeadStore store, CancellationToken cancellationToken) =>
        Answer(await store.GetAsync(id, cancellationToken), lead => new PageJson<ObservationJson>(
            [.. lead.Observations.Select(said => ObservationJson.Of(lead.Catalog, said))], null, lead.Observations.Count));

    private static async Task<IResult> HistoryAsync(long id, ILeadStore store, CancellationToken cancellationToken)
    {
        var lead = await store.GetAsync(id, cancellationToken);
        if (!lead.IsSuccess)
        {
            return Problems.Of(lead.Error);
        }

        var history = await store.HistoryAsync([id], since: 0, cancellationToken);
        return Results.Ok(new PageJson<HistoryJson>([.. history.Select(HistoryJson.Of)], null, history.Count));
    }

    private static IResult Answer<T, TJson>(Result<T> result, Func<T, TJson> json) =>
        result.IsSuccess ? Results.Ok(json(result.Value)) : Problems.Of(result.Error);
}
