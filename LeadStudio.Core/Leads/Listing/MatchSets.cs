using LeadStudio.Core.Conditions;
using LeadStudio.Core.Persistence;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LeadStudio.Core.Leads.Listing;

/// <summary>Finds all leads that a list is about, from indexes alone: each predicate gives a set, and sets are quick to combine.</summary>
/// <remarks>A walk through an index of a million leads takes 0.1 s, reading the leads behind it ten times as long.</remarks>
internal sealed class MatchSets(SetCache cache, ListIndexes indexes, TableScan tables, ListLimits limits)
{
    /// <summary>Finds the leads of a list.</summary>
    /// <param name="db">The context.</param>
    /// <param name="view">The list.</param>
    /// <param name="detail">How much to leave out of those that the list does not have.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The leads; unless exact also some that the list does not have, and ids of no lead.</returns>
    public async Task<IdSet> FindAsync(LeadStudioDbContext db, ListView view, MatchDetail detail, CancellationToken cancellationToken)
    {
        var found = detail == MatchDetail.Exact
            ? await ScopeAsync(db, view, cancellationToken)
            : IdSet.UpTo(await db.Sql("select max(id) from leads").NumberAsync(cancellationToken));
        found = view.Words.Length == 0 ? found : await SearchAsync(db, view, found, cancellationToken);
        var missing = await indexes.MissingAsync(db, view.FilterIndexes, cancellationToken);
        return await NarrowAsync(db, view, view.Parts, found, missing, detail == MatchDetail.Rough, cancellationToken);
    }

    /// <summary>Says which of some leads meet a condition and are in the list's scope, by reading them.</summary>
    /// <param name="db">The context.</param>
    /// <param name="view">The list.</param>
    /// <param name="condition">The condition; null for none.</param>
    /// <param name="ids">The leads.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>Those that do.</returns>
    public static async Task<IdSet> TestAsync(
        LeadStudioDbContext db, ListView view, Condition? condition, IEnumerable<long> ids, CancellationToken cancellationToken)
    {
        var parameters = new SqlParameters();
        var among = view.Dialect.Ids(parameters, ids);
        var where = view.WriteRow(condition, parameters);
        return await ReadAsync(
            db,
            $"select l.id from {among} cross join leads l cross join lead_standings s where l.id = j.value and s.lead_id = l.id and {where}",
            parameters,
            cancellationToken);
    }

    private async Task<IdSet> NarrowAsync(
        LeadStudioDbContext db,
        ListView view,
        IEnumerable<Condition> conditions,
        IdSet among,
        IReadOnlySet<string> missing,
        bool isRough,
        CancellationToken cancellationToken)
    {
        // The most selective first: afterwards there are few leads to read for the rest.
        var ranked = new List<(long Rank, Condition Condition)>();
        foreach (var condition in conditions)
        {
            ranked.Add((await RankAsync(db, view, condition, missing, cancellationToken), condition));
        }

        var rest = ranked.OrderBy(item => item.Rank).Select(item => item.Condition).ToList();
        for (; rest.Count > 0; rest.RemoveAt(0))
        {
            if (among.Count <= limits.FewMatches)
            {
                return among.Count == 0 ? among : await TestAsync(db, view, new AllCondition([.. rest]), among.List(), cancellationToken);
            }

            if (NeedsTable(view, rest[0], missing))
            {
                return among.And(await ScanAsync(db, view, new AllCondition([.. rest]), missing, cancellationToken));
            }

            if (!IsOfStandings(view, rest[0]) || among.Count > limits.MostCounted)
            {
                among = await EvaluateAsync(db, view, rest[0], among, missing, cancellationToken);
            }
            else if (!isRough)
            {
                among = await TestStandingsAsync(db, view, rest[0], among, cancellationToken);
            }
        }

        return among;
    }

    // Standings are narrow: looking one up takes a fifth of the time that a lead takes.
    private static Task<IdSet> TestStandingsAsync(LeadStudioDbContext db, ListView view, Condition condition, IdSet among, CancellationToken cancellationToken)
    {
        var parameters = new SqlParameters();
        var ids = view.Dialect.Ids(parameters, among.List());
        var where = view.Sql.Write(condition, parameters);
        return ReadAsync(db, $"select s.lead_id from {ids} cross join lead_standings s where s.lead_id = j.value and {where}", parameters, cancellationToken);
    }

    private async Task<IdSet> EvaluateAsync(
        LeadStudioDbContext db, ListView view, Condition condition, IdSet among, IReadOnlySet<string> missing, CancellationToken cancellationToken)
    {
        switch (condition)
        {
            case AllCondition all:
                return await NarrowAsync(db, view, all.Items, among, missing, isRough: false, cancellationToken);
            case NotCondition not:
                return among.Without(await EvaluateAsync(db, view, not.Item, among, missing, cancellationToken));
            case AnyCondition any:
                var either = new IdSet();
                foreach (var item in any.Items)
                {
                    either = either.Or(await EvaluateAsync(db, view, item, among, missing, cancellationToken));
                }

                return either;
            default:
                return among.And(await ScanAsync(db, view, condition, missing, cancellationToken));
        }
    }

    private Task<IdSet> ScanAsync(LeadStudioDbContext db, ListView view, Condition condition, IReadOnlySet<string> missing, CancellationToken cancellationToken) =>
        cache.GetAsync(
            (view.Catalog.Version, condition),
            async () =>
            {
                var parameters = new SqlParameters();
                var where = view.Sql.Write(condition, parameters);
                if (!NeedsTable(view, condition, missing))
                {
                    // The index by score begins with "is open".
                    return IsOfStandings(view, condition)
                        ? await ReadAsync(db, $"select s.lead_id from lead_standings s where s.is_open in (0, 1) and {where}", parameters, cancellationToken)
                        : await ReadByValueAsync(db, view, condition, cancellationToken)
                            ?? await ReadAsync(db, $"select l.id from leads l where {where}", parameters, cancellationToken);
                }

                // "cross join" makes SQLite read the leads in their order and look the standings up, not the reverse.
                var join = condition.Predicates().Any(part => IsOfStandings(view, part.Predicate)) ? " cross join lead_standings s" : "";
                var on = join.Length == 0 ? "" : " and s.lead_id = l.id";
                var set = new IdSet();
                foreach (var id in await tables.RunAsync(db, range => $"select l.id from leads l{join} where {range}{on} and {where}", parameters, cancellationToken))
                {
                    set.Add(id);
                }

                return set;
            });

    // "contains" and the like over a column with few different values: compares each value once, and reads the leads that have one that matches.
    private async Task<IdSet?> ReadByValueAsync(LeadStudioDbContext db, ListView view, Condition condition, CancellationToken cancellationToken)
    {
        if (view.Dialect.Kind != DatabaseKind.Sqlite
            || condition is not Predicate { Operator: var comparison } predicate
            || !Reads(comparison)
            || view.Columns.Find(predicate.Field) is not { IsText: true, Column: var column })
        {
            return null;
        }

        // Seeks from one value to the next.
        var values = await db.Sql(
            $"""
            with recursive v(value) as (
                select min({column}) from leads
                union all
                select (select min({column}) from leads where {column} > v.value) from v where v.value is not null limit {limits.MostValues + 1})
            select value from v where value is not null
            """).ListAsync(reader => reader.GetString(0), cancellationToken);
        if (values.Count >= limits.MostValues)
        {
            return null;
        }

        var parameters = new SqlParameters();
        var list = parameters.Add(System.Text.Json.JsonSerializer.Serialize(values));
        var matching = $"select l.{column} from (select value as {column} from json_each({list})) l where {view.Sql.Write(condition, parameters)}";
        return await ReadAsync(db, $"select id from leads where {column} in ({matching})", parameters, cancellationToken);
    }

    private Task<IdSet> ScopeAsync(LeadStudioDbContext db, ListView view, CancellationToken cancellationToken) =>
        cache.GetAsync(
            view.Scope,
            async () =>
            {
                // Where no id was left out, only the few closed leads need to be read.
                var last = await db.Sql("select max(lead_id) from lead_standings").NumberAsync(cancellationToken);
                if (await db.Sql("select count(*) from lead_standings").NumberAsync(cancellationToken) == last)
                {
                    var all = IdSet.UpTo(last);
                    return view.Scope == LeadScope.All
                        ? all
                        : all.Without(await ReadAsync(db, "select lead_id from lead_standings where is_open = 0", new SqlParameters(), cancellationToken));
                }

                var where = view.Scope == LeadScope.Open ? " where is_open = 1" : "";
                return await ReadAsync(db, $"select lead_id from lead_standings{where}", new SqlParameters(), cancellationToken);
            });

    private async Task<IdSet> SearchAsync(LeadStudioDbContext db, ListView view, IdSet among, CancellationToken cancellationToken)
    {
        // The longest first: afterwards there may be few leads to read for the rest.
        var found = among;
        foreach (var (index, word) in view.Words.OrderByDescending(word => word.Length).Index())
        {
            if (index > 0 && found.Count <= limits.FewMatches && await WordTest.RunAsync(db, view, found.List(), cancellationToken) is { } worded)
            {
                return worded;
            }

            found = found.And(await SearchAsync(db, view, word, cancellationToken));
        }

        return view.Phone is { } phone
            ? found.Or(among.And(await ScanAsync(db, view, phone, await indexes.MissingAsync(db, view.IndexesOf(phone), cancellationToken), cancellationToken)))
            : found;
    }

    // Each word is a set of its own: while the next one is typed, the ones before it stay.
    private Task<IdSet> SearchAsync(LeadStudioDbContext db, ListView view, string word, CancellationToken cancellationToken) =>
        cache.GetAsync(
            ("search", word),
            () => view.Dialect.Kind == DatabaseKind.Sqlite
                ? MatchSqliteAsync(db, word, cancellationToken)
                : MatchPostgresAsync(db, word, cancellationToken));

    // The word is letters and digits only, so nothing of it is an operator.
    private static async Task<IdSet> MatchSqliteAsync(LeadStudioDbContext db, string word, CancellationToken cancellationToken)
    {
        var parameters = new SqlParameters();
        var match = parameters.Add($"\"{word}\"*");
        try
        {
            return await ReadAsync(db, $"select rowid from lead_search where lead_search match {match}", parameters, cancellationToken);
        }
        catch (SqliteException problem) when (problem.SqliteErrorCode == raw.SQLITE_ERROR)
        {
            // FTS5 does not know the newest letters: it cuts a word there, and an index without positions has no words of two parts.
            return new IdSet();
        }
    }

    private static Task<IdSet> MatchPostgresAsync(LeadStudioDbContext db, string word, CancellationToken cancellationToken)
    {
        var parameters = new SqlParameters();
        var query = parameters.Add($"'{word}':*");
        return ReadAsync(
            db, $"select id from leads where to_tsvector('simple', coalesce(search_text, '')) @@ to_tsquery('simple', {query})", parameters, cancellationToken);
    }

    private static async Task<IdSet> ReadAsync(LeadStudioDbContext db, string sql, SqlParameters parameters, CancellationToken cancellationToken)
    {
        var set = new IdSet();
        await IdScan.RunAsync(
            db,
            sql,
            parameters,
            id =>
            {
                set.Add(id);
                return true;
            },
            cancellationToken);
        return set;
    }

    private static bool IsOfStandings(ListView view, Condition condition) =>
        condition is Predicate predicate && view.Columns.Find(predicate.Field) is { Table: ListTable.Standings };

    private static bool NeedsTable(ListView view, Condition condition, IReadOnlySet<string> missing) =>
        missing.Count > 0 && view.IndexesOf(condition).Any(index => missing.Contains(index.Name));

    /// <summary>Puts conditions in the order in which to ask for them: by how many leads they select, as far as an index tells that at once.</summary>
    private async Task<long> RankAsync(LeadStudioDbContext db, ListView view, Condition condition, IReadOnlySet<string> missing, CancellationToken cancellationToken)
    {
        if (NeedsTable(view, condition, missing))
        {
            return long.MaxValue;
        }

        if (condition is not Predicate { Operator: var comparison } || IsOfStandings(view, condition) || Reads(comparison))
        {
            return limits.MostCounted + 1;
        }

        var parameters = new SqlParameters();
        var where = view.Sql.Write(condition, parameters);
        return await db.Sql($"select count(*) from (select 1 from leads l where {where} limit {limits.MostCounted}) x", parameters.ToArray())
            .NumberAsync(cancellationToken);
    }

    // Whether an index must be read through, as it cannot be entered at the first match.
    private static bool Reads(Operator comparison) => comparison
        is Operator.Contains or Operator.DoesNotContain or Operator.HasWord or Operator.EndsWith or Operator.MatchesDomain or Operator.HasAnyOf or Operator.HasAllOf
        or Operator.IsNot or Operator.IsNoneOf;
}
