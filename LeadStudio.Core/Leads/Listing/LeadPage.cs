using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Standings;

namespace LeadStudio.Core.Leads.Listing;

/// <summary>Some rows of a list, one after the other.</summary>
/// <param name="Rows">The rows, in the list's order, whichever way was paged.</param>
/// <param name="HasMore">Whether more rows follow in the direction that was paged: behind the last row, or before the first.</param>
public sealed record LeadPage(IReadOnlyList<LeadListRow> Rows, bool HasMore);

/// <summary>One lead of a list.</summary>
/// <param name="Id">The lead.</param>
/// <param name="Score">Its score, in points, 0 to 100.</param>
/// <param name="Band">Its band.</param>
/// <param name="Version">The version of the scorecard that scored it.</param>
/// <param name="RuleMask">Which rules held, as the standing has it.</param>
/// <param name="ChangedAt">Since when score and band are what they are, in UTC microseconds.</param>
/// <param name="ScoredAt">When it was scored, in UTC microseconds.</param>
/// <param name="IsOpen">Whether it has no outcome.</param>
/// <param name="CompanyId">Its company, if it has one.</param>
/// <param name="CreatedAt">When it was created, in UTC microseconds.</param>
/// <param name="Values">The values of the columns asked for, by the id of the field; those that are missing have no entry.</param>
/// <param name="Cursor">The row's place in the list, from which to page on.</param>
public sealed record LeadListRow(
    long Id,
    int Score,
    Band Band,
    long Version,
    string RuleMask,
    long ChangedAt,
    long ScoredAt,
    bool IsOpen,
    long? CompanyId,
    long CreatedAt,
    IReadOnlyDictionary<int, FieldValue> Values,
    LeadCursor Cursor)
{
    /// <summary>Gets a value.</summary>
    /// <param name="field">The field; one of the columns asked for.</param>
    /// <returns>The value.</returns>
    public FieldValue this[Field field] => Values.GetValueOrDefault(field.Id, FieldValue.Empty);
}

/// <summary>A place in the order of a list: the value sorted by, as it is compared, and the lead. It stays good when that lead changes or goes.</summary>
/// <param name="Value">The folded text or the number; empty where it is missing.</param>
/// <param name="Id">The lead.</param>
public sealed record LeadCursor(FieldValue Value, long Id);

/// <summary>How many leads a list has.</summary>
/// <param name="Count">The number.</param>
/// <param name="IsExact">Whether it was counted, not estimated from a sample.</param>
public sealed record LeadCount(long Count, bool IsExact);
