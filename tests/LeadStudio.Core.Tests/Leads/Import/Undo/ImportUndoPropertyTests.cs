using FsCheck;
using FsCheck.Fluent;
using LeadStudio.Core.Access;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Core.Tests.Leads.Import.Undo;

/// <summary>Whatever was imported and edited in whatever order: taking one import back leaves what would be there without it.</summary>
public abstract class ImportUndoPropertyTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private const int People = 3;
    private const int Cases = 5;
    private static readonly string[] s_fields = [StandardFields.FirstName, StandardFields.City, StandardFields.Country, StandardFields.Stage, StandardFields.Company];

    // Few people and values, so that acts repeat and contradict each other often. A value of 0 says nothing.
    private static readonly Gen<Act> s_act =
        from kind in Gen.Frequency((4, Gen.Constant(ActKind.Import)), (2, Gen.Constant(ActKind.Edit)), (1, Gen.Constant(ActKind.Lock)))
        from source in Gen.Choose(0, 1)
        from rows in Gen.Choose(0, 2).ArrayOf(s_fields.Length).Select(values => values.ToArray()).Two().SelectMany(
            pair => Gen.Choose(0, People - 1).Two(), (pair, who) => new[] { new Row(who.Item1, pair.Item1), new Row(who.Item2, pair.Item2) })
        select new Act(kind, source, rows);

    private static readonly Arbitrary<Act[]> s_acts = (from acts in s_act.ArrayOf(6) select acts).ToArbitrary();
    private static readonly DateTimeOffset s_start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly MovableClock _clock = new();
    private CoreFixture _core = null!;
    private int _worlds;

    public async Task InitializeAsync() => _core = await CoreFixture.StartAsync(databases.NewDatabase(), services => services.AddSingleton<TimeProvider>(_clock));

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [SkippableFact]
    public void Undo_AnySequence_EqualsTheSequenceWithoutTheImport() =>
        Prop.ForAll(s_acts, Gen.Choose(0, 5).ToArbitrary(), async (acts, index) =>
        {
            acts[index] = acts[index] with { Kind = ActKind.Import };
            var (with, without) = await CompareAsync(acts, index);
            Assert.Equal(without, with);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithStartSize(6));

    private async Task<(string With, string Without)> CompareAsync(Act[] acts, int index)
    {
        // A person can only edit a lead that there is in both worlds; in the one without the import, nobody would have seen it.
        var known = new HashSet<int>();
        var possible = new List<(Act Act, bool IsIt)>();
        for (var i = 0; i < acts.Length; i++)
        {
            if (acts[i].Kind == ActKind.Import || known.Contains(acts[i].Rows[0].Person))
            {
                possible.Add((acts[i], i == index));
            }

            if (acts[i].Kind == ActKind.Import && i != index)
            {
                known.UnionWith(acts[i].Rows.Select(row => row.Person));
            }
        }

        var first = await PlayAsync(possible, isSkipped: false);
        return (first, await PlayAsync(possible, isSkipped: true));
    }

    private async Task<string> PlayAsync(List<(Act Act, bool IsIt)> acts, bool isSkipped)
    {
        var world = $"w{++_worlds}";
        long? import = null;
        foreach (var ((act, isIt), index) in acts.Select((act, index) => (act, index)))
        {
            _clock.Now = s_start.AddHours(index);
            if (isIt && isSkipped)
            {
                continue;
            }

            if (act.Kind == ActKind.Import)
            {
                var job = await _core.ImportAsync(Csv(world, act), mapping => mapping with { SourceName = $"Source {act.Source}" });
                import = isIt ? job.Id : import;
            }
            else
            {
                var id = await _core.Get<IDatabase>().ReadAsync(db => db.Sql("select id from leads where email = @email", ("email", Email(world, act.Rows[0].Person))).NumberAsync());
                Assert.True((await _core.Get<ILeadStore>().EditAsync(id, await EditAsync(act.Rows[0]), Actor.LocalUser, act.Kind == ActKind.Lock)).IsSuccess);
            }
        }

        if (import is { } taken)
        {
            await _core.UndoAsync(taken);
        }

        return await SnapshotAsync(world);
    }

    private static string Csv(string world, Act act) =>
        $"Email,First Name,City,Country,Stage,Company\n{string.Concat(act.Rows.Select(row =>
            $"{Email(world, row.Person)},{Pick(row, 0, "Ann", "Bob")},{Pick(row, 1, "Bonn", "Bern")},{Pick(row, 2, "Germany", "France")},{Pick(row, 3, "Qualified", "Contacted")},{Pick(row, 4, $"{world} One", $"{world} Two")}\n"))}";

    private async Task<Dictionary<string, FieldValue>> EditAsync(Row row)
    {
        var catalog = await _core.Get<IFieldCatalog>().GetAsync();
        return new(StringComparer.Ordinal)
        {
            [StandardFields.City] = row.Values[1] == 0 ? FieldValue.Empty : FieldValue.Of(Pick(row, 1, "Bonn", "Bern")),
            [StandardFields.Stage] = FieldValue.Of(catalog.FindOption(catalog[StandardFields.Stage], Pick(row, 3, "Qualified", "Contacted") is { Length: > 0 } stage ? stage : "New")!.Code),
        };
    }

    // Half of the people write from free mail, so that their company is told by its name.
    private static string Email(string world, int person) => person == 0 ? $"p{person}.{world}@gmail.com" : $"p{person}@{world}.example";

    private static string Pick(Row row, int field, string one, string two) => row.Values[field] switch { 0 => "", 1 => one, _ => two };

    private async Task<string> SnapshotAsync(string world)
    {
        var leads = await _core.Get<IDatabase>().ReadAsync(db => db.Sql(
            "select id from leads where email like @world order by email", ("world", $"%{world}@gmail.com")).ListAsync(reader => reader.GetInt64(0)));
        leads.AddRange(await _core.Get<IDatabase>().ReadAsync(db => db.Sql(
            "select id from leads where email like @world order by email", ("world", $"%@{world}.example")).ListAsync(reader => reader.GetInt64(0))));
        var lines = new List<string>();
        foreach (var id in leads)
        {
            var lead = (await _core.Get<ILeadStore>().GetAsync(id)).Value!;
            var values = lead.Catalog.Fields
                .Where(field => field.Key != StandardFields.UpdatedAt && !lead[field.Key].IsEmpty)
                .Select(field => $"{field.Key}={lead.Text(field.Key)} locked={lead.IsLocked(field)}");
            lines.Add(string.Join("; ", values));
        }

        var companies = await _core.Get<IDatabase>().ReadAsync(db => db.Sql(
            "select count(l.id) from leads l where l.company_id is not null and l.email like @world group by l.company_id order by 1", ("world", $"%{world}.example"))
            .ListAsync(reader => reader.GetInt64(0)));
        return $"{string.Join('\n', lines)}\ncompanies: {string.Join(' ', companies)}".Replace(world, "w", StringComparison.Ordinal);
    }

    private enum ActKind
    {
        Import,
        Edit,
        Lock,
    }

    private sealed record Row(int Person, int[] Values);

    private sealed record Act(ActKind Kind, int Source, Row[] Rows);

    private sealed class MovableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = s_start;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    public sealed class OnSqlite(SqliteFixture databases) : ImportUndoPropertyTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : ImportUndoPropertyTests(databases);
}
