using System.Text;
using LeadStudio.Core.Access;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Leads.Import.Values;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Tests.Leads.Import.Undo;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Core.Tests.Leads.Import;

public abstract class MappingMemoryTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private CoreFixture _core = null!;

    public async Task InitializeAsync() => _core = await CoreFixture.StartAsync(databases.NewDatabase());

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [SkippableFact]
    public async Task Analyze_SameColumnsInAnotherOrder_AreMappedAsLastTime()
    {
        var first = await _core.ImportAsync("Login,Place,Note\nann@a.example,Bonn,x\n", mapping => mapping with
        {
            SourceName = "Our shop",
            KnownLeads = KnownLeads.FillEmpty,
            TimeZone = "Europe/Berlin",
            Columns = [To(mapping, 0, StandardFields.Email), To(mapping, 1, StandardFields.City), mapping.Columns[2] with { Use = ColumnUse.Ignore }],
        });

        var again = await AnalyzeAsync("place,note,login\nBern,y,bob@a.example\n");

        Assert.Equal((first.Id, "leads.csv"), (again.Remembered!.ImportId, again.Remembered.FileName));
        Assert.Equal(["city", null, "email"], again.Mapping.Columns.Select(column => column.Field));
        Assert.Equal(ColumnUse.Ignore, again.Mapping.Columns[1].Use);
        Assert.Equal(("Our shop", KnownLeads.FillEmpty, "Europe/Berlin"), (again.Mapping.SourceName, again.Mapping.KnownLeads, again.Mapping.TimeZone));
        Assert.NotEqual("city", again.Guessed.Columns[0].Field);
    }

    [SkippableFact]
    public async Task Analyze_SomeColumnsAreNew_AreGuessedAroundWhatIsKnown()
    {
        await _core.ImportAsync("Login,Place,Note\nann@a.example,Bonn,x\n", mapping => mapping with { Columns = [To(mapping, 0, StandardFields.Email), To(mapping, 1, StandardFields.City), mapping.Columns[2]] });

        var again = await AnalyzeAsync("Login,Place,City,First name\nbob@a.example,Bern,Basel,Bob\n");
        var other = await AnalyzeAsync("Login,A,B,C,D\nbob@a.example,1,2,3,4\n");

        Assert.Equal(["email", "city", null, "firstName"], again.Mapping.Columns.Select(column => column.Field));
        Assert.Equal(ColumnUse.NewField, again.Mapping.Columns[2].Use); // two columns cannot go to the city
        Assert.Equal(["Login", "Place"], again.Remembered!.Columns.Order(StringComparer.Ordinal));
        Assert.Null(other.Remembered);
    }

    [SkippableFact]
    public async Task Analyze_DatesThatProveTheOtherOrder_AreReadInTheirOwn()
    {
        await _core.ImportAsync("Email,Created\nann@a.example,31/12/2025\n");

        var proven = await AnalyzeAsync("Email,Created\nbob@a.example,12/31/2025\n");
        var open = await AnalyzeAsync("Email,Created\nbob@a.example,12/11/2025\n");

        Assert.Equal((DateOrder.MonthFirst, DateOrder.DayFirst), (proven.Mapping.Columns[1].DateOrder, open.Mapping.Columns[1].DateOrder));
    }

    [SkippableFact]
    public async Task Start_FieldThatAnotherImportMadeMeanwhile_IsTakenInsteadOfASecondOne()
    {
        await _core.ImportAsync("Email,Shoe size\nann@a.example,38\n");

        await _core.ImportAsync("Email,Shoe size\nbob@a.example,44\n", mapping => mapping with
        {
            Columns = [mapping.Columns[0], mapping.Columns[1] with { Use = ColumnUse.NewField, Field = null }],
        });

        var catalog = await _core.Get<IFieldCatalog>().GetAsync();
        Assert.Equal(["Shoe size"], catalog.Fields.Where(field => !field.IsStandard).Select(field => field.Label));
    }

    [SkippableFact]
    public async Task Analyze_ImportThatWasTakenBack_IsNoExample()
    {
        var first = await _core.ImportAsync("Email,Created\nann@a.example,31/12/2025\n");
        await _core.UndoAsync(first.Id);

        Assert.Null((await AnalyzeAsync("Email,Created\nbob@a.example,31/12/2025\n")).Remembered);
    }

    [SkippableFact]
    public async Task Analyze_AskedForCompanies_DoesNotRememberPeople()
    {
        await _core.ImportAsync("Name,City,Email\nAnn,Bonn,ann@a.example\n");

        var analysis = await AnalyzeAsync("Name,City,Email\nAcme,Bonn,info@a.example\n", ImportSubject.Companies);

        Assert.Equal((ImportSubject.Companies, null), (analysis.About, analysis.Remembered));
        Assert.Equal("name", analysis.Mapping.Columns[0].Field);
    }

    [SkippableFact]
    public async Task Analyze_FileThatWasCompaniesByHand_IsOfCompaniesAgain()
    {
        const string csv = "Name,City,Rep\nAcme,Bonn,rep1@own.example\nBeta,Bern,rep2@own.example\n";
        await _core.ImportAsync(csv, _ => new()
        {
            About = ImportSubject.Companies,
            Columns = [new() { Name = "Name", Use = ColumnUse.Field, Field = "name" }, new() { Name = "City" }, new() { Name = "Rep" }],
        });

        var again = await AnalyzeAsync(csv);

        Assert.Equal((ImportSubject.Companies, ImportSubject.Companies, "name"), (again.About, again.Mapping.About, again.Mapping.Columns[0].Field));
        Assert.Equal("name", again.Guessed.Columns[0].Field);
    }

    [SkippableFact]
    public async Task Analyze_IdsOfLeadsWithOtherAddresses_AreSetAside()
    {
        await _core.ImportAsync("Lead ID,Email,City\n1,ann@a.example,A\n2,bob@a.example,B\n3,cy@a.example,C\n4,di@a.example,D\n");

        var users = await AnalyzeAsync("User ID,Email,Since\n1,rep1@own.example,2024\n2,rep2@own.example,2025\n3,cy@a.example,2026\n");
        var moved = await AnalyzeAsync("Lead ID,Email,Since\n1,ann@new.example,2024\n2,bob@a.example,2025\n3,cy@a.example,2026\n");

        Assert.Equal(["+", "email", "+"], users.Mapping.Columns.Select(column => column.Field ?? "+"));
        Assert.StartsWith("The ids in \"User ID\" belong to leads with other e-mail addresses", users.Hint, StringComparison.Ordinal);
        Assert.Equal("externalId", moved.Mapping.Columns[0].Field);
    }

    private static ColumnMapping To(ImportMapping mapping, int column, string field) => mapping.Columns[column] with { Use = ColumnUse.Field, Field = field };

    private async Task<ImportAnalysis> AnalyzeAsync(string csv, ImportSubject? about = null)
    {
        var upload = (await _core.Get<IImports>().UploadAsync(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "again.csv", Actor.LocalUser)).Value!;
        return (await _core.Get<IImports>().AnalyzeAsync(upload.Id, about: about)).Value!;
    }

    public sealed class OnSqlite(SqliteFixture databases) : MappingMemoryTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : MappingMemoryTests(databases);
}
