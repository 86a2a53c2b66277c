using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Listing;

internal sealed class LeadList(
    IDatabase database, IFieldCatalog fields, ListIndexes indexes, MatchSets sets, RowFinder finder, TimeProvider time) : ILeadList
{
    private const int MostRows = 1_000;
    private const int SampleSize = 2_000;

    public Task<LeadPage> PageAsync(
        LeadQuery query, LeadCursor? after, int count, IReadOnlyList<Field> columns, CancellationToken cancellationToken = default) =>
        PageAsync(query, after, isBackward: false, count, columns, cancellationToken);

    public Task<LeadPage> PageBeforeAsync(
        LeadQuery query, LeadCursor? before, int count, IReadOnlyList<Field> columns, CancellationToken cancellationToken = default) =>
        PageAsync(query, before, isBackward: true, count, columns, cancellationToken);

    public Task<LeadPage> AtAsync(
        LeadQuery query, long rowIndex, int count, IReadOnlyList<Field> columns, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rowIndex);
        CheckCount(count);
        return ReadAsync(
            query,
            async (db, view) =>
            {
                var (ids, total) = await finder.AtAsync(db, view, rowIndex, count, cancellationToken);
                var rows = await RowReader.ReadAsync(db, view, ids, columns, cancellationToken);
                return new LeadPage(rows, rowIndex + ids.Count < total);
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<long>> IdsAsync(LeadQuery query, CancellationToken cancellationToken = default) =>
        ReadAsync<IReadOnlyList<long>>(query, async (db, view) => await finder.AllAsync(db, view, cancellationToken), cancellationToken);

    public Task<LeadCount> CountAsync(LeadQuery query, bool mayEstimate = true, CancellationToken cancellationToken = default) =>
        ReadAsync(query, (db, view) => CountAsync(db, view, mayEstimate, cancellationToken), cancellationToken);

    public async Task<IReadOnlyList<LeadCount>> CountAsync(
        IReadOnlyList<LeadQuery> queries, bool mayEstimate = true, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(queries);
        var catalog = await fields.GetAsync(cancellationToken);
        var now = UtcMicroseconds.From(time.GetUtcNow());
        return await database.ReadAsync(
            async db =>
            {
                IdScan.Prepare(db);

                // One transaction sees one state.
                await db.Sql(database.Kind == DatabaseKind.Sqlite ? "begin" : "begin isolation level repeatable read").RunAsync(cancellationToken);
                try
                {
                    var known = new Dictionary<LeadQuery, LeadCount>();
                    foreach (var query in queries.Select(InAnyOrder).Distinct())
                    {
                        known[query] = await CountAsync(db, new ListView(query, catalog, new SqlDialect(database.Kind), now), mayEstimate, cancellationToken);
                    }

                    return queries.Select(query => known[InAnyOrder(query)]).ToList();
                }
                finally
                {
                    await db.Sql("rollback").RunAsync(CancellationToken.None);
                }
            },
            cancellationToken);
    }

    public Task<long?> IndexOfAsync(LeadQuery query, long leadId, CancellationToken cancellationToken = default) =>
        ReadAsync(query, (db, view) => finder.IndexOfAsync(db, view, leadId, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<LeadListRow>> RowsAsync(
        LeadQuery query, IReadOnlyList<long> ids, IReadOnlyList<Field> columns, CancellationToken cancellationToken = default) =>
        ReadAsync(query, (db, view) => RowReader.ReadAsync(db, view, ids, columns, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<long>> MatchAsync(LeadQuery query, IReadOnlyList<long> ids, CancellationToken cancellationToken = default) =>
        ReadAsync<IReadOnlyList<long>>(
            query,
            async (db, view) =>
            {
                var matching = view.Words.Length == 0
                    ? await MatchSets.TestAsync(db, view, view.Filter, ids, cancellationToken)
                    : await sets.FindAsync(db, view, MatchDetail.Exact, cancellationToken);
                return [.. ids.Where(matching.Contains)];
            },
            cancellationToken);

    public Task PrepareAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken = default) =>
        ReadAsync(
            new LeadQuery(),
            (db, view) => indexes.MissingAsync(
                db,
                keys.Select(view.Columns.Find).OfType<ListColumn>().Select(column => ListIndex.ForSort(column, LeadScope.Open, view.Dialect)),
                cancellationToken),
            cancellationToken);

    private static void CheckCount(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostRows);
    }

    private Task<LeadPage> PageAsync(
        LeadQuery query, LeadCursor? from, bool isBackward, int count, IReadOnlyList<Field> columns, CancellationToken cancellationToken)
    {
        CheckCount(count);
        return ReadAsync(
            query,
            async (db, view) =>
            {
                var ids = await finder.NextAsync(db, view, from, isBackward, count + 1, cancellationToken);
                var hasMore = ids.Count > count;
                ids = hasMore ? ids.GetRange(0, count) : ids;
                if (isBackward)
                {
                    ids.Reverse();
                }

                return new LeadPage(await RowReader.ReadAsync(db, view, ids, columns, cancellationToken), hasMore);
            },
            cancellationToken);
    }

    private static LeadQuery InAnyOrder(LeadQuery query) => new() { Filter = query.Filter, Zone = query.Zone, Search = query.Search, Scope = query.Scope };

    private async Task<LeadCount> CountAsync(LeadStudioDbContext db, ListView view, bool mayEstimate, CancellationToken cancellationToken)
    {
        if (!view.IsRestricted)
        {
            return new LeadCount(await RowFinder.CountScopeAsync(db, view.Scope, cancellationToken), IsExact: true);
        }

        return mayEstimate && view.Words.Length == 0 && (await indexes.MissingAsync(db, view.FilterIndexes, cancellationToken)).Count > 0
            ? await EstimateAsync(db, view, cancellationToken)
            : new LeadCount((await sets.FindAsync(db, view, MatchDetail.Exact, cancellationToken)).Count, IsExact: true);
    }

    private async Task<T> ReadAsync<T>(LeadQuery query, Func<LeadStudioDbContext, ListView, Task<T>> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var catalog = await fields.GetAsync(cancellationToken);
        var view = new ListView(query, catalog, new SqlDialect(database.Kind), UtcMicroseconds.From(time.GetUtcNow()));
        return await database.ReadAsync(
            db =>
            {
                IdScan.Prepare(db);
                return read(db, view);
            },
            cancellationToken);
    }

    private static async Task<LeadCount> EstimateAsync(LeadStudioDbContext db, ListView view, CancellationToken cancellationToken)
    {
        var total = await RowFinder.CountScopeAsync(db, view.Scope, cancellationToken);
        var last = await db.Sql("select max(id) from leads").NumberAsync(cancellationToken);
        var sample = Enumerable.Range(0, SampleSize).Select(index => 1 + (last * index / SampleSize)).Distinct();
        var inScope = await MatchSets.TestAsync(db, view, condition: null, sample, cancellationToken);
        var matching = await MatchSets.TestAsync(db, view, view.Filter, inScope.List(), cancellationToken);
        return new LeadCount(inScope.Count == 0 ? 0 : total * matching.Count / inScope.Count, IsExact: false);
    }
}
