using LeadStudio.Core.Access;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Scoring;
using LeadStudio.TestSupport;

namespace LeadStudio.Core.Tests.Leads.Import.Undo;

/// <summary>Takes imports back, and reads what a list of all leads would show.</summary>
internal static class UndoScene
{
    private static readonly string[] s_tables =
        ["leads", "observations", "lead_standings", "score_history", "companies"];

    public static async Task<ImportJob> UndoAsync(this CoreFixture core, long id)
    {
        var start = await core.Get<IImportUndo>().StartAsync(id, new Actor(ActorKind.Person, "Ada"));
        Assert.Null(start.Error);
        await core.Get<UndoRunner>().DrainAsync();
        return (await core.Get<IImports>().GetAsync(id)).Value!;
    }

    public static async Task ScoreAsync(this CoreFixture core)
    {
        while (await core.Get<ScorePass>().RunAsync())
        {
        }
    }

    /// <summary>Counts the rows of each table that taking back may shorten.</summary>
    public static async Task<IReadOnlyList<string>> RowCountsAsync(this CoreFixture core)
    {
        var counts = new List<string>();
        foreach (var table in s_tables)
        {
            counts.Add($"{table}: {await core.Get<IDatabase>().ReadAsync(db => db.Sql($"select count(*) from {table}").NumberAsync())}");
        }

        return counts;
    }

    /// <summary>Reads all columns of all leads but the instant of the last change, with the name of the company and the score.</summary>
    public static Task<List<string>> LeadsAsync(this CoreFixture core) => core.Get<IDatabase>().ReadAsync(db => db.Sql(
        """
        select l.*, c.name as company_name, s.score, s.band_code from leads l
        left join companies c on c.id = l.company_id left join lead_standings s on s.lead_id = l.id order by l.id
        """).ListAsync(reader => string.Join('|', Enumerable.Range(0, reader.FieldCount)
            .Where(column => reader.GetName(column) != "updated_at" && !reader.IsDBNull(column))
            .Select(column => $"{reader.GetName(column)}={reader.GetValue(column)}"))));
}
