using System.Text;
using System.Text.Json;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Leads.Storage;

namespace LeadStudio.Core.Leads.Acts;

/// <summary>A deleted lead with all that belongs to it.</summary>
/// <remarks>Its values stand under the ids of their fields: a field may have another column, or another type, when the lead comes back.</remarks>
/// <param name="CompanyId">Its company.</param>
/// <param name="Values">What it showed, by field id.</param>
/// <param name="Rows">Its rows of other tables, as <see cref="RowJson"/> writes them.</param>
internal sealed record TrashContent(long? CompanyId, IReadOnlyDictionary<int, FieldValue> Values, ILookup<string, JsonElement> Rows)
{
    /// <summary>Writes a lead.</summary>
    /// <param name="lead">What it shows.</param>
    /// <param name="rows">Its rows by table.</param>
    /// <param name="json">Writes the values.</param>
    public static string Write(LeadState lead, IEnumerable<(string Table, IEnumerable<string> Rows)> rows, FieldValuesJson json)
    {
        var tables = rows.Select(table => $"\"{table.Table}\":[{string.Join(',', table.Rows)}]");
        return $"{{\"company\":{lead.CompanyId?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null"},\"values\":{Encoding.UTF8.GetString(json.Write(lead.Profile))},\"rows\":{{{string.Join(',', tables)}}}}}";
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static TrashContent Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement.Clone();
        var company = root.GetProperty("company");
        return new(
            company.ValueKind == JsonValueKind.Null ? null : company.GetInt64(),
            FieldValuesJson.Read(root.GetProperty("values").GetRawText()),
            root.GetProperty("rows").EnumerateObject().SelectMany(table => table.Value.EnumerateArray().Select(row => (table.Name, Row: row))).ToLookup(row => row.Name, row => row.Row));
    }

    /// <summary>Gets the imports that said something of it which still counted.</summary>
    public IEnumerable<long> Imports => NumbersOf("import_id");

    /// <summary>Gets the acts that said something of it which still counted.</summary>
    public IEnumerable<long> Acts => NumbersOf("act_id");

    /// <summary>Gets its score, in points; null where it had none.</summary>
    public int? Score => Rows[LeadTable.Standings].Select(row => (int?)row.GetProperty("score").GetInt32()).FirstOrDefault();

    /// <summary>Tells whether nobody but some imports knows of the lead, and nobody did anything with it.</summary>
    public bool IsOnlyOf(IReadOnlySet<long> imports, IEnumerable<LeadTable> tables) =>
        Counting.All(row => row.GetProperty("import_id") is { ValueKind: JsonValueKind.Number } import && imports.Contains(import.GetInt64()))
        && !tables.Any(table => table.IsByPeople && Rows.Contains(table.Name));

    /// <summary>Gives what the fields of today show of it.</summary>
    public LeadState ToState(long id, FieldCatalog catalog)
    {
        var state = new LeadState(id, isNew: false) { CompanyId = CompanyId };
        foreach (var (field, value) in catalog.Translate(Values).Where(pair => !pair.Value.IsEmpty && catalog.Find(pair.Key) is { SuccessorId: null }))
        {
            state.Set(field, value);
        }

        return state;
    }

    private IEnumerable<JsonElement> Counting =>
        Rows[LeadTable.Observations].Where(row => row.GetProperty("status").GetInt64() != (long)ObservationStatus.Withdrawn);

    private IEnumerable<long> NumbersOf(string column) =>
        Counting.Select(row => row.GetProperty(column)).Where(value => value.ValueKind == JsonValueKind.Number).Select(value => value.GetInt64()).Distinct();
}
