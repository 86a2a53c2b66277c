using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Acts;

/// <summary>Brings leads back from the trash, as part of a transaction.</summary>
/// <remarks>
/// A lead stays there where another one has its e-mail address or id by now. It is gone for good where only an import knew it that was taken
/// back meanwhile. Else it comes back as it would be had it never been away: it follows what happened to its fields, imports and company.
/// </remarks>
internal sealed class RestorePiece(IDatabase database, LeadReturn leads, IWorkQueue queue, IEnumerable<LeadTable> tables)
{
    /// <summary>Brings back those that can come back.</summary>
    public async Task<PieceResult> DoAsync(LeadStudioDbContext db, FieldCatalog catalog, LeadAct act, long[] ids, CancellationToken cancellationToken)
    {
        var rows = await db.Sql(
            $"select lead_id, email_key, external_key, content from trash where act_id = {act.Id} and lead_id {Among} order by lead_id", Ids(ids)).ListAsync(
            reader => (Id: reader.GetInt64(0), Email: reader.TextOrNull(1), External: reader.TextOrNull(2), Content: TrashContent.Read(reader.GetString(3))),
            cancellationToken);
        var emails = await TakenAsync(db, "email_key", rows.Select(row => row.Email), cancellationToken);
        var externals = await TakenAsync(db, "external_key", rows.Select(row => row.External), cancellationToken);
        var imports = await AmongAsync(db, "imports", "status", rows.SelectMany(row => row.Content.Imports), cancellationToken);
        var acts = await AmongAsync(db, "acts", "state", rows.SelectMany(row => row.Content.Acts), cancellationToken);

        var back = new Dictionary<long, TrashContent>();
        var settled = new List<long>();
        foreach (var (id, email, external, content) in rows)
        {
            if (content.IsOnlyOf(imports, tables))
            {
                settled.Add(id);
            }
            else if ((email is null || !emails.Contains(email)) && (external is null || !externals.Contains(external)))
            {
                back.Add(id, content);
                settled.Add(id);
            }
        }

        await leads.InsertAsync(db, catalog, back, cancellationToken);
        var withdrawn = imports.Select(Withdrawal.OfImport).Concat(acts.Select(Withdrawal.OfAct)).ToList();
        await leads.FollowAsync(db, catalog, back, withdrawn, act.At, cancellationToken);
        await queue.AddRangesAsync(db, LeadQueues.Score, back.Keys);
        await db.Sql($"delete from trash where act_id = {act.Id} and lead_id {Among}", Ids([.. settled])).RunAsync(cancellationToken);
        return new(back.Count, [.. back.Keys]) { Scored = [.. back.Where(lead => lead.Value.Score is not null).Select(lead => new StandingChange(lead.Key, null, lead.Value.Score!.Value))] };
    }

    private async Task<HashSet<string>> TakenAsync(LeadStudioDbContext db, string column, IEnumerable<string?> keys, CancellationToken cancellationToken) =>
        [.. await db.Sql($"select {column} from leads where {column} {Among}", ("ids", IdsSql.Value(database.Kind, keys.OfType<string>().ToArray())))
            .ListAsync(reader => reader.GetString(0), cancellationToken)];

    // Those of some imports or acts that were taken back.
    private async Task<HashSet<long>> AmongAsync(LeadStudioDbContext db, string table, string state, IEnumerable<long> ids, CancellationToken cancellationToken) =>
        [.. await db.Sql($"select id from {table} where {state} in ('TakingBack', 'TakenBack') and id {Among}", Ids([.. ids.Distinct()]))
            .ListAsync(reader => reader.GetInt64(0), cancellationToken)];

    private string Among => IdsSql.Among(database.Kind);

    private (string, object?) Ids(long[] ids) => ("ids", IdsSql.Value(database.Kind, ids));
}
