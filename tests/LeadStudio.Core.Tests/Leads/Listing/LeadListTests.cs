using FsCheck;
using FsCheck.Fluent;
using LeadStudio.Core.Access;
using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Core.Tests.Leads.Listing;

public abstract class LeadListTests(IDatabaseFixture databases, bool goesAllWays) : IAsyncLifetime
{
    private ListWorld _world = null!;

    private ILeadList List => _world.List;

    public async Task InitializeAsync() => _world = await ListWorld.StartAsync(databases.NewDatabase(), goesAllWays);

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [SkippableFact]
    public void PageAsync_AnyQuery_VisitsEachRowOnceInOrderBothWays() =>
        Check(30, async query =>
        {
            var expected = _world.Expected(query);

            Assert.Equal(expected, await ForwardAsync(query, 13));
            Assert.Equal(expected, await BackwardAsync(query, 17));
        });

    [SkippableFact]
    public void AtAsync_AnyQueryAndRow_IsWhatPagingWouldReach() =>
        Check(40, async query =>
        {
            var expected = _world.Expected(query);
            foreach (var row in new[] { 0, 1, expected.Count / 2, (expected.Count * 2 / 3) + 1, Math.Max(0, expected.Count - 1), expected.Count + 3 })
            {
                var page = await List.AtAsync(query, row, 9, []);

                Assert.Equal(expected.Skip(row).Take(9), page.Rows.Select(found => found.Id));
                Assert.Equal(row + page.Rows.Count < expected.Count, page.HasMore);
            }
        });

    [SkippableFact]
    public void CountAsync_AnyQuery_IsTheNumberOfRows() =>
        Check(60, async query =>
        {
            var count = await List.CountAsync(query, mayEstimate: false);

            Assert.Equal(new LeadCount(_world.Expected(query).Count, IsExact: true), count);
        });

    [SkippableFact]
    public async Task CountAsync_SeveralListsWhileLeadsCome_AreOfOneMoment()
    {
        var database = _world.Core.Get<IDatabase>();
        await database.WriteAsync(db => db.Sql("update lead_standings set is_open = 1").RunAsync());
        using var done = new CancellationTokenSource();
        var coming = Task.Run(async () =>
        {
            for (var id = 1_000_000L; !done.IsCancellationRequested; id++)
            {
                var lead = id;
                await database.WriteAsync(db => db.Sql(
                    "insert into lead_standings (lead_id, score, band_code, parts, rule_mask, version, is_open, scored_at, changed_at) " +
                    $"values ({lead}, 1, 1, '1', '1', 1, 1, 1, 1)").RunAsync());
            }
        });

        long first = 0, last = 0;
        for (var i = 0; (i < 100 || last == first) && !coming.IsCompleted; i++)
        {
            var counts = await List.CountAsync([new LeadQuery { SortKey = "title" }, new LeadQuery { Scope = LeadScope.All }], mayEstimate: false);

            Assert.Equal(counts[0], counts[1]);
            (first, last) = (first == 0 ? counts[0].Count : first, counts[0].Count);
        }

        await done.CancelAsync();
        await coming;
    }

    [SkippableFact]
    public void MatchAsync_AnyCondition_AgreesWithReadingItWordByWord() =>
        Check(200, async query =>
        {
            var matching = await List.MatchAsync(query, [.. _world.Leads.Select(lead => lead.Id)]);

            Assert.Equal(_world.Expected(query).Order(), matching);
        });

    [SkippableFact]
    public void IndexOfAsync_AnyQuery_IsTheRowOfTheLead() =>
        Check(10, async query =>
        {
            var expected = _world.Expected(query);
            foreach (var lead in _world.Leads.Take(20))
            {
                var index = expected.ToList().IndexOf(lead.Id);

                Assert.Equal(index < 0 ? null : index, await List.IndexOfAsync(query, lead.Id));
            }
        });

    [SkippableFact]
    public void IdsAsync_AnyQuery_IsTheWholeListInItsOrder() =>
        Check(30, async query => Assert.Equal(_world.Expected(query), await List.IdsAsync(query)));

    [SkippableTheory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/New_York")]
    [InlineData("Pacific/Kiritimati")] // UTC+14
    [InlineData("Pacific/Niue")] // UTC-11
    public async Task MatchAsync_DayInAZone_AgreesWithTheWallsThere(string zone)
    {
        var there = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var seen = _world.Catalog["lastSeenAt"];
        for (var day = -4; day < 3; day++)
        {
            var (from, to) = (DateOnly.FromDateTime(ListWorld.Now.Date).AddDays(day), DateOnly.FromDateTime(ListWorld.Now.Date).AddDays(day + 2));
            await CheckAsync(Operator.Is, [$"{from:O}"], date => date == from);
            await CheckAsync(Operator.IsNot, [$"{from:O}"], date => date != from);
            await CheckAsync(Operator.Before, [$"{from:O}"], date => date < from);
            await CheckAsync(Operator.After, [$"{from:O}"], date => date > from);
            await CheckAsync(Operator.Between, [$"{from:O}", $"{to:O}"], date => date >= from && date <= to);
        }

        async Task CheckAsync(Operator comparison, ValueList<Operand> operands, Func<DateOnly, bool> holds)
        {
            var query = new LeadQuery { Scope = LeadScope.All, Filter = new Predicate(seen.Key, comparison, operands), Zone = there };
            var expected = _world.Leads.Where(lead => lead.Profile.TryGetValue(seen.Key, out var at) && holds(DateOf((long)at.Number))).Select(lead => lead.Id).ToList();

            Assert.Equal(expected, await List.MatchAsync(query, [.. _world.Leads.Select(lead => lead.Id)]));
            Assert.Equal(expected.Count, (await List.CountAsync([query, query with { Zone = null }], mayEstimate: false))[0].Count);
        }

        // A value without a time is its day anywhere.
        DateOnly DateOf(long at) => DateOnly.FromDateTime(
            (at % UtcMicroseconds.PerDay == 0 ? UtcMicroseconds.ToInstant(at) : TimeZoneInfo.ConvertTime(UtcMicroseconds.ToInstant(at), there)).DateTime);
    }

    [SkippableFact]
    public async Task PageAsync_Columns_AreReadWithTheStanding()
    {
        var lead = _world.Leads.First(lead => lead.IsOpen && lead.Profile.ContainsKey("firstName") && !lead.Profile.ContainsKey("employees"));
        Field[] columns = [_world.Catalog["firstName"], _world.Catalog["employees"], _world.Catalog["createdAt"]];

        var row = Assert.Single(await List.RowsAsync(new LeadQuery(), [lead.Id], columns));

        Assert.Equal(lead.Score, row.Score);
        Assert.Equal(lead.Band, row.Band.Code);
        Assert.True(row.IsOpen);
        Assert.Equal(lead.Profile["firstName"], row[columns[0]]);
        Assert.True(row[columns[1]].IsEmpty);
        Assert.Equal(lead.Profile["createdAt"].Number, row.CreatedAt);
        Assert.Equal(new LeadCursor(FieldValue.Of(lead.Score), lead.Id), row.Cursor);
    }

    [SkippableFact]
    public async Task RowsAsync_LeadsWithoutStanding_AreLeftOut()
    {
        var known = _world.Leads[^1].Id;

        var rows = await List.RowsAsync(new LeadQuery(), [known + 1, known, 999_999], []);

        Assert.Equal([known], rows.Select(row => row.Id));
    }

    [SkippableTheory]
    [InlineData("ann")]
    [InlineData("ANNE")]
    [InlineData("Änn")]
    [InlineData("zoe")]
    [InlineData("neil smith")]
    [InlineData("mail1")]
    [InlineData("p1 example com")]
    [InlineData("P1@mail1.EXAMPLE.com")]
    [InlineData("日")]
    [InlineData("xyz")]
    [InlineData("ann AND NOT \"x* ^ OR (")]
    [InlineData("'; drop table leads; --")]
    [InlineData("a\\b:*&!|<-> \0")]
    [InlineData("\"")]
    [InlineData("a\u19B0b")]
    public async Task Search_Words_FindTheBeginningsOfWordsInEveryForm(string search)
    {
        var words = LeadStudio.Core.Leads.Storage.LeadWords.Split(search);
        var expected = _world.Leads.Where(lead => lead.IsOpen && Array.TrueForAll(words, word => WordsOf(lead).Any(other => other.StartsWith(word, StringComparison.Ordinal))));

        var found = await ForwardAsync(new LeadQuery { Search = search, SortKey = "createdAt", Descending = false }, 20);

        Assert.Equal(expected.Select(lead => lead.Id).Order(), found.Order());
    }

    [SkippableFact]
    public async Task PageAsync_UnknownSort_IsByScore()
    {
        var ids = await ForwardAsync(new LeadQuery { SortKey = "gone", Descending = false }, 50);

        Assert.Equal(_world.Expected(new LeadQuery()), ids);
    }

    [SkippableFact]
    public async Task CountAsync_ChangedLead_IsSeenAtOnceByARowByRowTest()
    {
        var filter = new Predicate("firstName", Operator.Is, ["Renamed"]);
        var query = new LeadQuery { Filter = filter, Scope = LeadScope.All };
        var lead = _world.Leads[0];

        await _world.Core.Get<LeadStudio.Core.Leads.ILeadStore>().EditAsync(
            lead.Id, new Dictionary<string, FieldValue> { ["firstName"] = FieldValue.Of("Renamed") }, Actor.LocalUser);

        Assert.Equal([lead.Id], await List.MatchAsync(query, [lead.Id, _world.Leads[1].Id]));
        Assert.Equal([lead.Id], await ForwardAsync(query, 5));
    }

    private static IEnumerable<string> WordsOf(ListedLead lead) =>
        new[] { "firstName", "email" }
            .Where(lead.Profile.ContainsKey)
            .SelectMany(key => LeadStudio.Core.Leads.Storage.LeadWords.Split(lead.Profile[key].Text!))
            .Concat(LeadStudio.Core.Leads.Storage.LeadWords.Split(lead.Profile["email"].Text!.Split('@')[1]));

    private void Check(int count, Func<LeadQuery, Task> property) =>
        FsCheck.Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(count),
            Prop.ForAll(QueryGenerators.Queries(ListColumns.Of(_world.Catalog)), property));

    private async Task<IReadOnlyList<long>> ForwardAsync(LeadQuery query, int size)
    {
        var ids = new List<long>();
        LeadPage page;
        LeadCursor? cursor = null;
        do
        {
            page = await List.PageAsync(query, cursor, size, []);
            ids.AddRange(page.Rows.Select(row => row.Id));
            cursor = page.Rows.Count > 0 ? page.Rows[^1].Cursor : cursor;
        }
        while (page.HasMore && ids.Count <= ListWorld.Count);

        return ids;
    }

    private async Task<IReadOnlyList<long>> BackwardAsync(LeadQuery query, int size)
    {
        var ids = new List<long>();
        LeadPage page;
        LeadCursor? cursor = null;
        do
        {
            page = await List.PageBeforeAsync(query, cursor, size, []);
            ids.InsertRange(0, page.Rows.Select(row => row.Id));
            cursor = page.Rows.Count > 0 ? page.Rows[0].Cursor : cursor;
        }
        while (page.HasMore && ids.Count <= ListWorld.Count);

        return ids;
    }

    public sealed class FewOnSqlite(SqliteFixture databases) : LeadListTests(databases, goesAllWays: false), IClassFixture<SqliteFixture>;

    public sealed class ManyOnSqlite(SqliteFixture databases) : LeadListTests(databases, goesAllWays: true), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class FewOnPostgreSql(PostgreSqlFixture databases) : LeadListTests(databases, goesAllWays: false);

    [Collection(nameof(SharedPostgreSql))]
    public sealed class ManyOnPostgreSql(PostgreSqlFixture databases) : LeadListTests(databases, goesAllWays: true);
}
