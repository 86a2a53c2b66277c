using LeadStudio.Core.Access;
using LeadStudio.Core.Leads.Export;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Leads.Views;
using LeadStudio.Features.Leads.Columns;
using LeadStudio.Features.Leads.List;
using LeadStudio.Hosting;
using LeadStudio.Hosting.Access;
using Microsoft.AspNetCore.WebUtilities;

namespace LeadStudio.Features.Leads.Export;

/// <summary>What the page cannot send over its circuit: a list of any length as a file.</summary>
internal static class ExportEndpoints
{
    private const string Path = "/leads/export.csv";

    /// <summary>Gives the address of a list's file: its query is that of the list, and the user's zone.</summary>
    /// <param name="state">The list.</param>
    /// <param name="zone">The zone in which its filter's days are meant.</param>
    public static string AddressOf(LeadListState state, TimeZoneInfo zone) =>
        QueryHelpers.AddQueryString((state with { OpenLead = null }).ToAddress(Path), "zone", zone.Id);

    public static void MapLeads(this IEndpointRouteBuilder app) => app.MapGet(Path, ExportAsync).RequireAuthorization(Scopes.ReadLeads);

    private static async Task ExportAsync(
        HttpContext http, ILeadExport export, IFieldCatalog fields, ISavedViews views, ILeadList list, UsualColumns usual, LeadSight sight, TimeProvider time)
    {
        var state = LeadListState.Read(http.Request.QueryString.Value ?? "", await views.ListAsync(http.User.ToActor(), http.RequestAborted));
        if (state.ReadFilter() is { IsSuccess: false, Error: { } problem })
        {
            await Results.Problem(problem.Message, statusCode: StatusCodes.Status400BadRequest).ExecuteAsync(http);
            return;
        }

        var catalog = await fields.GetAsync(http.RequestAborted);
        var columns = new ColumnSet(catalog, state.Columns, usual: await usual.ChooseAsync(catalog, http.RequestAborted));
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(http.Request.Query["zone"].ToString(), out var known) ? known : null;
        var query = state.ToQuery(zone).Within(await sight.LimitAsync(http.User, http.RequestAborted));
        if (!http.User.May(Scopes.Export) && (await list.CountAsync(query, mayEstimate: false, http.RequestAborted)).Count > Scopes.LargestFreeExport)
        {
            await Results.Problem($"Your role may export {Scopes.LargestFreeExport:N0} leads at a time. Filter the list, or ask a marketer.", statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(http);
            return;
        }

        await export.WriteCsvAsync(query, columns.Fields, http.Response.BeginCsv($"{state.View.Title} {time.GetUtcNow():yyyy-MM-dd}.csv"), http.RequestAborted);
    }
}
