using System.Data.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Standings;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Listing;

/// <summary>Reads the rows of a list.</summary>
internal static class RowReader
{
    private const int FirstColumn = 12;

    /// <summary>Reads rows.</summary>
    /// <param name="db">The context.</param>
    /// <param name="view">The list, which gives the rows' places.</param>
    /// <param name="ids">The leads.</param>
    /// <param name="columns">The fields to read.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>Those that exist, in the order of <paramref name="ids"/>.</returns>
    public static async Task<IReadOnlyList<LeadListRow>> ReadAsync(
        LeadStudioDbContext db, ListView view, IReadOnlyList<long> ids, IReadOnlyList<Field> columns, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        List<Field> stored = [.. columns.Where(field => field.Column.Length > 0)];
        var hasOverflow = stored.Count < columns.Count;
        var parameters = new SqlParameters();
        var among = view.Dialect.Ids(parameters, ids);
        var sort = view.Order.Column is { IsText: false, Table: ListTable.Standings } ? $"cast({view.Order.Name} as double precision)" : view.Order.Name;
        var rows = await db.Sql(
            $"""
            select l.id, s.score, s.band_code, s.version, s.rule_mask, s.changed_at, s.scored_at, s.is_open, l.company_id, l.created_at, {sort},
                   {(hasOverflow ? "l.overflow" : "null")}{string.Concat(stored.Select(field => $", l.{field.Column}"))}
            from {among} cross join leads l cross join lead_standings s where l.id = j.value and s.lead_id = l.id
            """,
            parameters.ToArray()).ListAsync(reader => Read(reader, view, stored), cancellationToken);

        var byId = rows.ToDictionary(row => row.Id);
        return [.. ids.Select(id => byId.GetValueOrDefault(id)).OfType<LeadListRow>()];
    }

    private static LeadListRow Read(DbDataReader reader, ListView view, List<Field> columns)
    {
        var values = new Dictionary<int, FieldValue>(columns.Count);
        foreach (var (field, value) in reader.TextOrNull(FirstColumn - 1) is { } overflow ? FieldValuesJson.Read(overflow) : [])
        {
            values[field] = value;
        }

        for (var index = 0; index < columns.Count; index++)
        {
            if (LeadReader.ReadValue(reader, FirstColumn + index, columns[index]) is { IsEmpty: false } value)
            {
                values[columns[index].Id] = value;
            }
        }

        var id = reader.GetInt64(0);
        var place = view.Order.Column.IsText ? FieldValue.Of(reader.TextOrNull(FirstColumn - 2)) : FieldValue.Of(reader.NumberOrNaN(FirstColumn - 2));
        return new LeadListRow(
            id,
            (int)reader.GetInt64(1),
            Band.FromCode((int)reader.GetInt64(2)),
            reader.GetInt64(3),
            reader.GetString(4),
            reader.GetInt64(5),
            reader.GetInt64(6),
            reader.GetInt64(7) != 0,
            reader.LongOrNull(8),
            (long)reader.GetDouble(9),
            values,
            new LeadCursor(place, id));
    }
}
