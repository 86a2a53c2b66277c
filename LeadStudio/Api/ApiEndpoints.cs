using LeadStudio.Api.Access;
using LeadStudio.Api.Companies;
using LeadStudio.Api.Document;
using LeadStudio.Api.Fields;
using LeadStudio.Api.Idempotency;
using LeadStudio.Api.Imports;
using LeadStudio.Api.Leads;
using LeadStudio.Api.Scorecards;
using LeadStudio.Api.Stats;
using LeadStudio.Api.Views;
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

    public static IServiceCollection AddLeadStudioApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => JsonForm.Strict(options.SerializerOptions));
        return services.AddApiDocument().AddSingleton<LeadWriting>().AddSingleton<LeadDeletion>();
    }

    public static void UseLeadStudioApi(this WebApplication app) => app.UseWhen(
        http => http.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase),
        branch => branch
            .UseExceptionHandler(failing => failing.Run(http => Failed().ExecuteAsync(http)))
            .UseStatusCodePages(pages => Problems.OfStatus(pages.HttpContext.Response.StatusCode).ExecuteAsync(pages.HttpContext)));

    public static void MapLeadStudioApi(this WebApplication app)
    {
        var api = app.MapGroup(Path).DisableAntiforgery();
        api.AddEndpointFilter<IdempotencyFilter>();
        MapLeads(api);
        api.MapGroup("/companies").WithTags("Companies").RequireScope(Scopes.ReadLeads).MapCompanies();
        api.MapGroup("/stats").WithTags("Stats").RequireScope(Scopes.ReadLeads).MapStats();
        api.MapGroup("/fields").WithTags("Fields").RequireScope(Scopes.ReadLeads).MapFields();
        api.MapGroup("/fields").WithTags("Fields").RequireScope(Scopes.WriteFields).MapFieldWrites();
        api.MapGroup("/scorecards").WithTags("Scorecards").RequireScope(Scopes.ReadLeads).MapScorecards();
        api.MapGroup("/scorecards").WithTags("Scorecards").RequireScope(Scopes.WriteScoring).MapScorecardWrites();
        api.MapGroup("/views").WithTags("Views").RequireScope(Scopes.ReadLeads).MapViews();
        api.MapGroup("/views").WithTags("Views").RequireScope(Scopes.WriteViews).MapViewWrites();
        api.MapGroup("/segments").WithTags("Views").RequireScope(Scopes.ReadLeads).MapSegments();
        api.MapGroup("/segments").WithTags("Views").RequireScope(Scopes.WriteViews).MapSegmentWrites();
        api.MapGroup("/imports").WithTags("Imports").RequireScope(Scopes.Import).MapImports();
        api.MapGroup("/imports").WithTags("Imports").RequireScope(Scopes.Erase).MapImportUndo();
        api.MapGroup("/users").WithTags("Users").RequireScope(Scopes.Admin).MapUsers();
        api.MapGroup("/audit").WithTags("Users").RequireScope(Scopes.Admin).MapAuditTrail();
        api.MapGroup("/score-changes").WithTags("Scores").RequireScope(Scopes.ReadLeads).MapScoreChanges();
        api.MapGroup("/webhooks").WithTags("Webhooks").RequireScope(Scopes.Admin).MapWebhooks();
        api.Map("/{**path}", NotFound).ExcludeFromDescription().AllowAnonymous();
        app.MapApiDocument();
    }

    private static void MapLeads(RouteGroupBuilder api)
    {
        var reads = api.MapGroup("/leads").RequireScope(Scopes.ReadLeads);
        reads.WithTags("Leads").MapLeads();
        reads.MapNotes();
        var writes = api.MapGroup("/leads").RequireScope(Scopes.WriteLeads);
        writes.WithTags("Leads").MapLeadWrites();
        writes.MapLeadBatch();
        writes.MapNoteWrites();
        api.MapGroup("").RequireScope(Scopes.Export).MapLeadsFile();
    }

    private static ProblemHttpResult NotFound(string? path) => Problems.Of(
        StatusCodes.Status404NotFound, "not-found", "It is not there", $"There is nothing at {Path}/{path}. Check the address and the method.");

    private static ProblemHttpResult Failed() => Problems.Of(
        StatusCodes.Status500InternalServerError, "failed", "LeadStudio failed", "The request failed because of a fault in LeadStudio, which is in its log. Try again later.");
}
