using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Phone;
using LeadStudio.Core.Leads.Storage;

namespace LeadStudio.Core.Leads.Listing;

/// <summary>A query, understood by the fields as they are now.</summary>
internal sealed class ListView
{
    public ListView(LeadQuery query, FieldCatalog catalog, SqlDialect dialect, long asOf)
    {
        Columns = ListColumns.Of(catalog);
        Catalog = catalog;
        Dialect = dialect;
        Scope = query.Scope;
        Filter = query is { Filter: { } filter, Zone: { } zone } ? LocalDays.ToUtc(filter, zone, Columns) : query.Filter;
        Words = LeadWords.Split(query.Search);
        Phone = PhoneOperand.Search(StandardFields.Phone, query.Search);
        Sql = new ConditionSql(Columns, dialect, asOf);
        var isKnown = Columns.Find(query.SortKey) is not null;
        var column = Columns.Find(isKnown ? query.SortKey : ListKeys.Score)!;
        Parts = Filter switch
        {
            null => [],
            AllCondition all => all.Items,
            var one => [one],
        };
        List<Condition> bounds = [.. Parts.Where(part => part is Predicate { Operator: not Operator.IsEmpty } predicate && predicate.Field == column.Key)];
        Order = new ListOrder(column, !isKnown || query.Descending, query.Scope, bounds, Sql, dialect);
    }

    public ListColumns Columns { get; }

    public FieldCatalog Catalog { get; }

    public SqlDialect Dialect { get; }

    public LeadScope Scope { get; }

    public Condition? Filter { get; }

    /// <summary>Gets the conditions that a lead must all meet.</summary>
    public IReadOnlyList<Condition> Parts { get; }

    public string[] Words { get; }

    /// <summary>Gets the condition that is an alternative to the words, where they look like a phone number; null where they do not.</summary>
    public Condition? Phone { get; }

    public ConditionSql Sql { get; }

    public ListOrder Order { get; }

    /// <summary>Gets a value indicating whether something else than the scope restricts the list.</summary>
    public bool IsRestricted => Filter is not null || Words.Length > 0;

    /// <summary>Gets the index by which to sort.</summary>
    public ListIndex SortIndex => ListIndex.ForSort(Order.Column, Scope, Dialect);

    /// <summary>Gets the indexes by which to filter.</summary>
    public IEnumerable<ListIndex> FilterIndexes => Filter is null ? [] : IndexesOf(Filter);

    /// <summary>Lists the indexes that answer a condition without reading leads.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>The indexes.</returns>
    public IEnumerable<ListIndex> IndexesOf(Condition condition) =>
        from key in condition.Fields()
        let column = Columns.Find(key)
        where column is { Table: ListTable.Leads }
        select ListIndex.ForFilter(column, Dialect);

    /// <summary>Writes what a lead must meet, apart from the words.</summary>
    /// <param name="condition">The condition; null for none.</param>
    /// <param name="parameters">Takes the values.</param>
    /// <returns>A condition over both tables.</returns>
    public string WriteRow(Condition? condition, SqlParameters parameters) =>
        (Scope == LeadScope.Open ? "s.is_open = 1" : "1 = 1") + (condition is null ? "" : " and " + Sql.Write(condition, parameters));
}
