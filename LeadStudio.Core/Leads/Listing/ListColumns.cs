using System.Collections.Frozen;
using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Standings;

namespace LeadStudio.Core.Leads.Listing;

/// <summary>All that a lead list can be filtered and sorted by: the fields that have a column, the score, the band.</summary>
public sealed class ListColumns : IColumnCatalog
{
    private readonly FrozenDictionary<string, ListColumn> _byKey;

    private ListColumns(List<ListColumn> columns)
    {
        Columns = columns;
        _byKey = columns.ToFrozenDictionary(column => column.Key, StringComparer.Ordinal);
    }

    /// <inheritdoc />
    public IReadOnlyList<ColumnDescription> Columns { get; }

    /// <summary>Lists the columns.</summary>
    /// <param name="catalog">The fields.</param>
    /// <returns>The columns: score and band, then the fields in their order.</returns>
    public static ListColumns Of(FieldCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        List<ListColumn> columns =
        [
            new(ListKeys.Score, "Score", ColumnType.Number, [], ListTable.Standings, "score"),
            new(ListKeys.Band, "Band", ColumnType.Choice, [.. Band.All.Select(band => new ColumnOption(band.Code, band.ToString()))], ListTable.Standings, "band_code"),
            new(ListKeys.ScoredAt, "Scored", ColumnType.Date, [], ListTable.Standings, "scored_at"),
        ];
        var taken = columns.Select(column => column.Key).ToHashSet(StringComparer.Ordinal);
        columns.AddRange(
            from field in catalog.Fields
            where field.Column.Length > 0 && !taken.Contains(field.Key)
            select new ListColumn(field.Key, field.Label, TypeOf(field.Type), OptionsOf(catalog, field), ListTable.Leads, field.ComparedColumn));
        return new ListColumns(columns);
    }

    /// <inheritdoc />
    ColumnDescription? IColumnCatalog.Find(string key) => Find(key);

    internal ListColumn? Find(string key) => _byKey.GetValueOrDefault(key);

    private static ValueList<ColumnOption> OptionsOf(FieldCatalog catalog, Field field) =>
        ValueList.From(catalog.OptionsOf(field).Select(option => new ColumnOption(option.Code, option.Label)));

    private static ColumnType TypeOf(FieldType type) => type switch
    {
        FieldType.Text => ColumnType.Text,
        FieldType.Number => ColumnType.Number,
        FieldType.Boolean => ColumnType.Boolean,
        FieldType.Date => ColumnType.Date,
        FieldType.Choice => ColumnType.Choice,
        FieldType.MultiChoice => ColumnType.MultiChoice,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown type of field."),
    };
}
