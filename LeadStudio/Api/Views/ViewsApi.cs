using LeadStudio.Api.Document;
using LeadStudio.Core.Leads.Views;

namespace LeadStudio.Api.Views;

/// <summary>Saved views, read: the key's own, and shared ones.</summary>
internal static class ViewsApi
{
    public static void MapViews(this IEndpointRouteBuilder views)
    {
        views.MapGet("", ListAsync)
            .Describe("listViews", "List views", "Gives the views of the key and the shared ones, by name.")
            .Answers<PageJson<ViewJson>>();
        views.MapGet("/{id:long}", GetAsync)
            .Describe("getView", "Read a view", "Gives one view.")
            .Answers<ViewJson>();
    }

    private static async Task<IResult> ListAsync(HttpContext http, ISavedViews views)
    {
        var listed = await views.ListAsync(Caller.Of(http), http.RequestAborted);
        return TypedResults.Ok(new PageJson<ViewJson>([.. listed.Select(ViewJson.Of)], null, listed.Count));
    }

    private static async Task<IResult> GetAsync(HttpContext http, long id, ISavedViews views)
    {
        var view = await views.GetAsync(id, Caller.Of(http), http.RequestAborted);
        return view.IsSuccess ? TypedResults.Ok(ViewJson.Of(view.Value)) : Problems.Of(view.Error);
    }
}
