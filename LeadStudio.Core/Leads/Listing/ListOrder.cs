using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Core.Leads.Listing;

/// <summary>The order of a list: by a column, then by id; leads without a value at the end.</summary>
/// <remarks>
/// A walk from a place is cut into stretches that an index serves from their first row to their last: the rest of the leads with the same value,
/// the values beyond, the leads without a value. One statement with "or" would begin at the first lead of the value each time.
/// </remarks>
/// <param name="column">The column to sort by.</param>
/// <param name="descending">Whether the greatest comes first.</param>
/// <param name="scope">Which leads are in question.</param>
/// <param name="bounds">What every lead of the list must meet of the column sorted by: the walk then keeps to that part of the index.</param>
/// <param name="sql">Writes the bounds.</param>
/// <param name="dialect">The database.</param>
internal sealed class ListOrder(
    ListColumn column, bool descending, LeadScope scope, IReadOnlyList<Condition> bounds, ConditionSql sql, SqlDialect dialect)
{
    private readonly string _name = dialect.Column(column);
    private readonly string _id = column.Table == ListTable.Leads ? "l.id" : "s.lead_id";

    public ListColumn Column => column;

    /// <summary>Gets the column to sort by, as a statement over both tables names it.</summary>
    public string Name => _name;

    // Columns of standings are never null, and their walk can keep to the scope by itself.
    private bool IsOfLeads => column.Table == ListTable.Leads;

    /// <summary>Gets a value indicating whether a walk meets leads that are not in question.</summary>
    public bool IsWider => IsOfLeads;

    /// <summary>Writes the walk from a place to the end of the list, or backwards to its beginning.</summary>
    /// <param name="from">The place, itself left out; null for the beginning, or backwards for the end.</param>
    /// <param name="isBackward">Whether to walk backwards.</param>
    /// <param name="among">The only leads to meet; null for all.</param>
    /// <param name="isIndexed">Whether there is an index to walk through. Else SQLite must not take one that only helps with the scope.</param>
    /// <returns>The stretches, in the order in which to walk them.</returns>
    public IEnumerable<(string Sql, SqlParameters Parameters)> Walk(LeadCursor? from, bool isBackward, IReadOnlyCollection<long>? among = null, bool isIndexed = true)
    {
        var isDown = descending != isBackward;
        var (direction, beyond) = isDown ? ("desc", "<") : ("asc", ">");
        var byValue = $"order by {_name} {direction}, {_id} {direction}";
        var byId = $"order by {_id} {direction}";
        var values = IsOfLeads ? $"{_name} is not null" : "1 = 1";
        if (from is null)
        {
            var present = Select(values, byValue, among, isIndexed);
            var missing = IsOfLeads ? Select($"{_name} is null", byId, among, isIndexed) : default;
            return isBackward ? Some(missing, present) : Some(present, missing);
        }

        var same = new SqlParameters();
        var place = from.Value.IsEmpty ? $"{_name} is null" : $"{_name} = {same.Add(ValueOf(from.Value))}";
        var rest = Select($"{place} and {_id} {beyond} {same.Add(from.Id)}", byId, among, isIndexed, same);
        if (from.Value.IsEmpty)
        {
            return Some(rest, isBackward ? Select(values, byValue, among, isIndexed) : default);
        }

        var others = new SqlParameters();
        var further = Select($"{_name} {beyond} {others.Add(ValueOf(from.Value))}", byValue, among, isIndexed, others);
        return Some(rest, further, IsOfLeads && !isBackward ? Select($"{_name} is null", byId, among, isIndexed) : default);
    }

    private static IEnumerable<(string Sql, SqlParameters Parameters)> Some(params (string? Sql, SqlParameters? Parameters)[] stretches) =>
        from stretch in stretches
        where stretch is { Sql: not null, Parameters: not null }
        select (stretch.Sql, stretch.Parameters);

    // Scores are whole numbers in the database: PostgreSQL would not use an index to compare them with a double.
    private object ValueOf(FieldValue value) => value.Text is { } text ? text : IsOfLeads ? value.Number : (object)(long)value.Number;

    private (string? Sql, SqlParameters? Parameters) Select(string where, string order, IReadOnlyCollection<long>? among, bool isIndexed, SqlParameters? parameters = null)
    {
        parameters ??= new SqlParameters();
        var table = IsOfLeads ? "leads l" : "lead_standings s";
        var inScope = !IsOfLeads && scope == LeadScope.Open ? $"{(isIndexed ? "" : "+")}s.is_open = 1 and " : "";
        var inBounds = string.Concat(bounds.Select(bound => $" and {sql.Write(bound, parameters)}"));
        var (join, on) = among is null ? ("", "") : ($"{dialect.Ids(parameters, among)} cross join ", $"{_id} = j.value and ");
        return ($"select {_id} from {join}{table} where {on}{inScope}{where}{inBounds} {order}", parameters);
    }
}
