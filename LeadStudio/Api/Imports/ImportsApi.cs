using LeadStudio.Api.Document;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Hosting;

namespace LeadStudio.Api.Imports;

/// <summary>Imports of files.</summary>
internal static class ImportsApi
{
    private const int MostListed = 1_000;

    public static void MapImports(this IEndpointRouteBuilder imports)
    {
        imports.MapGet("", ListAsync)
            .Describe("listImports", "List imports", "Gives the imports, newest first.")
            .Answers<PageJson<ImportJson>>();
        imports.MapPost("", StartAsync)
            .Describe("startImport", "Import a file", "Takes a file of leads or companies, and imports it in the background. Without a mapping LeadStudio finds out what the columns mean.")
            .WithMetadata(new UploadRead())
            .Answers<ImportJson>(StatusCodes.Status202Accepted);
        imports.MapGet("/{id:long}", GetAsync)
            .Describe("getImport", "Read an import", "Tells how far an import is.")
            .Answers<ImportJson>();
        imports.MapGet("/{id:long}/rejects.csv", RejectsAsync)
            .Describe("exportRejects", "Export rejected rows", "Gives the rows that were refused as CSV, each with its reason.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv");
        imports.MapPost("/{id:long}/cancel", CancelAsync)
            .Describe("cancelImport", "Stop an import", "Stops an import. What was imported stays; undoImport takes it back.")
            .Answers<ImportJson>();
    }

    public static void MapImportUndo(this IEndpointRouteBuilder imports) =>
        imports.MapPost("/{id:long}/undo", UndoAsync)
            .Describe("undoImport", "Take an import back", "Has the rows of an import no longer count, in the background: leads that only it made go, other values fall back.")
            .Answers<ImportJson>();

    private static async Task<IResult> ListAsync(IImports imports, CancellationToken cancellationToken, int limit = 50, long? cursor = null)
    {
        if (limit is < 1 or > MostListed)
        {
            return Problems.Invalid("limit", $"Ask for 1 to {MostListed:N0} imports at a time; follow \"nextCursor\" for more.");
        }

        var jobs = await imports.ListAsync(cursor, limit + 1, cancellationToken);
        var page = jobs.Take(limit).ToList();
        return Results.Ok(new PageJson<ImportJson>([.. page.Select(ImportJson.Of)], jobs.Count > limit ? PlainText.Of(page[^1].Id) : null, null));
    }

    private static async Task<IResult> StartAsync(HttpContext http, IImports imports, ImportLimits limits)
    {
        var form = new ImportForm(imports, limits);
        if (await form.ReadAsync(http, Caller.Of(http)) is { } problem)
        {
            await DiscardAsync(imports, form.Job);
            return problem;
        }

        var mapping = form.Mapping;
        if (mapping is null)
        {
            var analysis = await imports.AnalyzeAsync(form.Job!.Id, cancellationToken: http.RequestAborted);
            if (!analysis.IsSuccess)
            {
                await DiscardAsync(imports, form.Job);
                return Problems.Invalid("file", analysis.Error.Message);
            }

            mapping = analysis.Value.Mapping;
        }

        var started = await imports.StartAsync(form.Job!.Id, mapping, http.RequestAborted);
        if (!started.IsSuccess)
        {
            await DiscardAsync(imports, form.Job);
            return Problems.Invalid("mapping", started.Error.Message);
        }

        return Results.Accepted($"{ApiEndpoints.Path}/imports/{started.Value.Id}", ImportJson.Of(started.Value));
    }

    private static async Task<IResult> GetAsync(long id, IImports imports, CancellationToken cancellationToken) =>
        Answer(await imports.GetAsync(id, cancellationToken));

    private static async Task<IResult> CancelAsync(long id, IImports imports, CancellationToken cancellationToken) =>
        Answer(await imports.CancelAsync(id, cancellationToken));

    private static async Task<IResult> UndoAsync(HttpContext http, long id, IImportUndo undo) =>
        Answer(await undo.StartAsync(id, Caller.Of(http), http.RequestAborted));

    private static async Task RejectsAsync(HttpContext http, long id, IImports imports)
    {
        var job = await imports.GetAsync(id, http.RequestAborted);
        if (!job.IsSuccess)
        {
            await Problems.Of(job.Error).ExecuteAsync(http);
            return;
        }

        await imports.RejectsCsvAsync(id, http.Response.BeginCsv(job.Value.RejectsFileName()), http.RequestAborted);
    }

    private static IResult Answer(Result<ImportJob> job) => job.IsSuccess ? Results.Ok(ImportJson.Of(job.Value)) : Problems.Of(job.Error);

    // What was refused leaves no file behind.
    private static Task DiscardAsync(IImports imports, ImportJob? job) => job is null ? Task.CompletedTask : imports.CancelAsync(job.Id, CancellationToken.None);
}
