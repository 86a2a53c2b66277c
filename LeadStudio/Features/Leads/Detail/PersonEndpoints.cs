using LeadStudio.Core.Access;
using LeadStudio.Core.Leads.Privacy;

namespace LeadStudio.Features.Leads.Detail;

/// <summary>What the lead page cannot fetch over its circuit.</summary>
internal static class PersonEndpoints
{
    public static void MapPersons(this IEndpointRouteBuilder app) => app.MapGet("/leads/{id:long}/export.json", ExportAsync).RequireAuthorization(Scopes.ReadLeads);

    // One person's data are small, so a person that is not there can still be answered with an error.
    private static async Task<IResult> ExportAsync(long id, IErasure erasure, CancellationToken cancellationToken)
    {
        using var document = new MemoryStream();
        var exported = await erasure.ExportAsync(id, document, cancellationToken);
        return exported.IsSuccess
            ? Results.File(document.ToArray(), "application/json", $"{exported.Value}.json")
            : Results.Problem(exported.Error.Message, statusCode: StatusCodes.Status404NotFound);
    }
}
