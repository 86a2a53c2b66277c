using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Json;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Acts;

/// <summary>Rows of any table as JSON objects of their columns, and back.</summary>
internal static class RowJson
{
    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the row that a reader stands at.</summary>
    public static string Write(DbDataReader reader)
    {
        var columns = new Dictionary<string, object?>(reader.FieldCount);
        for (var i = 0; i < reader.FieldCount; i++)
        {
            columns[reader.GetName(i)] = reader.IsDBNull(i) ? null : reader.GetValue(i);
        }

        return JsonSerializer.Serialize(columns, s_plain);
    }

    /// <summary>Adds rows to a table, as part of a transaction. Columns that the table did not have when they were written get their defaults.</summary>
    public static async Task InsertAsync(LeadStudioDbContext db, DatabaseKind kind, string table, IEnumerable<JsonElement> rows, CancellationToken cancellationToken)
    {
        foreach (var alike in rows.GroupBy(row => string.Join(',', row.EnumerateObject().Select(column => column.Name))))
        {
            await (kind == DatabaseKind.Sqlite
                ? InsertAsync(db, table, alike.Key.Split(','), alike)
                : db.Sql(
                    $"insert into {table} ({alike.Key}) select {alike.Key} from jsonb_populate_recordset(null::{table}, cast(@rows as jsonb))",
                    ("rows", $"[{string.Join(',', alike.Select(row => row.GetRawText()))}]")).RunAsync(cancellationToken));
        }
    }

    private static async Task InsertAsync(LeadStudioDbContext db, string table, string[] columns, IEnumerable<JsonElement> rows)
    {
        await using var writer = await BulkInsert.OpenAsync(db, table, columns);
        foreach (var row in rows)
        {
            foreach (var column in row.EnumerateObject())
            {
                Write(writer, column.Value);
            }

            writer.EndRow();
        }

        await writer.CompleteAsync();
    }

    private static void Write(IRowWriter writer, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var whole))
        {
            writer.Write(whole);
        }
        else if (value.ValueKind == JsonValueKind.Number)
        {
            writer.Write(value.GetDouble());
        }
        else
        {
            writer.Write(value.GetString());
        }
    }
}
