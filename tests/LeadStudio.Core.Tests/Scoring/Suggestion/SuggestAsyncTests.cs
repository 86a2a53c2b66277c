using LeadStudio.Core.Access;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Scoring;
using LeadStudio.Core.Scoring.Suggestion;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Core.Tests.Scoring.Suggestion;

public abstract class SuggestAsyncTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private CoreFixture _core = null!;

    private IScorecardSuggester Suggester => _core.Get<IScorecardSuggester>();

    public async Task InitializeAsync()
    {
        _core = await CoreFixture.StartAsync(databases.NewDatabase());
        await _core.Get<IFieldCatalog>().AddAsync([new("Employer", FieldType.Text), new("Budget", FieldType.Number)], Actor.LocalUser);
    }

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [SkippableFact]
    public async Task SuggestAsync_Texts_AreSpelledAsMostLeadsHaveThem()
    {
        await RecordAsync(Source.Files, Enumerable.Range(0, 200).Select(index => Lead(
            index,
            isWon: index % 2 == 0,
            ("employer", FieldValue.Of(index % 2 == 1 ? "Acme" : index % 6 == 0 ? "MÜLLER GMBH" : "Müller GmbH")),
            ("title", FieldValue.Of(index % 2 == 1 ? $"Clerk {index}x" : index % 6 == 0 ? $"cto of unit {index}x" : $"CTO, Unit {index}x")))));

        var fields = (await Suggester.SuggestAsync()).Value!.Fields;

        var rules = fields.SelectMany(field => field.Rules).ToList();
        Assert.Contains(rules, rule => rule.Name == "Employer is Müller GmbH" && rule.Condition == new Predicate("employer", Operator.Is, ["Müller GmbH"]));
        Assert.Contains(rules, rule => rule.Name == "Job title has the word CTO" && rule is { Won: 100, Leads: 100 });
    }

    [SkippableFact]
    public async Task SuggestAsync_FieldOfOneSource_IsSuspect()
    {
        await RecordAsync(Source.Files, Enumerable.Range(0, 300).Select(index => Lead(index, isWon: index % 2 == 0, ("budget", FieldValue.Of(1000)))));
        await RecordAsync(Source.Demo, Enumerable.Range(300, 300).Select(index => Lead(index, isWon: index % 10 == 0)));

        var budget = (await Suggester.SuggestAsync()).Value!.Fields.Single(field => field.Field == "budget");

        Assert.Contains("only tells leads of one source", budget.Suspicion, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task MissingAsync_FewOutcomes_CountsThemUntilThereAreEnough()
    {
        await RecordAsync(Source.Files, Enumerable.Range(0, 50).Select(index => Lead(index, isWon: index < 45)));
        var few = await Suggester.MissingAsync();
        await RecordAsync(Source.Files, Enumerable.Range(50, 20).Select(index => Lead(index, isWon: false)));

        Assert.Equal(new TooFewOutcomes(45, 5, 20), few);
        Assert.Null(await Suggester.MissingAsync());
    }

    private static Dictionary<string, FieldValue> Lead(int index, bool isWon, params IEnumerable<(string Key, FieldValue Value)> values) =>
        new(values.Select(value => KeyValuePair.Create(value.Key, value.Value)), StringComparer.Ordinal)
        {
            ["email"] = FieldValue.Of($"p{index}@example{index}.com"),
            ["outcome"] = FieldValue.Of(isWon ? StandardFields.Won : StandardFields.Lost),
        };

    private async Task RecordAsync(int source, IEnumerable<Dictionary<string, FieldValue>> leads)
    {
        var catalog = await _core.Get<IFieldCatalog>().GetAsync();
        await _core.Get<IDatabase>().WriteAsync(db => _core.Get<ILeadRecorder>().RecordAsync(db, new ObservationBatch
        {
            Kind = ObservationKind.Import,
            SourceId = source,
            LearnedAt = 1,
            Fields = catalog.Fields,
            Catalog = catalog,
            Rows = [.. leads.Select((lead, line) => new BatchRow(line, [.. catalog.Fields.Select(field => lead.GetValueOrDefault(field.Key, FieldValue.Empty))]))],
        }));
    }

    public sealed class OnSqlite(SqliteFixture databases) : SuggestAsyncTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : SuggestAsyncTests(databases);
}
