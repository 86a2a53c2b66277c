using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>A setting of SQLite under which a million leads go in faster. PostgreSQL needs none.</summary>
internal static class BulkMode
{
    private const int MergeSeldom = 16;
    private const int MergeAsUsual = 4;

    /// <summary>Lets the index for words merge its parts seldom, or as usual again; it then catches up with what is written later.</summary>
    public static Task SetAsync(IDatabase database, bool isOn, CancellationToken cancellationToken) =>
        database.Kind == DatabaseKind.Sqlite
            ? database.WriteAsync(
                db => db.Sql("insert into lead_search(lead_search, rank) values ('automerge', @segments)", ("segments", isOn ? MergeSeldom : MergeAsUsual))
                    .RunAsync(cancellationToken),
                cancellationToken)
            : Task.CompletedTask;
}
