using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import.Cells;
using LeadStudio.Core.Leads.Import.Csv;
using LeadStudio.Core.Leads.Import.Values;
using LeadStudio.Core.Leads.Recording;

namespace LeadStudio.Core.Leads.Import.Companies;

/// <summary>Turns the rows of a file into what they say of companies, by the mapping.</summary>
internal sealed class CompanyRowReader
{
    private const int TrueAt = -1;
    private readonly bool _leavesOutBadValues;
    private readonly List<Column> _columns = [];

    public CompanyRowReader(ImportMapping mapping, IReadOnlyList<CompanyField> fields)
    {
        _leavesOutBadValues = mapping.LeavesOutBadValues;
        for (var index = 0; index < mapping.Columns.Count; index++)
        {
            var column = mapping.Columns[index];
            if (column.Use == ColumnUse.Field)
            {
                var field = fields.FirstOrDefault(field => field.Key == column.Field);
                _columns.Add(new(
                    index, field?.Id ?? TrueAt, column.Name, ReaderOf(column, field, mapping.Zone()), new MissingValues(column.Missing), column.EmptyClears && CompanyMappingRules.MayClear(column.Field!)));
            }
        }
    }

    /// <summary>Reads the current row.</summary>
    /// <param name="row">The file, on that row.</param>
    /// <param name="result">What it says.</param>
    /// <returns>Why it is refused, or null.</returns>
    public RowProblem? Read(CsvReader row, out CompanyRow? result)
    {
        result = null;
        if (RowProblems.Of(row.Damage) is { } damage)
        {
            return damage;
        }

        var values = new Dictionary<int, FieldValue>();
        long? trueAt = null;
        foreach (var column in _columns)
        {
            var cell = FormulaGuard.Remove(row[column.Source]).Trim();
            if (column.Missing.IsMissing(cell))
            {
                if (column.EmptyClears)
                {
                    values[column.Field] = FieldValue.Empty;
                }
            }
            else if (!column.Reader.TryRead(cell, out var value))
            {
                if (!_leavesOutBadValues || CompanyFields.IsIdentity(column.Field))
                {
                    return RowProblems.BadValue(column.Name, cell, column.Reader);
                }
            }
            else if (column.Field == TrueAt)
            {
                trueAt = (long)value.Number;
            }
            else if (!value.IsEmpty)
            {
                values[column.Field] = value;
            }
        }

        result = new CompanyRow(row.LineNumber, ChunkReader.CellsOf(row), values, trueAt);
        return result.Name is null && result.Domain is null && result.ExternalId is null
            ? new RowProblem("identity", "The row has neither a name nor a domain nor an id, so its company cannot be told. Fill in one of them.")
            : null;
    }

    private static CellReader ReaderOf(ColumnMapping column, CompanyField? field, TimeZoneInfo? zone) => field?.Key switch
    {
        null => CellReader.For(column, FieldType.Date, zone),
        CompanyFields.Name or CompanyFields.ExternalId => new Cells.TextReader(CellReader.LongestKey),
        CompanyFields.Domain => new DomainReader(),
        _ => CellReader.For(column, field.Type, zone),
    };

    private readonly record struct Column(int Source, int Field, string Name, CellReader Reader, MissingValues Missing, bool EmptyClears);
}
