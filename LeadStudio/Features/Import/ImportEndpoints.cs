using LeadStudio.Core.Access;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Hosting;
using LeadStudio.Hosting.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace LeadStudio.Features.Import;

/// <summary>What the page cannot send or fetch over its circuit: files of any size.</summary>
internal static class ImportEndpoints
{
    public static void MapImport(this IEndpointRouteBuilder app)
    {
        app.MapPost("/import/upload", UploadAsync).RequireAuthorization(Scopes.Import);
        app.MapGet("/import/{id:long}/rejects.csv", RejectsAsync).RequireAuthorization(Scopes.Import);
    }

    // The body is the file itself: it goes to the disk as it comes, and is never held in memory.
    private static async Task<IResult> UploadAsync(HttpContext http, string name, IImports imports, IAntiforgery antiforgery, ImportLimits limits)
    {
        try
        {
            await antiforgery.ValidateRequestAsync(http);
        }
        catch (AntiforgeryValidationException)
        {
            return Problem(StatusCodes.Status400BadRequest, "This page is too old to upload from. Reload it and choose the file again.");
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limits.MaximumBytes + 1; // one more, so that the sentence about the size is ours
        }

        if (http.Request.ContentLength > limits.MaximumBytes)
        {
            return Problem(StatusCodes.Status413PayloadTooLarge, new FileTooLarge(limits.MaximumBytes).Message);
        }

        var result = await imports.UploadAsync(http.Request.Body, name, http.User.ToActor(), http.RequestAborted);
        return result.IsSuccess
            ? Results.Json(new { id = result.Value.Id })
            : Problem(StatusCodes.Status400BadRequest, result.Error.Message);
    }

    private static async Task RejectsAsync(HttpContext http, long id, IImports imports)
    {
        var job = await imports.GetAsync(id, http.RequestAborted);
        if (!job.IsSuccess)
        {
            await Problem(StatusCodes.Status404NotFound, job.Error.Message).ExecuteAsync(http);
            return;
        }

        await imports.RejectsCsvAsync(id, http.Response.BeginCsv(job.Value.RejectsFileName()), http.RequestAborted);
    }

    private static IResult Problem(int status, string detail) => Results.Problem(detail, statusCode: status);
}
