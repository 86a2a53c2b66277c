using LeadStudio.Core.Access;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Facts.Binding;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Tests.Leads.Acts;
using LeadStudio.Core.Tests.Leads.Import;
using LeadStudio.Core.Tests.Leads.Import.Undo;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Core.Tests.Leads.Phone;

/// <summary>Leads are found by their phone number, in whatever way it was typed.</summary>
public abstract class LeadPhoneListTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private const string Leads = """
        Id,Phone,Country
        abroad,+49 30 23125111,
        home,030 / 23125111,Germany
        zeros,0049 (30) 231-25111,Germany
        extension,+49 (0)30 23125111 ext. 7,France
        other,+49 30 23125112,Germany
        unknown,030 23125111,
        british,020 7946 0123,United Kingdom
        words,ask Ann,Germany
        """;

    private readonly string _database = databases.NewDatabase();
    private CoreFixture _core = null!;

    public async Task InitializeAsync()
    {
        _core = await CoreFixture.StartAsync(_database);
        await _core.ImportAsync(Leads, mapping => mapping with
        {
            Columns = [.. mapping.Columns.Select((column, index) => column with { Use = LeadStudio.Core.Leads.Import.ColumnUse.Field, Field = new[] { "externalId", "phone", "country" }[index] })],
        });
        await _core.ScoreAsync();
    }

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [SkippableTheory]
    [InlineData("+49 30 23125111", "abroad extension home zeros")]
    [InlineData("(030) 231 25111", "abroad extension home unknown zeros")]
    [InlineData("004930 23125111", "abroad extension home zeros")]
    [InlineData("+49 30 2312", "abroad extension home other zeros")] // as far as it is typed
    [InlineData("+442079460123", "british")]
    [InlineData("ask", "words")]
    public async Task Search_Phone_FindsEverySpelling(string search, string expected) => Assert.Equal(expected, await FindAsync(new LeadQuery { Search = search }));

    [SkippableTheory]
    [InlineData(Operator.Is, "+49-30-23125111", "abroad extension home zeros")]
    [InlineData(Operator.Is, "030 23125111", "abroad extension home unknown zeros")]
    [InlineData(Operator.IsNot, "030 23125111", "british other words")]
    [InlineData(Operator.StartsWith, "+49 (30)", "abroad extension home other zeros")]
    [InlineData(Operator.Contains, "0 23125 1", "abroad extension home other unknown zeros")]
    [InlineData(Operator.EndsWith, "112", "other")]
    [InlineData(Operator.Contains, "Ann", "words")]
    public async Task Filter_Phone_MeansTheSameInListsAndRules(Operator comparison, string value, string expected)
    {
        var condition = new Predicate("phone", comparison, [Operand.From(value)]);

        Assert.Equal(expected, await FindAsync(new LeadQuery { Filter = condition }));
        Assert.Equal(expected, await HoldAsync(condition));
    }

    [SkippableFact]
    public async Task EditAsync_Country_TheSameDigitsAreAnotherNumber()
    {
        var lead = await IdAsync("home");

        await _core.EditLeadAsync(lead, "country", FieldValue.Of((await CountryAsync("France"))!.Value));

        Assert.Equal("03023125111", await ComparedAsync("home"));
        await _core.EditLeadAsync(lead, "phone", FieldValue.Of("01 99 00 12 34"));
        Assert.Equal("+33199001234", await ComparedAsync("home"));
    }

    [SkippableFact]
    public async Task Replay_LeadsFromBefore_GetTheirNumbersOnce()
    {
        await _core.Get<IDatabase>().WriteAsync(db => db.Sql("update leads set f5 = 'as it was' where t5 is not null").RunAsync());

        await ReplayAsync(_core);

        Assert.Equal(("+493023125111", "+442079460123", "ask ann"), (await ComparedAsync("zeros"), await ComparedAsync("british"), await ComparedAsync("words")));
        Assert.Equal(0, await ReplayAsync(_core));
    }

    [SkippableFact]
    public async Task Replay_OtherDefaultCountry_NumbersOfLeadsWithoutOneAreReadAnew()
    {
        await ReplayAsync(_core);
        Assert.Equal("03023125111", await ComparedAsync("unknown"));
        await using var german = await CoreFixture.StartAsync(_database, services => services.PostConfigure<LeadsOptions>(options => options.DefaultCountry = "Germany"));

        await ReplayAsync(german);

        Assert.Equal("+493023125111", await ComparedAsync("unknown"));
    }

    [SkippableFact]
    public async Task RenameAsync_CountryThatNamesAnother_NumbersOfItsLeadsAreReadAnew()
    {
        await ReplayAsync(_core);
        var germany = (await CountryAsync("Germany"))!.Value;

        await _core.Get<IFieldOptions>().RenameAsync("country", germany, "Deutschland", Actor.LocalUser);
        var sameCountry = (await ReplayAsync(_core), await ComparedAsync("home"));
        await _core.Get<IFieldOptions>().RenameAsync("country", germany, "Austria", Actor.LocalUser);
        await ReplayAsync(_core);

        Assert.Equal((0, "+493023125111"), sameCountry);
        Assert.Equal("03023125111", await ComparedAsync("home")); // no number of Austria
    }

    private static async Task<int> ReplayAsync(CoreFixture core)
    {
        var turns = 0;
        while (await core.Get<PhoneReplay>().RunAsync(CancellationToken.None))
        {
            turns++;
        }

        return turns;
    }

    private async Task<string> FindAsync(LeadQuery query)
    {
        var externalId = (await _core.Get<IFieldCatalog>().GetAsync())["externalId"];
        var page = await _core.Get<ILeadList>().PageAsync(query, after: null, 20, [externalId]);
        return string.Join(' ', page.Rows.Select(row => row[externalId].Text).Order(StringComparer.Ordinal));
    }

    private async Task<string> HoldAsync(Condition condition)
    {
        var source = await _core.Get<IFactSources>().GetAsync();
        var bound = new ConditionBinder(source.Facts).Bind(condition);
        var externalId = source.Facts.Find("externalId")!.Slot.Index;
        var found = new List<string>();
        await _core.Get<IDatabase>().ReadAsync(async db =>
        {
            await FactReader.ReadAsync(db, source, keys: null, "1 = 1", (_, _, facts) => found.AddRange(bound.Holds(facts, 0) ? [facts.Texts[externalId]!] : []));
            return true;
        });
        return string.Join(' ', found.Order(StringComparer.Ordinal));
    }

    private async Task<int?> CountryAsync(string label)
    {
        var catalog = await _core.Get<IFieldCatalog>().GetAsync();
        return catalog.FindOption(catalog["country"], label)?.Code;
    }

    private Task<long> IdAsync(string externalId) =>
        _core.Get<IDatabase>().ReadAsync(db => db.Sql("select id from leads where external_id = @id", ("id", externalId)).NumberAsync());

    private async Task<string?> ComparedAsync(string externalId) =>
        (await _core.Get<IDatabase>().ReadAsync(db => db.Sql("select f5 from leads where external_id = @id", ("id", externalId)).ListAsync(reader => reader.TextOrNull(0))))[0];

    public sealed class OnSqlite(SqliteFixture databases) : LeadPhoneListTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : LeadPhoneListTests(databases);
}
