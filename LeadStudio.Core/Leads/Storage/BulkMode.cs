using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>Settings of SQLite under which a million leads go in or out faster. PostgreSQL needs none.</summary>
internal static class BulkMode
{
    private const int MergeSeldom = 16;
    private const int MergeAsUsual = 4;

    // From which percentage of removed leads on a part of the index is written again; 0 for never.
    private const int NeverRewrite = 0;
    private const int RewriteAsUsual = 10;

    /// <summary>Lets the index for words merge its parts seldom, or as usual again; it then catches up with what is written later.</summary>
    public static Task SetAsync(IDatabase database, bool isOn, CancellationToken cancellationToken) =>
        database.Kind == DatabaseKind.Sqlite
            ? database.WriteAsync(
                async db =>
                {
                    await ConfigureAsync(db, "automerge", isOn ? MergeSeldom : MergeAsUsual, cancellationToken);
                    await ConfigureAsync(db, "deletemerge", isOn ? NeverRewrite : RewriteAsUsual, cancellationToken);
                    return true;
                },
                cancellationToken)
            : Task.CompletedTask;

    private static Task<int> ConfigureAsync(LeadStudioDbContext db, string setting, int value, CancellationToken cancellationToken) =>
        db.Sql("insert into lead_search(lead_search, rank) values (@setting, @value)", ("setting", setting), ("value", value)).RunAsync(cancellationToken);
}
