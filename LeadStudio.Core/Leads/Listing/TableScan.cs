using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Listing;

/// <summary>Reads through all leads, for what no index answers yet. SQLite uses one core for a query, so it is asked by ranges of ids.</summary>
internal sealed class TableScan(IDatabase database)
{
    private const int MostRanges = 4;

    /// <summary>Reads ids from every range.</summary>
    /// <param name="db">The context.</param>
    /// <param name="select">Writes the query for a range, given as a condition on <c>l.id</c>.</param>
    /// <param name="parameters">Its values.</param>
    /// <param name="cancellationToken">Stops the reads.</param>
    /// <returns>The ids, range after range, each range's in the order of its query.</returns>
    public async Task<List<long>> RunAsync(LeadStudioDbContext db, Func<string, string> select, SqlParameters parameters, CancellationToken cancellationToken)
    {
        var ranges = database.Kind == DatabaseKind.Sqlite ? Math.Clamp(Environment.ProcessorCount, 1, MostRanges) : 1;
        if (ranges == 1)
        {
            return await ReadAsync(db, select("1 = 1"), parameters, cancellationToken);
        }

        var last = await db.Sql("select max(id) from leads").NumberAsync(cancellationToken);
        var parts = await Task.WhenAll(Enumerable.Range(0, ranges).Select(range =>
        {
            var sql = select($"l.id > {last * range / ranges} and l.id <= {last * (range + 1) / ranges}");
            return Task.Run(() => database.ReadAsync(other => ReadAsync(other, sql, parameters, cancellationToken), cancellationToken), cancellationToken);
        }));
        return [.. parts.SelectMany(part => part)];
    }

    private static async Task<List<long>> ReadAsync(LeadStudioDbContext db, string sql, SqlParameters parameters, CancellationToken cancellationToken)
    {
        var ids = new List<long>();
        IdScan.Prepare(db);
        await IdScan.RunAsync(
            db,
            sql,
            parameters,
            id =>
            {
                ids.Add(id);
                return true;
            },
            cancellationToken);
        return ids;
    }
}
