using LeadStudio.Core.Access;
using LeadStudio.Core.Persistence.Backups;

namespace LeadStudio.Features.Operations;

/// <summary>What the page cannot fetch over its circuit: files of any size.</summary>
internal static class BackupEndpoints
{
    public static void MapBackups(this IEndpointRouteBuilder app) => app.MapGet("/operations/backups/{name}", Download).RequireAuthorization(Scopes.Admin);

    // The name is looked up among the backups, so it leads nowhere else.
    private static IResult Download(string name, IBackups backups) =>
        backups.List().FirstOrDefault(backup => backup.Name == name) is { } backup && backups.Folder is { } folder
            ? Results.File(Path.Combine(folder, backup.Name), "application/vnd.sqlite3", backup.Name)
            : Results.Problem(new BackupNotFound(name).Message, statusCode: StatusCodes.Status404NotFound);
}
