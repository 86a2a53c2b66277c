using System.Text;
using LeadStudio.Core.Leads.Export;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Tests.Leads.Import;
using LeadStudio.Core.Tests.Leads.Listing;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Core.Tests.Leads.Export;

public abstract class LeadExportTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private static readonly LeadQuery s_all = new() { Scope = LeadScope.All };

    private ListWorld _world = null!;

    private ILeadExport Export => _world.Core.Get<ILeadExport>();

    public async Task InitializeAsync() => _world = await ListWorld.StartAsync(databases.NewDatabase(), goesAllWays: false);

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [SkippableFact]
    public async Task WriteCsvAsync_FilteredAndSorted_HasTheRowsOfTheListInItsOrder()
    {
        var query = new LeadQuery { Filter = LeadStudio.Core.Conditions.ConditionText.Parse("country in (Germany, Peru)").Value, SortKey = "employees", Scope = LeadScope.All };
        using var file = new MemoryStream();

        var count = await Export.WriteCsvAsync(query, [_world.Catalog["employees"]], file);

        var lines = Encoding.UTF8.GetString(file.ToArray()).Split("\r\n");
        var page = await _world.List.PageAsync(query, after: null, 1_000, [_world.Catalog["email"]]);
        Assert.StartsWith("\uFEFFLeadStudio score,LeadStudio band,First name,Last name,Company,E-mail,External id,Employees", lines[0], StringComparison.Ordinal);
        Assert.Equal(page.Rows.Count, count);
        Assert.InRange(count, 5, ListWorld.Count / 2);
        Assert.Equal(page.Rows.Select(row => $"{row.Score},{row.Band}"), lines.Where(line => line.Length > 0).Skip(1).Select(line => string.Join(',', line.Split(',')[..2])));
    }

    [SkippableFact]
    public async Task ImportAsync_OfAnUntouchedExport_LeavesEveryLeadAsItIs()
    {
        using var file = new MemoryStream();
        var columns = _world.Catalog.Fields;
        var before = await RowsAsync(columns);
        await Export.WriteCsvAsync(s_all, columns, file);

        var job = await _world.Core.ImportAsync(file.ToArray());

        var rejects = string.Join("; ", (await _world.Core.Get<LeadStudio.Core.Leads.Import.IImports>().RejectReasonsAsync(job.Id)).Select(reason => reason.Example));
        Assert.Equal("", rejects);
        Assert.Equal((0, 0, before.Count, 0), job.Counts());
        Assert.Equal(before, await RowsAsync(columns));
    }

    [SkippableFact]
    public async Task ImportAsync_OfAnExportThatWasEdited_ChangesThatLeadAlone()
    {
        using var file = new MemoryStream();
        await Export.WriteCsvAsync(s_all, [], file);
        var text = Encoding.UTF8.GetString(file.ToArray());
        var lines = text.Split("\r\n");
        var cells = lines[1].Split(',');
        cells[2] = "Renamed";
        lines[1] = string.Join(',', cells);

        var job = await _world.Core.ImportAsync(string.Join("\r\n", lines));

        Assert.Equal((0, 1, lines.Length - 3, 0), job.Counts());
    }

    private async Task<List<string>> RowsAsync(IReadOnlyList<Field> columns)
    {
        var page = await _world.List.PageAsync(s_all, after: null, 1_000, columns);
        return [.. page.Rows.Select(row => $"{row.Id}: {string.Join("|", columns.Select(field => _world.Catalog.Display(field, row[field])))}")];
    }

    public sealed class OnSqlite(SqliteFixture databases) : LeadExportTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : LeadExportTests(databases);
}
