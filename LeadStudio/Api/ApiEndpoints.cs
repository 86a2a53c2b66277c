using LeadStudio.Api.Imports;
using LeadStudio.Api.Leads;
using LeadStudio.Hosting.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadStudio.Api;

/// <summary>What other programs read and write.</summary>
internal static class ApiEndpoints
{
    /// <summary>Where all of it is.</summary>
    public const string Path = "/api/v1";

    public static IServiceCollection AddLeadStudioApi(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, configureOptions: null);
        services.ConfigureHttpJsonOptions(options => JsonForm.Strict(options.SerializerOptions));
        return services.AddAuthorization().AddSingleton<LeadWriting>().AddSingleton<LeadDeletion>();
    }

    public static void UseLeadStudioApi(this WebApplication app)
    {
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase),
            branch => branch
                .UseExceptionHandler(failing => failing.Run(http => Failed().ExecuteAsync(http)))
                .UseStatusCodePages(pages => Problems.OfStatus(pages.HttpContext.Response.StatusCode).ExecuteAsync(pages.HttpContext)));
        app.UseAuthentication();
        app.UseAuthorization();
    }

    public static void MapLeadStudioApi(this WebApplication app)
    {
        var api = app.MapGroup(Path).DisableAntiforgery();
        var reads = api.MapGroup("/leads").RequireScope(Scopes.ReadLeads);
        reads.MapLeads();
        reads.MapNotes();
        var writes = api.MapGroup("/leads").RequireScope(Scopes.WriteLeads);
        writes.MapLeadWrites();
        writes.MapLeadBatch();
        writes.MapNoteWrites();
        api.MapGroup("/imports").RequireScope(Scopes.Import).MapImports();
        api.MapGroup("/imports").RequireScope(Scopes.Erase).MapImportUndo();
        api.MapGroup("").RequireScope(Scopes.Export).MapLeadsFile();
        api.Map("/{**path}", NotFound);
    }

    private static ProblemHttpResult NotFound(string? path) => Problems.Of(
        StatusCodes.Status404NotFound, "not-found", "It is not there", $"There is nothing at {Path}/{path}. Check the address and the method.");

    private static ProblemHttpResult Failed() => Problems.Of(
        StatusCodes.Status500InternalServerError, "failed", "LeadStudio failed", "The request failed because of a fault in LeadStudio, which is in its log. Try again later.");
}
