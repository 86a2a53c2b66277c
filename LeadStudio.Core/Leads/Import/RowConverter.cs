using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import.Cells;
using LeadStudio.Core.Leads.Import.Csv;
using LeadStudio.Core.Leads.Import.Values;
using LeadStudio.Core.Leads.Recording;

namespace LeadStudio.Core.Leads.Import;

/// <summary>Turns the rows of a file into observations, by the mapping.</summary>
internal sealed class RowConverter
{
    private const int TrueAt = -1;
    private readonly ImportMapping _mapping;
    private readonly List<Column> _columns = [];
    private readonly List<Field> _fields = [];
    private readonly HashSet<int> _clearing = [];
    private readonly int _outcome = -1;
    private readonly int _outcomeAt = -1;
    private readonly FieldValue _impliedOutcome = FieldValue.Empty;

    public RowConverter(ImportMapping mapping, FieldCatalog catalog)
    {
        _mapping = mapping;
        for (var index = 0; index < mapping.Columns.Count; index++)
        {
            var column = mapping.Columns[index];
            if (column.Use == ColumnUse.Field)
            {
                var field = catalog[column.Field!];
                var isTrueAt = field.Key == StandardFields.UpdatedAt;
                var reader = CellReader.For(column, field, catalog, mapping.Zone());
                _columns.Add(new(index, isTrueAt ? TrueAt : _fields.Count, column.Name, reader, new MissingValues(column.Missing), MustFit(field)));
                if (!isTrueAt)
                {
                    Add(field, column);
                }
            }
            else if (column.Use == ColumnUse.FullName)
            {
                AddName(index, column, catalog[StandardFields.FirstName], isFirst: true);
                AddName(index, column, catalog[StandardFields.LastName], isFirst: false);
            }
        }

        _outcome = _fields.FindIndex(field => field.Key == StandardFields.Outcome);
        _outcomeAt = _fields.FindIndex(field => field.Key == StandardFields.OutcomeAt);
        if (_outcome < 0 && _outcomeAt >= 0)
        {
            var isLost = mapping.Columns.Any(column => column is { Use: ColumnUse.Field, Field: StandardFields.OutcomeAt, DateMeansLost: true });
            _impliedOutcome = FieldValue.Of(isLost ? StandardFields.Lost : StandardFields.Won);
            _outcome = _fields.Count;
            _fields.Add(catalog[StandardFields.Outcome]);
        }

        ClearOutcomeWhole();
    }

    /// <summary>Gets the fields that the values of a row are of, in their order.</summary>
    public IReadOnlyList<Field> Fields => _fields;

    /// <summary>Gets the ids of those that an empty cell clears.</summary>
    public IReadOnlySet<int> Clearing => _clearing;

    /// <summary>Gets the readers that can meet new options, with the place of their values.</summary>
    public IEnumerable<(int Index, IOptionReader Reader)> OptionReaders =>
        _columns.Where(column => column.Reader is IOptionReader).Select(column => (column.Index, (IOptionReader)column.Reader));

    /// <summary>Converts the current row.</summary>
    /// <param name="row">The file, on that row.</param>
    /// <param name="result">The observation; its choices can hold stand-ins (see <see cref="OptionCodes"/>).</param>
    /// <returns>Why the row is refused, or null.</returns>
    public RowProblem? Convert(CsvReader row, out BatchRow? result)
    {
        result = null;
        if (RowProblems.Of(row.Damage) is { } damage)
        {
            return damage;
        }

        var values = new FieldValue[_fields.Count];
        Array.Fill(values, FieldValue.Empty);
        long? trueAt = null;
        List<int>? unsaid = null;
        foreach (var column in _columns)
        {
            var cell = FormulaGuard.Remove(row[column.Source]).Trim();
            if (column.Missing.IsMissing(cell))
            {
                continue;
            }

            if (!column.Reader.TryRead(cell, out var value))
            {
                if (column.MustFit || !_mapping.LeavesOutBadValues)
                {
                    return RowProblems.BadValue(column.Name, cell, column.Reader);
                }

                if (_clearing.Count > 0)
                {
                    (unsaid ??= []).Add(column.Index);
                }
            }
            else if (column.Index == TrueAt)
            {
                trueAt = (long)value.Number;
            }
            else
            {
                values[column.Index] = value;
            }
        }

        SettleOutcome(values);
        result = new BatchRow(row.LineNumber, values, TrueAt: trueAt, Unsaid: unsaid);
        return null;
    }

    private void AddName(int source, ColumnMapping column, Field field, bool isFirst)
    {
        _columns.Add(new(source, _fields.Count, column.Name, new NamePartReader(isFirst), new MissingValues(column.Missing), MustFit: false));
        Add(field, column);
    }

    private void Add(Field field, ColumnMapping column)
    {
        _fields.Add(field);
        if (column.EmptyClears && MappingRules.MayClear(field.Key))
        {
            _clearing.Add(field.Id);
        }
    }

    // Who is open again was not won at any time.
    private void ClearOutcomeWhole()
    {
        if (_outcome >= 0 && _outcomeAt >= 0 && (_clearing.Contains(_fields[_outcome].Id) || _clearing.Contains(_fields[_outcomeAt].Id)))
        {
            _clearing.UnionWith([_fields[_outcome].Id, _fields[_outcomeAt].Id]);
        }
    }

    // A date without an outcome (the day on which somebody expects to close) is none of the outcome's.
    private void SettleOutcome(FieldValue[] values)
    {
        if (_outcomeAt < 0)
        {
            return;
        }

        if (!_impliedOutcome.IsEmpty)
        {
            values[_outcome] = values[_outcomeAt].IsEmpty ? FieldValue.Empty : _impliedOutcome;
        }
        else if (values[_outcome].IsEmpty)
        {
            values[_outcomeAt] = FieldValue.Empty;
        }
    }

    private static bool MustFit(Field field) =>
        field.Key is StandardFields.Email or StandardFields.ExternalId or StandardFields.Outcome or StandardFields.OutcomeAt;

    private readonly record struct Column(int Source, int Index, string Name, CellReader Reader, MissingValues Missing, bool MustFit);
}
