using FsCheck;
using FsCheck.Fluent;
using LeadStudio.Core.Access;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Acts;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Notes;
using LeadStudio.Core.Tests.Leads.Import.Undo;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Core.Tests.Leads.Acts;

/// <summary>Whatever was done to which leads: taking it back, in any order, leaves all that is known of them as it was.</summary>
public abstract class ActPropertyTests(IDatabaseFixture databases, int cases) : IAsyncLifetime
{
    private const int People = 4;

    private static readonly ActChange[] s_changes =
    [
        new(ActKind.Assign, "Bea"), new(ActKind.Assign), new(ActKind.Stage, "Qualified"), new(ActKind.Stage, "New"), new(ActKind.Tag, "vip"), new(ActKind.Tag, "fair", "vip"),
        new(ActKind.Untag, "fair"), new(ActKind.Delete),
    ];

    // What is done to which people, a bit for each; and the order in which it is taken back.
    private static readonly Arbitrary<(int Change, int People, int Order)[]> s_acts = (
        from change in Gen.Choose(0, s_changes.Length - 1)
        from people in Gen.Choose(1, (1 << People) - 1)
        from order in Gen.Choose(0, 99)
        select (change, people, order)).ArrayOf(4).ToArbitrary();

    private readonly FakeClock _clock = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly List<long> _people = [];
    private CoreFixture _core = null!;

    public async Task InitializeAsync()
    {
        _core = await CoreFixture.StartAsync(databases.NewDatabase(), services => services.AddSingleton<TimeProvider>(_clock));
        var catalog = await _core.Get<IFieldCatalog>().GetAsync();
        await _core.Get<IFieldCatalog>().AddOptionsAsync(catalog[StandardFields.Tags], ["fair"]);
        for (var person = 0; person < People; person++)
        {
            _people.Add(await _core.AddLeadAsync($"p{person}@example.com", (StandardFields.Title, FieldValue.Of(person % 2 == 0 ? "CEO" : "Clerk"))));
            await _core.Get<ILeadNotes>().AddAsync(_people[^1], $"Note {person}", Actor.LocalUser);
        }

        await _core.EditLeadAsync(_people[0], StandardFields.Owner, FieldValue.Of("Cy"));
        await _core.EditLeadAsync(_people[1], StandardFields.Tags, FieldValue.OfCodes([1]));
        await _core.Get<ILeadStore>().SetOutcomeAsync(_people[2], StandardFields.Lost, null, Actor.LocalUser);
        await _core.ScoreAsync();
    }

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [SkippableFact]
    public void Undo_OfAnyActsInAnyOrder_LeavesTheLeadsAsTheyWere() =>
        Prop.ForAll(s_acts, async acts =>
        {
            var (before, after) = await PlayAsync(acts);
            Assert.Equal(before, after);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(cases).WithStartSize(6));

    private async Task<(string Before, string After)> PlayAsync((int Change, int People, int Order)[] acts)
    {
        var before = await _core.SnapshotAsync(isWhole: false);
        var done = new List<(long Act, int Order)>();
        foreach (var (change, people, order) in acts)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            var act = await _core.DoAsync(s_changes[change], [.. _people.Where((_, person) => (people & (1 << person)) != 0)]);
            await _core.ScoreAsync();
            done.Add((act.Id, order));
        }

        foreach (var (act, _) in done.OrderBy(item => item.Order))
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await _core.UndoActAsync(act);
            await _core.ScoreAsync();
        }

        return (before, await _core.SnapshotAsync(isWhole: false));
    }

    public sealed class OnSqlite(SqliteFixture databases) : ActPropertyTests(databases, cases: 25), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : ActPropertyTests(databases, cases: 5);
}
