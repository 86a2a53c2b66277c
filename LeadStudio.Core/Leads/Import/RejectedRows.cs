using System.Text.Json;
using LeadStudio.Core.Leads.Import.Csv;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Leads.Import;

/// <summary>Reads the rows that an import refused.</summary>
internal static class RejectedRows
{
    /// <summary>The column that says why a row was refused.</summary>
    public const string ReasonColumn = "reason";

    public static async Task<IReadOnlyList<RejectReason>> ReasonsAsync(LeadStudioDbContext db, long id, CancellationToken cancellationToken)
    {
        var counts = await db.Set<ImportReject>()
            .Where(reject => reject.ImportId == id)
            .GroupBy(reject => reject.Code)
            .Select(group => new { Code = group.Key, Count = group.LongCount(), Line = group.Min(reject => reject.Line) })
            .ToListAsync(cancellationToken);
        var lines = counts.Select(count => count.Line).ToList();
        var examples = await db.Set<ImportReject>()
            .Where(reject => reject.ImportId == id && lines.Contains(reject.Line))
            .ToDictionaryAsync(reject => reject.Line, reject => reject.Reason, cancellationToken);
        return [.. counts.OrderByDescending(count => count.Count).Select(count => new RejectReason(count.Code, count.Count, examples[count.Line], count.Line))];
    }

    /// <summary>Writes the rows as they were, with the reason behind the last column; a reason of an earlier import is replaced.</summary>
    public static async Task<long> WriteAsync(LeadStudioDbContext db, ImportJob job, Stream target, CancellationToken cancellationToken)
    {
        var headers = job.ReadMapping().Columns.Select(column => column.Name).ToList();
        var columns = IsReason(headers) ? headers.Count - 1 : headers.Count;
        var dialect = job.ReadDialect() is var own && own.Separator == CsvDialect.None ? own with { Separator = ',' } : own;

        // The writer is synchronous, and a web server's stream must not be.
        using var buffer = new MemoryStream();
        var writer = new CsvWriter(buffer, dialect with { Quote = dialect.Quote == CsvDialect.None ? '"' : dialect.Quote });
        writer.Write([.. headers[..columns], ReasonColumn]);
        long count = 0;
        await foreach (var reject in db.Set<ImportReject>().Where(row => row.ImportId == job.Id).OrderBy(row => row.Line)
            .AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var cells = JsonSerializer.Deserialize<List<string>>(reject.Cells) ?? [];
            while (cells.Count < headers.Count)
            {
                cells.Add("");
            }

            // Cells beyond the last column stay behind the reason, so that the row is as damaged as it was.
            var reason = $"Line {reject.Line}: {reject.Reason}";
            if (columns < headers.Count)
            {
                cells[columns] = reason;
            }
            else
            {
                cells.Insert(columns, reason);
            }

            writer.Write([.. cells]);
            count++;
            await HandOverAsync(buffer, target, cancellationToken);
        }

        await HandOverAsync(buffer, target, cancellationToken);
        return count;
    }

    /// <summary>Tells whether the last column is the one that <see cref="WriteAsync"/> adds.</summary>
    public static bool IsReason(IReadOnlyList<string> headers) =>
        headers.Count > 1 && headers[^1].Equals(ReasonColumn, StringComparison.OrdinalIgnoreCase);

    private static async Task HandOverAsync(MemoryStream buffer, Stream target, CancellationToken cancellationToken)
    {
        if (buffer.Length > 0)
        {
            await target.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancellationToken);
            buffer.SetLength(0);
        }
    }
}
