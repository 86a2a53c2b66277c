using LeadStudio.Core.Access;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Privacy;
using LeadStudio.Hosting.Access;

namespace LeadStudio.Features.Leads.Detail;

/// <summary>What the lead page cannot fetch over its circuit.</summary>
internal static class PersonEndpoints
{
    public static void MapPersons(this IEndpointRouteBuilder app) => app.MapGet("/leads/{id:long}/export.json", ExportAsync).RequireAuthorization(Scopes.ReadLeads);

    // One person's data are small, so a person that is not there can still be answered with an error.
    private static async Task<IResult> ExportAsync(long id, HttpContext http, IErasure erasure, LeadSight sight, CancellationToken cancellationToken)
    {
        if (!await sight.SeesAsync(http.User, id, cancellationToken))
        {
            return Results.Problem(new LeadNotFound(id).Message, statusCode: StatusCodes.Status404NotFound);
        }

        using var document = new MemoryStream();
        var exported = await erasure.ExportAsync(id, document, cancellationToken);
        return exported.IsSuccess
            ? Results.File(document.ToArray(), "application/json", $"{exported.Value}.json")
            : Results.Problem(exported.Error.Message, statusCode: StatusCodes.Status404NotFound);
    }
}
