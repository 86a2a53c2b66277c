using LeadStudio.Api.Imports;
using LeadStudio.Api.Leads;
using LeadStudio.Api.Webhooks;
using LeadStudio.Core.Access;
using LeadStudio.Hosting.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadStudio.Api;

/// <summary>What other programs read and write.</summary>
internal static class ApiEndpoints
{
    /// <summary>Where all of it is.</summary>
    public const string Path = "/api/v1";

    public static void UseLeadStudioApi(this WebApplication app) => app.UseWhen(
            http => http.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase),
            branch => branch
                .UseExceptionHandler(failing => failing.Run(http => Failed().ExecuteAsync(http)))
                .UseStatusCodePages(pages => Refused(pages.HttpContext.Response.StatusCode).ExecuteAsync(pages.HttpContext)));

    public static void MapLeadStudioApi(this WebApplication app)
    {
        var api = app.MapGroup(Path).DisableAntiforgery();
        api.MapGroup("/leads").RequireScope(Scopes.ReadLeads).MapLeads();
        api.MapGroup("/imports").RequireScope(Scopes.Import).MapImports();
        api.MapGroup("/imports").RequireScope(Scopes.Erase).MapImportUndo();
        api.MapGroup("").RequireScope(Scopes.Export).MapLeadsFile();
        api.MapGroup("/score-changes").RequireScope(Scopes.ReadLeads).MapScoreChanges();
        api.MapGroup("/webhooks").RequireScope(Scopes.Admin).MapWebhooks();
        api.Map("/{**path}", NotFound).AllowAnonymous();
    }

    private static ProblemHttpResult NotFound(string? path) => Problems.Of(
        StatusCodes.Status404NotFound, "not-found", "It is not there", $"There is nothing at {Path}/{path}. Check the address and the method.");

    // What the server refuses before any endpoint has seen it.
    private static ProblemHttpResult Refused(int status) => status switch
    {
        StatusCodes.Status400BadRequest => Problems.Of(status, "invalid", "A value does not fit", "A parameter has a value of the wrong kind, such as letters where a number is needed. Correct it."),
        StatusCodes.Status413PayloadTooLarge => Problems.Of(status, "too-large", "The request is too large", "Send less at a time; files go to imports."),
        _ => Problems.Of(status, "refused", "The request cannot be done", "Check the address, the method and the headers."),
    };

    private static ProblemHttpResult Failed() => Problems.Of(
        StatusCodes.Status500InternalServerError, "failed", "LeadStudio failed", "The request failed because of a fault in LeadStudio, which is in its log. Try again later.");
}
