using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Storage;

/// <summary>The columns of <c>leads</c> into which the values of a batch's new leads go.</summary>
internal sealed class LeadColumns
{
    private readonly ObservationBatch _batch;
    private readonly List<Field> _fields;
    private readonly bool _hasOverflow;
    private readonly int[] _places;
    private readonly Field _createdAt;
    private readonly Field _updatedAt;
    private readonly Field _stage;
    private readonly Field _country;
    private readonly int _countryPlace;

    public LeadColumns(ObservationBatch batch)
    {
        var catalog = batch.Catalog;
        (_batch, _createdAt, _updatedAt, _stage, _country) =
            (batch, catalog[StandardFields.CreatedAt], catalog[StandardFields.UpdatedAt], catalog[StandardFields.Stage], catalog[StandardFields.Country]);
        HashSet<int> used = [.. batch.Fields.Select(field => field.Id), catalog[StandardFields.Domain].Id, _createdAt.Id, _updatedAt.Id, _stage.Id];
        _fields = [.. catalog.Fields.Where(field => field.Column.Length > 0 && used.Contains(field.Id))];
        _hasOverflow = used.Any(id => catalog[id].Column.Length == 0);
        Names = ["overflow", .. _fields.SelectMany(field => field.IsText ? [field.Column, field.ComparedColumn] : (string[])[field.Column])];
        var places = ObservedValues.PlacesOf(batch);
        _places = [.. _fields.Select(field => places.GetValueOrDefault(field.Id, -1))];
        _countryPlace = places.GetValueOrDefault(_country.Id, -1);
    }

    /// <summary>Gets the names of the columns, in the order in which they are written.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Gets how many values a row has.</summary>
    public int CellsPerRow => Names.Count;

    /// <summary>Writes the values of a new lead of which one row spoke.</summary>
    /// <param name="row">Where to.</param>
    /// <param name="said">What the row said.</param>
    /// <param name="learnedAt">When LeadStudio learned it, in UTC microseconds.</param>
    public void Write(IRowSink row, ObservedValues said, long learnedAt)
    {
        WriteOverflow(row, said);
        var region = _batch.Catalog.RegionOf(said.At(_countryPlace));
        for (var i = 0; i < _fields.Count; i++)
        {
            WriteValue(row, _fields[i], ValueOf(_fields[i], said.At(_places[i]), learnedAt, learnedAt), region);
        }
    }

    /// <summary>Writes the values of a new lead of which several rows spoke.</summary>
    /// <param name="row">Where to.</param>
    /// <param name="lead">The lead.</param>
    public void Write(IRowSink row, LeadState lead)
    {
        WriteOverflow(row, lead.Profile);
        var region = _batch.Catalog.RegionOf(lead.Value(_country.Id));
        var (first, last) = (lead.Observation(0).LearnedAt, lead.Observation(lead.ObservationCount - 1).LearnedAt);
        foreach (var field in _fields)
        {
            WriteValue(row, field, ValueOf(field, lead.Value(field.Id), first, last), region);
        }
    }

    /// <summary>Writes the values of a lead as they are.</summary>
    /// <param name="row">Where to.</param>
    /// <param name="lead">The lead.</param>
    public void WriteAsIs(IRowSink row, LeadState lead)
    {
        WriteOverflow(row, lead.Profile);
        var region = _batch.Catalog.RegionOf(lead.Value(_country.Id));
        foreach (var field in _fields)
        {
            WriteValue(row, field, lead.Value(field.Id), region);
        }
    }

    private FieldValue ValueOf(Field field, FieldValue value, long firstLearnedAt, long lastLearnedAt) =>
        field == _updatedAt ? FieldValue.Of(lastLearnedAt)
        : field == _createdAt && value.IsEmpty ? FieldValue.Of(firstLearnedAt)
        : field == _stage && value.IsEmpty ? FieldValue.Of(StandardFields.StageNew)
        : value;

    private void WriteOverflow(IRowSink row, IEnumerable<KeyValuePair<int, FieldValue>> values)
    {
        if (!_hasOverflow)
        {
            row.WriteNull();
            return;
        }

        using var json = new FieldValuesJson();
        var overflow = values.Where(pair => _batch.Catalog[pair.Key].Column.Length == 0 && !pair.Value.IsEmpty).ToDictionary();
        row.WriteUtf8(json.Write(overflow));
    }

    private static void WriteValue(IRowSink row, Field field, FieldValue value, string? region)
    {
        if (!field.IsText)
        {
            row.Write(value.Number);
            return;
        }

        row.Write(value.Text);
        row.Write(value.Text is { } text ? FieldComparison.Compared(field, text, region) : null);
    }
}
