using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Features.Leads.Columns;
using LeadStudio.Features.Leads.List;

namespace LeadStudio.Features.Leads.Filters;

/// <summary>Finds the conditions that the value in a cell meets, to filter by it.</summary>
public static class CellFilter
{
    /// <summary>Lists the conditions of a cell: one for its value, several where it shows several.</summary>
    /// <param name="row">The lead.</param>
    /// <param name="column">The key of the column.</param>
    /// <param name="catalog">The fields.</param>
    /// <param name="zone">The user's zone, in which a filter's days are meant.</param>
    public static IReadOnlyList<Condition> Of(LeadRow row, string column, FieldCatalog catalog, TimeZoneInfo zone) => column switch
    {
        ColumnSet.Score or ColumnSet.Why =>
        [
            new Predicate(ListKeys.Band, Operator.Is, [row.Lead.Band.ToString()]),
            new Predicate(ListKeys.Score, Operator.AtLeast, [(double)row.Lead.Score]),
        ],
        ColumnSet.Lead => Of(row.Lead, catalog[StandardFields.Company], catalog, zone),
        _ => catalog.Find(column) is { Column.Length: > 0 } field ? Of(row.Lead, field, catalog, zone) : [],
    };

    private static Predicate[] Of(LeadListRow lead, Field field, FieldCatalog catalog, TimeZoneInfo zone)
    {
        var value = lead[field];
        if (value.IsEmpty)
        {
            return [new Predicate(field.Key, Operator.IsEmpty, [])];
        }

        return field.Type switch
        {
            FieldType.Text => [new Predicate(field.Key, Operator.Is, [value.Text ?? ""])],
            FieldType.Number => [new Predicate(field.Key, Operator.Is, [value.Number])],
            FieldType.Boolean => [new Predicate(field.Key, Operator.Is, [value.Number != 0])],
            FieldType.Date => [new Predicate(field.Key, Operator.Is, [Day((long)value.Number, zone)])],
            FieldType.Choice => [new Predicate(field.Key, Operator.Is, [catalog.Display(field, value)])],
            FieldType.MultiChoice => [.. value.ToCodes().Select(code => new Predicate(field.Key, Operator.HasAnyOf, [catalog.Display(field, FieldValue.OfCodes([code]))]))],
            _ => throw new ArgumentOutOfRangeException(nameof(field), field.Type, "No such type."),
        };
    }

    // A date without a time stands for its whole day.
    private static string Day(long at, TimeZoneInfo zone)
    {
        var instant = UtcMicroseconds.ToInstant(at);
        return (at % UtcMicroseconds.PerDay == 0 ? instant : TimeZoneInfo.ConvertTime(instant, zone)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }
}
