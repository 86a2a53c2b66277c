using System.Text.Json;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>Hands many keys to a statement as one parameter.</summary>
internal static class IdsSql
{
    /// <summary>Says in SQL that a column is among <c>@ids</c>.</summary>
    public static string Among(DatabaseKind kind) => kind == DatabaseKind.Sqlite ? "in (select value from json_each(@ids))" : "= any(@ids)";

    /// <summary>Makes the value of <c>@ids</c>.</summary>
    public static object Value<T>(DatabaseKind kind, T[] ids) => kind == DatabaseKind.Sqlite ? JsonSerializer.Serialize(ids) : ids;
}
