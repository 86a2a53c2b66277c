using LeadStudio.Core.Access;
using LeadStudio.Core.Leads.Export;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Views;
using LeadStudio.Features.Leads.Columns;
using LeadStudio.Features.Leads.List;
using Microsoft.Net.Http.Headers;

namespace LeadStudio.Features.Leads.Export;

/// <summary>What the page cannot send over its circuit: a list of any length as a file.</summary>
internal static class ExportEndpoints
{
    /// <summary>The path; its query is that of the list's address.</summary>
    public const string Path = "/leads/export.csv";

    public static void MapLeads(this IEndpointRouteBuilder app) => app.MapGet(Path, ExportAsync);

    private static async Task ExportAsync(HttpContext http, ILeadExport export, IFieldCatalog fields, ISavedViews views, TimeProvider time)
    {
        var state = LeadListState.Read(http.Request.QueryString.Value ?? "", await views.ListAsync(Actor.LocalUser, http.RequestAborted));
        if (state.ReadFilter() is { IsSuccess: false, Error: { } problem })
        {
            await Results.Problem(problem.Message, statusCode: StatusCodes.Status400BadRequest).ExecuteAsync(http);
            return;
        }

        var name = new ContentDispositionHeaderValue("attachment");
        name.SetHttpFileName($"{state.View.Title} {time.GetUtcNow():yyyy-MM-dd}.csv");
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = name.ToString();
        var columns = new ColumnSet(await fields.GetAsync(http.RequestAborted), state.Columns);
        await export.WriteCsvAsync(state.ToQuery(), columns.Fields, http.Response.Body, http.RequestAborted);
    }
}
