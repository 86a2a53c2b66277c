using LeadStudio.Core.Conditions;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Listing;

/// <summary>Finds which leads stand at some place of a list.</summary>
/// <remarks>
/// The ways, the cheapest first: try the next few thousand leads in the list's order one by one, which suffices wherever one in a hundred
/// matches; else find all that match (<see cref="MatchSets"/>) and sort them where they are few, or walk through the index of the order
/// and look each lead up in the set. Where the order has no index yet, the best of all leads are picked by reading all.
/// </remarks>
internal sealed class RowFinder(MatchSets sets, ListIndexes indexes, TableScan tables, ListLimits limits)
{
    // The rate in a sample may be better than in what follows.
    private const double RateMargin = 0.7;

    /// <summary>Finds the leads behind a place, or before it.</summary>
    /// <param name="db">The context.</param>
    /// <param name="view">The list.</param>
    /// <param name="from">The place; null for the beginning or the end.</param>
    /// <param name="isBackward">Whether to look before it.</param>
    /// <param name="count">The most leads to find.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The leads, the nearest first.</returns>
    public async Task<List<long>> NextAsync(
        LeadStudioDbContext db, ListView view, LeadCursor? from, bool isBackward, int count, CancellationToken cancellationToken)
    {
        var missing = await indexes.MissingAsync(db, [view.SortIndex], cancellationToken);
        var isIndexed = missing.Count == 0;
        var hasOrder = isIndexed || !view.Order.IsWider;
        if (hasOrder && (view.Words.Length == 0 || WordTest.CanTell(view)))
        {
            // Asks for the indexes of the filter too, for when they are needed.
            await indexes.MissingAsync(db, view.FilterIndexes, cancellationToken);
            if (await TryAsync(db, view, from, isBackward, isIndexed, count, cancellationToken) is { } enough)
            {
                return enough;
            }
        }
        else if (!view.IsRestricted && await PickAsync(db, view, from, isBackward, count, cancellationToken) is { } picked)
        {
            return picked;
        }

        var set = await sets.FindAsync(db, view, view.Order.IsWider ? MatchDetail.Rough : MatchDetail.Filtered, cancellationToken);
        if (set.Count <= limits.FewMatches)
        {
            set = await MatchSets.TestAsync(db, view, view.Filter, set.List(), cancellationToken);
            return await WalkAsync(db, view, from, isBackward, skip: 0, count, set, [.. set.List()], cancellationToken);
        }

        if (!hasOrder)
        {
            if (view.Words.Length == 0 && await PickAsync(db, view, from, isBackward, count, cancellationToken) is { } picked)
            {
                return picked;
            }

            await indexes.WaitAsync(missing, cancellationToken);
        }

        if (!view.Order.IsWider)
        {
            return await WalkAsync(db, view, from, isBackward, skip: 0, count, set, among: null, cancellationToken, isIndexed);
        }

        // Most of them are in the list, so a few more than needed suffice; else all are looked up.
        var most = 4 * count;
        var candidates = await WalkAsync(db, view, from, isBackward, skip: 0, most, set, among: null, cancellationToken);
        var inList = await MatchSets.TestAsync(db, view, view.Filter, candidates, cancellationToken);
        var found = candidates.Where(inList.Contains).Take(count).ToList();
        return found.Count == count || candidates.Count < most
            ? found
            : await WalkAsync(
                db, view, from, isBackward, skip: 0, count, await sets.FindAsync(db, view, MatchDetail.Exact, cancellationToken), among: null, cancellationToken);
    }

    /// <summary>Finds the leads from a row on.</summary>
    /// <param name="db">The context.</param>
    /// <param name="view">The list.</param>
    /// <param name="rowIndex">How many leads to pass over.</param>
    /// <param name="count">The most leads to find.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The leads, and how many the list has.</returns>
    public async Task<(List<long> Ids, long Total)> AtAsync(LeadStudioDbContext db, ListView view, long rowIndex, int count, CancellationToken cancellationToken)
    {
        await indexes.WaitAsync(await indexes.MissingAsync(db, [view.SortIndex, .. view.FilterIndexes], cancellationToken), cancellationToken);
        var set = view.IsRestricted || view.Order.IsWider ? await sets.FindAsync(db, view, MatchDetail.Exact, cancellationToken) : null;
        var total = set?.Count ?? await CountScopeAsync(db, view.Scope, cancellationToken);
        if (rowIndex >= total)
        {
            return ([], total);
        }

        // From the end where that is nearer.
        var wanted = (int)Math.Min(count, total - rowIndex);
        var isBackward = rowIndex > total / 2;
        var skip = isBackward ? total - rowIndex - wanted : rowIndex;
        var among = set is not null && total <= limits.FewMatches ? set.List().ToList() : null;
        var ids = await WalkAsync(db, view, from: null, isBackward, skip, wanted, set, among, cancellationToken);
        if (isBackward)
        {
            ids.Reverse();
        }

        return (ids, total);
    }

    /// <summary>Finds all leads.</summary>
    /// <param name="db">The context.</param>
    /// <param name="view">The list.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The leads in the list's order, each once.</returns>
    public async Task<List<long>> AllAsync(LeadStudioDbContext db, ListView view, CancellationToken cancellationToken)
    {
        await indexes.WaitAsync(await indexes.MissingAsync(db, [view.SortIndex, .. view.FilterIndexes], cancellationToken), cancellationToken);
        var set = await sets.FindAsync(db, view, MatchDetail.Exact, cancellationToken);
        var count = (int)set.Count;
        var ids = await WalkAsync(db, view, from: null, isBackward: false, skip: 0, count, set, count <= limits.FewMatches ? [.. set.List()] : null, cancellationToken);

        // The order is walked in stretches, and a lead may have gone from one to another meanwhile.
        var seen = new IdSet();
        ids.RemoveAll(id =>
        {
            var isAgain = seen.Contains(id);
            seen.Add(id);
            return isAgain;
        });
        return ids;
    }

    /// <summary>Counts the leads before one of them.</summary>
    /// <param name="db">The context.</param>
    /// <param name="view">The list.</param>
    /// <param name="id">The lead.</param>
    /// <param name="cancellationToken">Stops the count.</param>
    /// <returns>The number, or null where the list does not have the lead.</returns>
    public async Task<long?> IndexOfAsync(LeadStudioDbContext db, ListView view, long id, CancellationToken cancellationToken)
    {
        await indexes.WaitAsync(await indexes.MissingAsync(db, [view.SortIndex, .. view.FilterIndexes], cancellationToken), cancellationToken);
        var set = await sets.FindAsync(db, view, MatchDetail.Exact, cancellationToken);
        var before = 0L;
        foreach (var (sql, parameters) in set.Contains(id) ? view.Order.Walk(from: null, isBackward: false) : [])
        {
            bool Visit(long other)
            {
                before += other != id && set.Contains(other) ? 1 : 0;
                return other != id;
            }

            if (!await IdScan.RunAsync(db, sql, parameters, Visit, cancellationToken))
            {
                return before;
            }
        }

        return null;
    }

    /// <summary>Counts the leads in question, whatever the filter.</summary>
    /// <param name="db">The context.</param>
    /// <param name="scope">Which are.</param>
    /// <param name="cancellationToken">Stops the count.</param>
    /// <returns>The number.</returns>
    public static Task<long> CountScopeAsync(LeadStudioDbContext db, LeadScope scope, CancellationToken cancellationToken) =>
        db.Sql($"select count(*) from lead_standings{(scope == LeadScope.Open ? " where is_open = 1" : "")}").NumberAsync(cancellationToken);

    private async Task<List<long>?> TryAsync(
        LeadStudioDbContext db, ListView view, LeadCursor? from, bool isBackward, bool isIndexed, int count, CancellationToken cancellationToken)
    {
        if (!view.IsRestricted && !view.Order.IsWider)
        {
            return await WalkAsync(db, view, from, isBackward, skip: 0, count, set: null, among: null, cancellationToken, isIndexed);
        }

        var next = await WalkAsync(db, view, from, isBackward, skip: 0, limits.LeadsTriedAtMost, set: null, among: null, cancellationToken, isIndexed);
        var found = new List<long>(count);
        var size = 2 * count;
        for (var tried = 0; tried < next.Count; size *= 2)
        {
            var some = next.GetRange(tried, Math.Min(size, next.Count - tried));
            var matching = await MatchSets.TestAsync(db, view, view.Filter, some, cancellationToken);
            if (view.Words.Length > 0 && matching.Count > 0)
            {
                if (await WordTest.RunAsync(db, view, matching.List(), cancellationToken) is not { } worded)
                {
                    return null;
                }

                matching = worded;
            }

            found.AddRange(some.Where(matching.Contains).Take(count - found.Count));
            tried += some.Count;
            if (found.Count == count)
            {
                return found;
            }

            // At this rate, would enough surely be found before the most is tried?
            if (tried >= limits.LeadsTried && found.Count * RateMargin * limits.LeadsTriedAtMost < (double)count * tried)
            {
                return tried == next.Count && next.Count < limits.LeadsTriedAtMost ? found : null;
            }
        }

        return next.Count < limits.LeadsTriedAtMost ? found : null;
    }

    private static async Task<List<long>> WalkAsync(
        LeadStudioDbContext db,
        ListView view,
        LeadCursor? from,
        bool isBackward,
        long skip,
        int count,
        IdSet? set,
        IReadOnlyCollection<long>? among,
        CancellationToken cancellationToken,
        bool isIndexed = true)
    {
        var found = new List<long>(count);
        foreach (var (sql, parameters) in view.Order.Walk(from, isBackward, among, isIndexed))
        {
            bool Visit(long id)
            {
                if ((set is null || set.Contains(id)) && --skip < 0)
                {
                    found.Add(id);
                }

                return found.Count < count;
            }

            // Without a set the database passes rows over by itself, which is quicker. Only the first stretch is then ever walked that far.
            var isPassed = set is null && skip > 0;
            var limit = set is null ? $" limit {count - found.Count}{(isPassed ? $" offset {skip}" : "")}" : "";
            skip = isPassed ? 0 : skip;
            if (count == 0 || !await IdScan.RunAsync(db, sql + limit, parameters, Visit, cancellationToken))
            {
                break;
            }
        }

        return found;
    }

    // Picks the best of all leads by reading all, in ranges; some more than needed, as not all are in scope.
    private async Task<List<long>?> PickAsync(
        LeadStudioDbContext db, ListView view, LeadCursor? from, bool isBackward, int count, CancellationToken cancellationToken)
    {
        if (view.Filter?.Fields().Any(key => view.Columns.Find(key) is { Table: ListTable.Standings }) == true)
        {
            return null;
        }

        var most = 4 * count;
        var best = new List<long>();
        foreach (var (sql, parameters) in view.Order.Walk(from, isBackward))
        {
            if (best.Count < most)
            {
                var where = view.Filter is null ? "" : $" and {view.Sql.Write(view.Filter, parameters)}";
                string Select(string range) => sql.Replace(" order by ", $" and {range}{where} order by ", StringComparison.Ordinal) + $" limit {most - best.Count}";
                best.AddRange(await tables.RunAsync(db, Select, parameters, cancellationToken));
            }
        }

        // Each range gave its best in order; one more sort of these few gives the best of all.
        var candidates = await WalkAsync(db, view, from, isBackward, skip: 0, most, set: null, best, cancellationToken);
        var inScope = await MatchSets.TestAsync(db, view, condition: null, candidates, cancellationToken);
        var found = candidates.Where(inScope.Contains).Take(count).ToList();
        return found.Count == count || candidates.Count < most ? found : null;
    }
}
