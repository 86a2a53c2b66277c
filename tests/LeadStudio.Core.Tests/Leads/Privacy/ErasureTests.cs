using System.Text;
using System.Text.Json;
using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Audit;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Acts;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Leads.Notes;
using LeadStudio.Core.Leads.Privacy;
using LeadStudio.Core.Leads.Views;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Requests;
using LeadStudio.Core.Scoring;
using LeadStudio.Core.Tests.Leads.Import;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Core.Tests.Leads.Privacy;

public abstract class ErasureTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private const string Address = "Zenobia.Quux@example.com";

    private const string Csv =
        "Email,First Name,Last Name,Lead Source\n" +
        "Zenobia.Quux@example.com,Zenobia,Quux,zenobia.quux@example.com\n" +
        "other@example.com,Oda,Other,Web\n" +
        "not an address of zenobia.quux@example.com,Bad,Row,Web\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("leadstudio-");
    private CoreFixture _core = null!;
    private long _id;

    public async Task InitializeAsync()
    {
        // The database lies in the folder too, where it is a file.
        var database = databases.NewDatabase();
        database = database.StartsWith("Data Source", StringComparison.Ordinal) ? $"Data Source={Path.Combine(_folder.FullName, "leads.db")}" : database;
        _core = await CoreFixture.StartAsync(database, services => services.PostConfigure<PersistenceOptions>(options => options.DataFolder = _folder.FullName));
        Assert.Equal((2, 0, 0, 1), (await _core.ImportAsync(Csv)).Counts());
        _id = await _core.Get<IDatabase>().ReadAsync(db => db.Sql("select id from leads where email_key = 'zenobia.quux@example.com'").NumberAsync());
        await EditAsync("title", "Queen of Palmyra");
        await EditAsync("email", "z.quux@palmyra.example");
        await _core.Get<IScoreFeedbacks>().AddAsync(_id, 10, 1, FeedbackDirection.TooLow, $"{Address} is a queen", Actor.LocalUser);
        await _core.Get<ILeadNotes>().AddAsync(_id, $"Called {Address}, who is busy.", Actor.LocalUser);
        await _core.Get<ISavedViews>().AddAsync("Her", new ViewContent { Search = Address, FilterText = $"email is \"{Address}\"" }, Actor.LocalUser);
        await _core.Get<IAnsweredRequests>().BeginAsync("Shop", "1", "");
        await _core.Get<IAnsweredRequests>().KeepAsync("Shop", "1", new(200, "{}", $$"""{"email":"{{Address}}"}"""));
        await _core.Get<ScorePass>().RunAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _core.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [SkippableFact]
    public async Task Erase_OfAPerson_LeavesTheirAddressNowhere()
    {
        var waiting = await UploadAsync(Encoding.Unicode.GetBytes($"\uFEFFEmail\n{Address.ToUpperInvariant()}\n"));
        var harmless = await UploadAsync(Encoding.UTF8.GetBytes("Email\nsomebody@example.com\n"));
        Assert.NotEmpty(await PlacesAsync());

        var erased = await _core.Get<IErasure>().EraseAsync(_id, Actor.LocalUser);

        Assert.Equal(new Erased(Observations: 3, RejectedRows: 1, Uploads: 1, Backups: 0), erased.Value);
        Assert.Empty(await PlacesAsync());
        Assert.IsType<LeadNotFound>((await _core.Get<ILeadStore>().GetAsync(_id)).Error);
        Assert.Equal(1, await _core.CountAsync("email_key = 'other@example.com'"));
        Assert.Contains("erased", (await _core.Get<IImports>().GetAsync(waiting)).Value!.Error, StringComparison.Ordinal);
        Assert.Equal(ImportStatus.Uploaded, (await _core.Get<IImports>().GetAsync(harmless)).Value!.Status);
    }

    [SkippableFact]
    public async Task Erase_OfAPersonInTheTrash_LeavesTheirAddressNowhere()
    {
        await _core.Get<ILeadActs>().StartAsync(new LeadSelection($"all with {Address}", [_id]), new ActChange(ActKind.Delete), Actor.LocalUser);
        await _core.Get<ActRunner>().DrainAsync();
        Assert.NotEmpty(await PlacesAsync());

        var erased = await _core.Get<IErasure>().EraseAsync(_id, Actor.LocalUser);

        Assert.Equal((3, 1), (erased.Value!.Observations, erased.Value.RejectedRows));
        Assert.Empty(await PlacesAsync());
    }

    [SkippableFact]
    public async Task Erase_OfAPerson_KeepsWhoChangedWhatWithoutTheValues()
    {
        await _core.Get<IErasure>().EraseAsync(_id, Actor.LocalUser);

        var trail = await _core.Get<IDatabase>().ReadAsync(db => db.Sql("select trail from erasures").ListAsync(reader => reader.GetString(0)));
        using var document = JsonDocument.Parse(Assert.Single(trail));
        var changes = document.RootElement.EnumerateArray().ToList();
        Assert.Equal(3, changes.Count);
        Assert.Equal("[erased]", changes[1].GetProperty("values").GetProperty("title").GetString());
        Assert.Equal("Local user", changes[1].GetProperty("by").GetString());
        Assert.DoesNotContain("Palmyra", trail[0], StringComparison.OrdinalIgnoreCase);
    }

    [SkippableFact]
    public async Task Erase_OfAPerson_MarksTheAuditTrailWhichKeepsWhoDidWhat()
    {
        var trail = _core.Get<IAuditTrail>();
        var ofLead = new AuditQuery(Kind: "lead", SubjectId: $"{_id}");
        Assert.Contains((await trail.ListAsync(ofLead, null, 10)), entry => entry.After?.Contains("Queen of Palmyra", StringComparison.Ordinal) == true);

        await _core.Get<IErasure>().EraseAsync(_id, Actor.LocalUser);

        var entries = await trail.ListAsync(ofLead, null, 10);
        Assert.Equal(["lead.note-added", "lead.score-questioned", "lead.changed", "lead.changed"], entries.Select(entry => entry.Action));
        Assert.All(entries, entry => Assert.Equal(("Local user", "[erased]", null, null), (entry.Actor, entry.Subject, entry.Before, entry.After)));
        Assert.Equal("person.erased", (await trail.ListAsync(new AuditQuery(), null, 1))[0].Action);
    }

    [SkippableFact]
    public async Task Erase_WhileAnImportWithThePersonWaits_IsRefusedAndChangesNothing()
    {
        await _core.StartImportAsync(Encoding.UTF8.GetBytes(Csv));

        var erased = await _core.Get<IErasure>().EraseAsync(_id, Actor.LocalUser);

        Assert.IsType<ErasureMustWait>(erased.Error);
        Assert.Equal(3, (await _core.Get<ILeadStore>().GetAsync(_id)).Value!.Observations.Count);
    }

    [SkippableFact]
    public async Task Erase_AfterTheirImportWasTakenBack_StillFindsTheRejectedRow()
    {
        var import = await _core.Get<IDatabase>().ReadAsync(db => db.Sql("select max(id) from imports").NumberAsync());
        Assert.Null((await _core.Get<IImportUndo>().StartAsync(import, Actor.LocalUser)).Error);
        while (await _core.Get<UndoRunner>().RunAsync(CancellationToken.None))
        {
        }

        var erased = await _core.Get<IErasure>().EraseAsync(_id, Actor.LocalUser);

        Assert.Equal(1, erased.Value!.RejectedRows);
        Assert.Empty(await PlacesAsync());
    }

    [SkippableFact]
    public async Task Export_OfAPerson_HasProfileHistoryAndWhatPeopleSaid()
    {
        using var file = new MemoryStream();

        Assert.Equal("Zenobia Quux", (await _core.Get<IErasure>().ExportAsync(_id, file)).Value);

        using var document = JsonDocument.Parse(file.ToArray());
        var person = document.RootElement;
        Assert.Equal("Queen of Palmyra", person.GetProperty("profile").GetProperty("title").GetString());
        Assert.Equal(3, person.GetProperty("observations").GetArrayLength());
        Assert.Equal(Address, person.GetProperty("observations")[0].GetProperty("values").GetProperty("email").GetString());
        Assert.Contains("queen", person.GetProperty("scoreFeedback")[0].GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Contains("busy", person.GetProperty("notes")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.IsType<LeadNotFound>((await _core.Get<IErasure>().ExportAsync(_id + 99, file)).Error);
    }

    private async Task EditAsync(string key, string value) =>
        Assert.Null((await _core.Get<ILeadStore>().EditAsync(_id, new Dictionary<string, FieldValue> { [key] = FieldValue.Of(value) }, Actor.LocalUser)).Error);

    private async Task<long> UploadAsync(byte[] file) =>
        (await _core.Get<IImports>().UploadAsync(new MemoryStream(file), "waiting.csv", Actor.LocalUser)).Value!.Id;

    // Every column of every table, and every file of the data folder, byte by byte: where either address is.
    private async Task<List<string>> PlacesAsync()
    {
        string[] addresses = [Address.ToLowerInvariant(), "z.quux@palmyra.example"];
        var database = _core.Get<IDatabase>();
        var places = await database.ReadAsync(async db =>
        {
            var columns = database.Kind == DatabaseKind.Sqlite
                ? "select m.name, c.name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and m.name not like 'lead_search%'"
                : "select table_name, column_name from information_schema.columns where table_schema = 'public'";
            var found = new List<string>();
            foreach (var (table, column) in await db.Sql(columns).ListAsync(reader => (reader.GetString(0), reader.GetString(1))))
            {
                foreach (var address in addresses)
                {
                    if (await db.Sql($"select count(*) from \"{table}\" where lower(cast(\"{column}\" as text)) like @address", ("address", $"%{address}%")).NumberAsync() > 0)
                    {
                        found.Add($"{table}.{column}");
                    }
                }
            }

            return found;
        });
        var search = new ByteSearch(addresses);
        foreach (var file in _folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            await using var content = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            if (await search.IsInAsync(content, CancellationToken.None))
            {
                places.Add(file.Name);
            }
        }

        return places;
    }

    public sealed class OnSqlite(SqliteFixture databases) : ErasureTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : ErasureTests(databases);
}
