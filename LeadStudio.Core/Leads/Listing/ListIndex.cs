using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Listing;

/// <summary>An index that the list builds when it first needs it.</summary>
/// <param name="Name">Its name in the database.</param>
/// <param name="On">The table and the columns.</param>
internal sealed record ListIndex(string Name, string On)
{
    /// <summary>What the names of all these indexes begin with.</summary>
    public const string Prefix = "lx_";

    /// <summary>The index by score that a migration makes: <i>Hot</i> is sorted by it from the start.</summary>
    public const string ShippedForScore = Prefix + "open_score";

    public static ListIndex ForFilter(ListColumn column, SqlDialect dialect) =>
        // On SQLite the id is part of every index.
        new(Prefix + column.Column, $"leads ({(column.IsText ? dialect.Text(column.Column) : column.Column)}{(dialect.Kind == DatabaseKind.Sqlite ? "" : ", id")})");

    public static ListIndex ForSort(ListColumn column, LeadScope scope, SqlDialect dialect) =>
        column.Table == ListTable.Leads ? ForFilter(column, dialect)
        : scope == LeadScope.Open ? new($"{Prefix}open_{column.Column}", $"lead_standings (is_open, {column.Column}, lead_id)")
        : new($"{Prefix}all_{column.Column}", $"lead_standings ({column.Column}, lead_id)");
}
