using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Leads.Acts;

/// <summary>Finds which leads stand for which.</summary>
internal static class LeadMerges
{
    /// <summary>Finds the lead that stands for one; the lead itself where none does.</summary>
    public static async Task<long> StandsForAsync(LeadStudioDbContext db, long id, CancellationToken cancellationToken) =>
        await db.Sql(
            """
            with recursive chain(id, step) as (
              select cast(@id as bigint), 0 union all select m.into_id, chain.step + 1 from lead_merges m join chain on m.lead_id = chain.id)
            select id from chain order by step desc limit 1
            """,
            ("id", id)).NumberAsync(cancellationToken);

    /// <summary>Lists the merges by which a lead stands for others, for those they stood for, too.</summary>
    public static async Task<IReadOnlyList<LeadMerge>> IntoAsync(LeadStudioDbContext db, long id, CancellationToken cancellationToken)
    {
        var found = new List<LeadMerge>();
        for (List<long> wanted = [id]; wanted.Count > 0;)
        {
            var more = await db.Set<LeadMerge>().AsNoTracking().Where(merge => wanted.Contains(merge.IntoId)).ToListAsync(cancellationToken);
            found.AddRange(more);
            wanted = [.. more.Select(merge => merge.LeadId)];
        }

        return found;
    }

    /// <summary>Finds the leads that stand for those which had some e-mail addresses or ids.</summary>
    /// <param name="db">The context; its connection must be open.</param>
    /// <param name="kind">The database.</param>
    /// <param name="column">Which key, <c>email_key</c> or <c>external_key</c>.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>By key the lead, which may be in the trash itself.</returns>
    public static async Task<Dictionary<string, long>> FindAsync(
        LeadStudioDbContext db, DatabaseKind kind, string column, string[] keys, CancellationToken cancellationToken)
    {
        var rows = await db.Sql($"select {column}, lead_id from lead_merges where {column} {IdsSql.Among(kind)} order by act_id", ("ids", IdsSql.Value(kind, keys)))
            .ListAsync(reader => (Key: reader.GetString(0), Id: reader.GetInt64(1)), cancellationToken);
        var found = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (key, id) in rows)
        {
            found[key] = await StandsForAsync(db, id, cancellationToken);
        }

        return found;
    }

    /// <summary>Tells whether any lead stands for another: next to never, and then nothing need be looked up.</summary>
    public static async Task<bool> AnyAsync(LeadStudioDbContext db, CancellationToken cancellationToken) =>
        await db.Sql("select count(*) from (select 1 from lead_merges limit 1) m").NumberAsync(cancellationToken) > 0;
}
