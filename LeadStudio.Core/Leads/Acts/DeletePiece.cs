using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Acts;

/// <summary>Puts leads into the trash, with all that belongs to them, as part of a transaction.</summary>
internal sealed class DeletePiece(IDatabase database, LeadRemoval removal, IEnumerable<LeadTable> tables)
{
    /// <summary>Puts those of the leads there that are still to be found.</summary>
    public async Task<PieceResult> DoAsync(LeadStudioDbContext db, FieldCatalog catalog, LeadAct act, long[] ids, CancellationToken cancellationToken)
    {
        var leads = await LeadReader.LoadProfilesAsync(db, catalog, ids, cancellationToken);
        if (leads.Count == 0)
        {
            return PieceResult.None;
        }

        var rows = new List<(string Table, ILookup<long, string> ByLead)>();
        foreach (var table in tables)
        {
            rows.Add((table.Name, await ReadAsync(db, table.Name, ids, cancellationToken)));
        }

        await InsertAsync(db, catalog, act, [.. leads.Values.OrderBy(lead => lead.Id)], rows);
        var found = leads.Keys.ToArray();
        await removal.RemoveAsync(db, found, tables.Select(table => table.Name), cancellationToken);
        return new(found.Length, found);
    }

    private async Task<ILookup<long, string>> ReadAsync(LeadStudioDbContext db, string table, long[] ids, CancellationToken cancellationToken) =>
        (await db.Sql($"select * from {table} where lead_id {IdsSql.Among(database.Kind)}", ("ids", IdsSql.Value(database.Kind, ids)))
            .ListAsync(reader => (Lead: reader.GetInt64(reader.GetOrdinal("lead_id")), Row: RowJson.Write(reader)), cancellationToken))
        .ToLookup(row => row.Lead, row => row.Row);

    private static async Task InsertAsync(
        LeadStudioDbContext db, FieldCatalog catalog, LeadAct act, IReadOnlyList<LeadState> leads, List<(string Table, ILookup<long, string> ByLead)> rows)
    {
        var (email, external) = (catalog[StandardFields.Email], catalog[StandardFields.ExternalId]);
        using var json = new FieldValuesJson();
        await using var trash = await BulkInsert.OpenAsync(db, "trash", ["act_id", "lead_id", "name", "email_key", "external_key", "content"]);
        foreach (var lead in leads)
        {
            trash.Write(act.Id);
            trash.Write(lead.Id);
            trash.Write(new LeadDetails(lead.Id, lead.CompanyId, catalog, lead.Profile, [], null).DisplayName);
            trash.Write(KeyOf(lead, email));
            trash.Write(KeyOf(lead, external));
            trash.Write(TrashContent.Write(lead, rows.Select(table => (table.Table, table.ByLead[lead.Id])), json));
            trash.EndRow();
        }

        await trash.CompleteAsync();
    }

    private static string? KeyOf(LeadState lead, Field field) => lead.Value(field.Id).Text is { } text ? FieldComparison.Compared(field, text) : null;
}
