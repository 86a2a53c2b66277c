using LeadStudio.Core.Access;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Fields.Figures;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Core.Tests.Leads.Fields.Figures;

public abstract class FieldFigureCountsTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private string _database = "";
    private CoreFixture _core = null!;

    public async Task InitializeAsync()
    {
        _database = databases.NewDatabase();
        _core = await CoreFixture.StartAsync(_database);
    }

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [SkippableFact]
    public async Task GetAsync_AfterACount_TellsFillValuesAndSourcesAndOutlivesTheProcess()
    {
        await AddAsync("a@example.com", "CEO");
        await AddAsync("b@example.com", "CEO");
        await AddAsync("c@example.com", null);

        await _core.Get<FieldFigureCounts>().RunAsync();

        await using var next = await CoreFixture.StartAsync(_database);
        var set = (await next.Get<IFieldFigures>().GetAsync())!;
        var catalog = await next.Get<IFieldCatalog>().GetAsync();
        var title = set.Find(catalog["title"])!;
        Assert.Equal(3, set.Leads);
        Assert.Equal((2, 1), (title.Filled, title.Distinct));
        Assert.Equal(new ValueCount("CEO", null, 2), Assert.Single(title.Top));
        Assert.Equal(("People", 2), (title.Sources[0].Name, title.Sources[0].Observations));
        Assert.Equal("New", catalog.Display(catalog["stage"], set.Find(catalog["stage"])!.Top[0].Value));
    }

    private async Task AddAsync(string email, string? title) =>
        Assert.True((await _core.Get<ILeadStore>().AddAsync(
            new Dictionary<string, FieldValue> { ["email"] = FieldValue.Of(email), ["title"] = FieldValue.Of(title) }, Actor.LocalUser)).IsSuccess);

    public sealed class OnSqlite(SqliteFixture databases) : FieldFigureCountsTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : FieldFigureCountsTests(databases);
}
