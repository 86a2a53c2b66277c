using LeadStudio.Api.Document;
using LeadStudio.Api.Leads;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Views;

namespace LeadStudio.Api.Views;

/// <summary>Saved views, kept and changed.</summary>
internal static class ViewWritesApi
{
    public static void MapViewWrites(this IEndpointRouteBuilder views)
    {
        views.MapPost("", PostAsync)
            .Describe("addView", "Keep a view", "Keeps a list of leads under a name.")
            .Reads<NewViewForm>()
            .Answers<ViewJson>(StatusCodes.Status201Created);
        views.MapPatch("/{id:long}", PatchAsync)
            .Describe("changeView", "Change a view", "Changes what is named of a view of the key.")
            .Reads<ViewForm>()
            .Answers<ViewJson>();
        views.MapDelete("/{id:long}", DeleteAsync)
            .Describe("deleteView", "Delete a view", "Takes a view of the key away.")
            .Produces(StatusCodes.Status204NoContent);
    }

    /// <summary>Gives the mistake of a view as one of its parts.</summary>
    /// <param name="error">The mistake.</param>
    public static IResult Refused(Error error) => error is SavedViewRefused ? Problems.Invalid("name", error.Message) : Problems.Of(error);

    private static async Task<IResult> PostAsync(HttpContext http, ISavedViews views, IFieldCatalog fields)
    {
        var (form, problem) = await JsonBody.ReadAsync<NewViewForm>(http);
        if (form is null)
        {
            return problem!;
        }

        var (_, wrong) = ListRequest.Read(await fields.GetAsync(http.RequestAborted), FilterOf(form.Filter), form.Q, form.Sort);
        if (wrong is not null)
        {
            return wrong;
        }

        var view = await views.AddAsync(form.Name, form.ToContent(), Caller.Of(http), http.RequestAborted);
        if (view.IsSuccess && (form.IsShared || form.IsPinned))
        {
            view = await views.ChangeAsync(view.Value with { IsShared = form.IsShared, IsPinned = form.IsPinned }, Caller.Of(http), http.RequestAborted);
        }

        return view.IsSuccess ? TypedResults.Created($"{ApiEndpoints.Path}/views/{PlainText.Of(view.Value.Id)}", ViewJson.Of(view.Value)) : Refused(view.Error);
    }

    private static async Task<IResult> PatchAsync(HttpContext http, long id, ISavedViews views, IFieldCatalog fields)
    {
        var (form, problem) = await JsonBody.ReadAsync<ViewForm>(http);
        if (form is null)
        {
            return problem!;
        }

        var (_, wrong) = ListRequest.Read(await fields.GetAsync(http.RequestAborted), FilterOf(form.Filter), form.Q, form.Sort ?? "-score");
        if (wrong is not null)
        {
            return wrong;
        }

        var view = await views.GetAsync(id, Caller.Of(http), http.RequestAborted);
        var changed = view.IsSuccess ? await views.ChangeAsync(form.Change(view.Value), Caller.Of(http), http.RequestAborted) : view;
        return changed.IsSuccess ? TypedResults.Ok(ViewJson.Of(changed.Value)) : Refused(changed.Error);
    }

    private static async Task<IResult> DeleteAsync(HttpContext http, long id, ISavedViews views)
    {
        var deleted = await views.DeleteAsync(id, Caller.Of(http), http.RequestAborted);
        return deleted.IsSuccess ? TypedResults.NoContent() : Refused(deleted.Error);
    }

    // An empty one is none.
    private static string? FilterOf(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
