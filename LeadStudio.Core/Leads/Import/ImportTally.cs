using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Import;

/// <summary>Keeps the books of an import, in the transaction that writes its rows.</summary>
internal static class ImportTally
{
    /// <summary>Locks the import: who stops it waits for this transaction, or is seen here.</summary>
    /// <returns>Whether it still runs.</returns>
    public static async Task<bool> HoldAsync(LeadStudioDbContext db, long import, CancellationToken cancellationToken) =>
        await db.Sql("update imports set rows = rows where id = @id and status = 'Running'", ("id", import)).RunAsync(cancellationToken) == 1;

    /// <summary>Adds what became of some rows, and keeps those that were refused.</summary>
    public static async Task AddAsync(LeadStudioDbContext db, long import, RowsDone done, List<ImportReject> rejects, CancellationToken cancellationToken)
    {
        await WriteRejectsAsync(db, rejects);
        await db.Sql(
            """
            update imports set rows = @rows, bytes = @bytes, created = created + @created, updated = updated + @updated,
                unchanged = unchanged + @unchanged, rejected = rejected + @rejected
            where id = @id
            """,
            ("rows", done.Rows),
            ("bytes", done.Bytes),
            ("created", done.Created),
            ("updated", done.Updated),
            ("unchanged", done.Unchanged),
            ("rejected", (long)rejects.Count),
            ("id", import)).RunAsync(cancellationToken);
    }

    private static async Task WriteRejectsAsync(LeadStudioDbContext db, List<ImportReject> rejects)
    {
        if (rejects.Count == 0)
        {
            return;
        }

        await using var rows = await BulkInsert.OpenAsync(db, "import_rejects", ["import_id", "line", "reason", "code", "cells"]);
        foreach (var reject in rejects)
        {
            rows.Write(reject.ImportId);
            rows.Write(reject.Line);
            rows.Write(reject.Reason);
            rows.Write(reject.Code);
            rows.Write(reject.Cells);
            rows.EndRow();
        }

        await rows.CompleteAsync();
    }
}

/// <summary>How far an import is, and what became of the rows that were written last.</summary>
/// <param name="Rows">The rows of the file that are done.</param>
/// <param name="Bytes">The bytes of the file that are done.</param>
/// <param name="Created">How many of the last rows made something.</param>
/// <param name="Updated">How many changed something.</param>
/// <param name="Unchanged">How many said nothing new.</param>
internal readonly record struct RowsDone(long Rows, long Bytes, long Created, long Updated, long Unchanged);
