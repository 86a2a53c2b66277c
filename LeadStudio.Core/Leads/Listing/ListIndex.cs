using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Listing;

/// <summary>An index that the list builds when it first needs it.</summary>
/// <param name="Name">Its name in the database.</param>
/// <param name="On">The table and the columns.</param>
internal sealed record ListIndex(string Name, string On)
{
    /// <summary>What the names of all these indexes begin with.</summary>
    public const string Prefix = "lx_";

    /// <summary>Gets what migrations make: <i>Hot</i> is sorted by score, and the two keys are unique (on PostgreSQL in an order of its own).</summary>
    public static IReadOnlyList<string> Shipped { get; } = [Prefix + "open_score", Prefix + "email_key", Prefix + "external_key"];

    public static ListIndex ForFilter(ListColumn column, SqlDialect dialect) =>
        // On SQLite the id is part of every index.
        new(Prefix + column.Column, $"leads ({(column.IsText ? dialect.Text(column.Column) : column.Column)}{(dialect.Kind == DatabaseKind.Sqlite ? "" : ", id")})");

    /// <summary>Makes the index that answers from itself which companies the leads with a value are of.</summary>
    public static ListIndex ForCompanies(ListColumn column, SqlDialect dialect) =>
        new($"{Prefix}{column.Column}_company", $"leads ({(column.IsText ? dialect.Text(column.Column) : column.Column)}, company_id)");

    public static ListIndex ForSort(ListColumn column, LeadScope scope, SqlDialect dialect) =>
        column.Table == ListTable.Leads ? ForFilter(column, dialect)
        : scope == LeadScope.Open ? new($"{Prefix}open_{column.Column}", $"lead_standings (is_open, {column.Column}, lead_id)")
        : new($"{Prefix}all_{column.Column}", $"lead_standings ({column.Column}, lead_id)");
}
