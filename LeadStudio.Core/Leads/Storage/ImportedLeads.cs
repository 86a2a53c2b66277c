using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>Finds the leads of which an import speaks, and whether anybody else does.</summary>
internal sealed class ImportedLeads(IDatabase database, IEnumerable<ILeadTouches> touches)
{
    /// <summary>How many ids are looked through at once.</summary>
    public const int Window = 20_000;

    /// <summary>Counts what taking an import back would do.</summary>
    public async Task<UndoCounts> CountAsync(long import, CancellationToken cancellationToken)
    {
        var (removed, kept) = (0L, 0L);
        var last = await LastAsync(cancellationToken);
        for (var from = 1L; from <= last; from += Window)
        {
            var (first, end) = (from, from + Window - 1);
            var found = await database.ReadAsync(db => ReadAsync(db, import, first, end, cancellationToken), cancellationToken);
            removed += found.Count(lead => lead.IsOnlyHere);
            kept += found.Count(lead => !lead.IsOnlyHere);
        }

        return new(removed, kept);
    }

    /// <summary>Gets the greatest id of a lead; 0 where there is none.</summary>
    public Task<long> LastAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(db => db.Sql("select coalesce(max(id), 0) from leads").NumberAsync(cancellationToken), cancellationToken);

    /// <summary>Finds those in a range of ids, in order.</summary>
    public async Task<List<ImportedLead>> ReadAsync(LeadStudioDbContext db, long import, long from, long to, CancellationToken cancellationToken)
    {
        var found = await db.Sql(
            """
            select lead_id, max(case when status <> 2 and (import_id is null or import_id <> @import) then 1 else 0 end)
            from observations where lead_id between @from and @to
            group by lead_id having max(case when status <> 2 and import_id = @import then 1 else 0 end) = 1
            order by lead_id
            """,
            ("import", import),
            ("from", from),
            ("to", to)).ListAsync(reader => new ImportedLead(reader.GetInt64(0), reader.GetInt32(1) == 0), cancellationToken);
        if (found.Count == 0)
        {
            return found;
        }

        HashSet<long> touched = [];
        foreach (var slice in touches)
        {
            touched.UnionWith(await slice.AmongAsync(db, from, to, cancellationToken));
        }

        return touched.Count == 0 ? found : found.ConvertAll(lead => touched.Contains(lead.Id) ? lead with { IsOnlyHere = false } : lead);
    }
}

/// <summary>A lead of which an import speaks.</summary>
/// <param name="Id">The lead.</param>
/// <param name="IsOnlyHere">Whether nobody else said or did anything about it.</param>
internal readonly record struct ImportedLead(long Id, bool IsOnlyHere);
