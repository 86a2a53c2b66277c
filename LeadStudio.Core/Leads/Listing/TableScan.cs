using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Listing;

/// <summary>Reads through all leads, for what no index answers yet. SQLite uses one core for a query, so it is asked by ranges of ids.</summary>
internal sealed class TableScan(IDatabase database)
{
    private const int MostReaders = 4;

    // So that the readers end together although one core may be slower.
    private const int RangesPerReader = 3;

    // In KiB. Each page is read once: few of them, used again and again, stay in the processor's own cache.
    private const string SmallCache = "pragma cache_size = -500";

    /// <summary>Reads ids from every range.</summary>
    /// <param name="db">The context.</param>
    /// <param name="select">Writes the query for a range, given as a condition on <c>l.id</c>.</param>
    /// <param name="parameters">Its values.</param>
    /// <param name="cancellationToken">Stops the reads.</param>
    /// <returns>The ids, range after range, each range's in the order of its query.</returns>
    public async Task<List<long>> RunAsync(LeadStudioDbContext db, Func<string, string> select, SqlParameters parameters, CancellationToken cancellationToken)
    {
        var readers = database.Kind == DatabaseKind.Sqlite ? Math.Clamp(Environment.ProcessorCount, 1, MostReaders) : 1;
        if (readers == 1)
        {
            return await ReadAsync(db, select("1 = 1"), parameters, cancellationToken);
        }

        var last = await db.Sql("select max(id) from leads").NumberAsync(cancellationToken);
        var parts = new List<long>[readers * RangesPerReader];
        var options = new ParallelOptions { MaxDegreeOfParallelism = readers, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, parts.Length, options, async (range, stop) =>
        {
            var sql = select($"l.id > {last * range / parts.Length} and l.id <= {last * (range + 1) / parts.Length}");
            parts[range] = await database.ReadAsync(other => ReadOnceAsync(other, sql, parameters, stop), stop);
        });
        return [.. parts.SelectMany(part => part)];
    }

    private static async Task<List<long>> ReadOnceAsync(LeadStudioDbContext db, string sql, SqlParameters parameters, CancellationToken cancellationToken)
    {
        await db.Sql(SmallCache).RunAsync(cancellationToken);
        return await ReadAsync(db, sql, parameters, cancellationToken);
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
