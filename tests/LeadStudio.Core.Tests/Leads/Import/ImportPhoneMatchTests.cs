using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Tests.Leads.Import.Undo;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Core.Tests.Leads.Import;

/// <summary>Rows find their lead by phone number and family name only where that is switched on, and never by one of the two alone.</summary>
public abstract class ImportPhoneMatchTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private const string Known = "Email,Phone,Last name,Country,City\nann@a.example,030 / 23125111,Müller,Germany,Bonn\n";
    private CoreFixture _core = null!;

    // Small chunks, so that files take several.
    public async Task InitializeAsync() =>
        _core = await CoreFixture.StartAsync(databases.NewDatabase(), services => services.AddSingleton(new ImportLimits { RowsPerChunk = 10 }));

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [SkippableFact]
    public async Task Row_SwitchedOff_MakesALeadOfItsOwn()
    {
        await _core.ImportAsync(Known);

        var job = await _core.ImportAsync("Email,Phone,Last name\nother@a.example,+49 30 23125111,Müller\n");

        Assert.Equal((1, 0, 0, 0), job.Counts());
    }

    [SkippableFact]
    public async Task Row_SameNumberAndName_IsTheLeadAndKeepsItsAddress()
    {
        await _core.ImportAsync(Known);
        const string again = "Email,Phone,Last name,City\nother@a.example,+49 (30) 231-25111,MULLER,Berlin\n";

        var job = await _core.ImportAsync(again, Matching);
        var repeated = await _core.ImportAsync(again, Matching);

        Assert.Equal((0, 1, 0, 0), job.Counts());
        Assert.Equal((0, 0, 1, 0), repeated.Counts());
        Assert.Equal(["ann@a.example Berlin"], await LeadsAsync());
        await _core.UndoAsync(repeated.Id);
        await _core.UndoAsync(job.Id);
        Assert.Equal(["ann@a.example Bonn"], await LeadsAsync());
    }

    [SkippableFact]
    public async Task Row_OnlyNumberOrOnlyNameTheSame_IsAnotherLead()
    {
        await _core.ImportAsync(Known);

        var job = await _core.ImportAsync(
            "Email,Phone,Last name,City\nb@a.example,+49 30 23125111,Meier,Bern\nc@a.example,+49 30 23125112,Müller,Basel\nd@a.example,+49 30 23125111,,Brig\n", Matching);

        Assert.Equal((3, 0, 0, 0), job.Counts());
    }

    [SkippableFact]
    public async Task Row_AddressOfAnotherLead_IsThatLead()
    {
        await _core.ImportAsync(Known + "bob@a.example,+49 30 23125112,Meier,Germany,Bern\n");

        var job = await _core.ImportAsync("Email,Phone,Last name,City\nbob@a.example,+49 30 23125111,Müller,Basel\n", Matching);

        Assert.Equal((0, 1, 0, 0), job.Counts());
        Assert.Equal(["ann@a.example Bonn", "bob@a.example Basel"], await LeadsAsync());
    }

    [SkippableFact]
    public async Task Row_LeadWithoutAddress_GetsThatOfTheRow()
    {
        await _core.ImportAsync("Phone,Last name\n+49 30 23125111,Müller\n", mapping => mapping with { TakesUnidentified = true });

        var job = await _core.ImportAsync("Email,Phone,Last name,City\nann@a.example,+49 30 23125111,Müller,Bonn\n", Matching);

        Assert.Equal((0, 1, 0, 0), job.Counts());
        Assert.Equal(["ann@a.example Bonn"], await LeadsAsync());
    }

    [SkippableFact]
    public async Task Row_SeveralLeadsWithBoth_IsNoneOfThem()
    {
        await _core.ImportAsync(Known + "tom@a.example,+49 30 23125111,Müller,Germany,Bonn\n");

        var job = await _core.ImportAsync("Email,Phone,Last name,City\nnew@a.example,+49 30 23125111,Müller,Basel\n,+49 30 23125111,Müller,Basel\n", Matching);

        Assert.Equal((1, 0, 0, 1), job.Counts());
    }

    [SkippableTheory]
    [InlineData(false, 0, 1, 1)]
    [InlineData(true, 1, 1, 0)]
    public async Task Row_WithoutAddressAndId_IsMatchedElseFollowsItsRule(bool takesUnidentified, int created, int updated, int rejected)
    {
        await _core.ImportAsync(Known);

        var job = await _core.ImportAsync(
            "Phone,Last name,City\n+49 30 23125111,Müller,Berlin\n+49 30 23125112,Müller,Basel\n", mapping => Matching(mapping) with { TakesUnidentified = takesUnidentified });

        Assert.Equal((created, updated, 0, rejected), job.Counts());
    }

    [SkippableFact]
    public async Task Rows_OfOneFile_AreMatchedWithinAndAcrossChunks()
    {
        var rows = Enumerable.Range(0, 60).Select(row => $"p{row}@a.example,+49 30 231251{row % 20:00},Müller,City {row}\n");

        var job = await _core.ImportAsync("Email,Phone,Last name,City\n" + string.Concat(rows), Matching);

        Assert.Equal((20, 40, 0, 0), job.Counts());
        Assert.Equal(20, await _core.CountAsync("email is not null"));
    }

    private static ImportMapping Matching(ImportMapping mapping) => mapping with { MatchesPhoneAndName = true };

    private async Task<IReadOnlyList<string>> LeadsAsync()
    {
        var city = (await _core.Get<IFieldCatalog>().GetAsync())[StandardFields.City].Column;
        return await _core.Get<IDatabase>().ReadAsync(db => db.Sql($"select email, {city} from leads order by email").ListAsync(reader => $"{reader.GetString(0)} {reader.GetString(1)}"));
    }

    public sealed class OnSqlite(SqliteFixture databases) : ImportPhoneMatchTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : ImportPhoneMatchTests(databases);
}
