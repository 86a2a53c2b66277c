using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>Removes leads and what belongs to them, as part of a transaction.</summary>
internal sealed class LeadRemoval(IDatabase database)
{
    /// <summary>Removes leads from the list, from what finds them by words, and from other tables.</summary>
    /// <param name="db">The context of the transaction, which has locked out those who record and those who score.</param>
    /// <param name="ids">The leads.</param>
    /// <param name="tables">The other tables; their column <c>lead_id</c> names the lead.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>A task that ends when they are gone.</returns>
    public async Task RemoveAsync(LeadStudioDbContext db, long[] ids, IEnumerable<string> tables, CancellationToken cancellationToken)
    {
        if (ids.Length == 0)
        {
            return;
        }

        foreach (var table in tables)
        {
            await db.Sql($"delete from {table} where lead_id {IdsSql.Among(database.Kind)}", Ids(ids)).RunAsync(cancellationToken);
        }

        await db.Sql($"delete from leads where id {IdsSql.Among(database.Kind)}", Ids(ids)).RunAsync(cancellationToken);
        if (database.Kind == DatabaseKind.Sqlite)
        {
            await db.Sql($"delete from lead_search where rowid {IdsSql.Among(database.Kind)}", Ids(ids)).RunAsync(cancellationToken);
        }
    }

    private (string, object?) Ids(long[] ids) => ("ids", IdsSql.Value(database.Kind, ids));
}
