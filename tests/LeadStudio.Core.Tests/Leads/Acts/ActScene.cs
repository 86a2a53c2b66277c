using LeadStudio.Core.Access;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Acts;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Persistence;
using LeadStudio.TestSupport;

namespace LeadStudio.Core.Tests.Leads.Acts;

/// <summary>Changes many leads, and reads all that the database holds of leads.</summary>
internal static class ActScene
{
    public static readonly Actor Ada = new(ActorKind.Person, "Ada");

    // What scoring writes anew at each turn says nothing of a lead.
    private static readonly string[] s_unsteady = ["scored_at", "changed_at"];

    public static async Task<LeadAct> DoAsync(this CoreFixture core, ActChange change, params long[] ids) =>
        await core.DoAsync(change, new LeadSelection($"{ids.Length} leads", ids));

    public static Task<LeadAct> DoAsync(this CoreFixture core, ActChange change, LeadQuery query) => core.DoAsync(change, new LeadSelection("all", [], query));

    public static async Task<LeadAct> UndoActAsync(this CoreFixture core, long id)
    {
        Assert.Null((await core.Get<ILeadActs>().UndoAsync(id, Actor.LocalUser)).Error);
        return await core.FinishAsync(id);
    }

    public static async Task<LeadAct> FinishAsync(this CoreFixture core, long id)
    {
        await core.Get<ActRunner>().DrainAsync();
        return (await core.Get<ILeadActs>().GetAsync(id)).Value!;
    }

    public static async Task<long> AddLeadAsync(this CoreFixture core, string email, params (string Key, FieldValue Value)[] values)
    {
        var all = values.Append((Key: StandardFields.Email, Value: FieldValue.Of(email))).ToDictionary(pair => pair.Key, pair => pair.Value);
        return (await core.Get<ILeadStore>().AddAsync(all, Actor.LocalUser)).Value;
    }

    public static async Task EditLeadAsync(this CoreFixture core, long id, string key, FieldValue value) =>
        Assert.Null((await core.Get<ILeadStore>().EditAsync(id, new Dictionary<string, FieldValue> { [key] = value }, Actor.LocalUser)).Error);

    public static async Task<string> TextAsync(this CoreFixture core, long id, string key) => (await core.Get<ILeadStore>().GetAsync(id)).Value!.Text(key);

    /// <summary>Reads every row of every table of leads, as one text.</summary>
    /// <param name="core">The core.</param>
    /// <param name="isWhole">Whether with the history of scores, what does not count any more, and when a lead was changed last.</param>
    public static async Task<string> SnapshotAsync(this CoreFixture core, bool isWhole = true)
    {
        var tables = core.Get<IEnumerable<LeadTable>>().Select(table => table.Name).Where(table => isWhole || table != "score_history").Append("leads").Order();
        var lines = new List<string>();
        foreach (var table in tables)
        {
            var where = table == LeadTable.Observations && !isWhole ? "where status = 0" : "";
            var rows = await core.Get<IDatabase>().ReadAsync(db => db.Sql($"select * from {table} {where}").ListAsync(reader => string.Join('|', Enumerable.Range(0, reader.FieldCount)
                .Where(column => !reader.IsDBNull(column) && !s_unsteady.Contains(reader.GetName(column)) && (isWhole || reader.GetName(column) != "updated_at"))
                .Select(column => $"{reader.GetName(column)}={reader.GetValue(column)}"))));
            lines.AddRange(rows.Order(StringComparer.Ordinal).Select(row => $"{table}: {row}"));
        }

        return string.Join('\n', lines);
    }

    private static async Task<LeadAct> DoAsync(this CoreFixture core, ActChange change, LeadSelection selection)
    {
        var start = await core.Get<ILeadActs>().StartAsync(selection, change, Ada);
        Assert.Null(start.Error);
        return await core.FinishAsync(start.Value!.Id);
    }
}
