using System.Globalization;
using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Audit;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Import.Csv;
using LeadStudio.Hosting;
using Microsoft.AspNetCore.WebUtilities;

namespace LeadStudio.Features.Access.Audit;

/// <summary>The audit trail as a file.</summary>
internal static class AuditEndpoints
{
    private const string Path = "/audit/export.csv";
    private const int RowsAtOnce = 1_000;

    /// <summary>Gives the address of the file of what the page shows.</summary>
    /// <param name="query">The search.</param>
    public static string AddressOf(AuditQuery query) =>
        QueryHelpers.AddQueryString(Path, new Dictionary<string, string?>(StringComparer.Ordinal) { ["q"] = query.Text, ["kind"] = query.Kind }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    public static void MapAudit(this IEndpointRouteBuilder app) => app.MapGet(Path, ExportAsync).RequireAuthorization(Scopes.Admin);

    private static async Task ExportAsync(HttpContext http, IAuditTrail trail, TimeProvider time, string q = "", string? kind = null)
    {
        var target = http.Response.BeginCsv($"Audit trail {time.GetUtcNow():yyyy-MM-dd}.csv");
        using var buffer = new MemoryStream(); // the writer is synchronous, and a web server's stream must not be
        var writer = new CsvWriter(buffer, CsvOwnFile.Dialect, guardFormulas: true);
        writer.Write(["At", "Kind of actor", "Actor", "Address", "Action", "Subject id", "Subject", "Before", "After"]);
        long? before = null;
        IReadOnlyList<AuditEntry> entries;
        do
        {
            entries = await trail.ListAsync(new AuditQuery(q, kind), before, RowsAtOnce, http.RequestAborted);
            foreach (var entry in entries)
            {
                writer.Write([
                    UtcMicroseconds.ToInstant(entry.At).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
                    entry.ActorKind.ToString(), entry.Actor, entry.Address, entry.Action, entry.SubjectId, entry.Subject, entry.Before, entry.After]);
                before = entry.Id;
            }

            await target.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), http.RequestAborted);
            buffer.SetLength(0);
        }
        while (entries.Count == RowsAtOnce);
    }
}
