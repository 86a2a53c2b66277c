using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Leads.Standings;

namespace LeadStudio.Tests.Features.Leads;

/// <summary>A list of leads that have a score and the same values, none by default, best first; it notes what it was asked.</summary>
internal sealed class FakeLeadList : ILeadList
{
    /// <summary>Gets the scores by lead.</summary>
    public Dictionary<long, int> Scores { get; } = [];

    /// <summary>Gets the least score of a lead that matches the filter.</summary>
    public int Least { get; init; }

    /// <summary>Gets the values of each lead, by field id.</summary>
    public IReadOnlyDictionary<int, FieldValue> Values { get; init; } = new Dictionary<int, FieldValue>();

    public List<string> Asked { get; } = [];

    public Task<LeadPage> PageAsync(
        LeadQuery query, LeadCursor? after, int count, IReadOnlyList<Field> columns, CancellationToken cancellationToken = default)
    {
        Asked.Add($"after {after?.Id} {count}");
        var rows = Sorted();
        return Page(rows.SkipWhile(row => after is not null && row.Id != after.Id).Skip(after is null ? 0 : 1), count);
    }

    public Task<LeadPage> PageBeforeAsync(
        LeadQuery query, LeadCursor? before, int count, IReadOnlyList<Field> columns, CancellationToken cancellationToken = default)
    {
        Asked.Add($"before {before?.Id} {count}");
        return Page(Sorted().TakeWhile(row => row.Id != before?.Id).TakeLast(count), count);
    }

    public Task<LeadPage> AtAsync(LeadQuery query, long rowIndex, int count, IReadOnlyList<Field> columns, CancellationToken cancellationToken = default)
    {
        Asked.Add($"at {rowIndex} {count}");
        return Page(Sorted().Skip((int)rowIndex), count);
    }

    public Task<IReadOnlyList<long>> IdsAsync(LeadQuery query, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<long>>([.. Sorted().Select(row => row.Id)]);

    public Task<LeadCount> CountAsync(LeadQuery query, bool mayEstimate = true, CancellationToken cancellationToken = default) =>
        Task.FromResult(new LeadCount(Sorted().Count, IsExact: !mayEstimate));

    public async Task<IReadOnlyList<LeadCount>> CountAsync(
        IReadOnlyList<LeadQuery> queries, bool mayEstimate = true, CancellationToken cancellationToken = default)
    {
        Asked.Add($"count {queries.Count}");
        return await Task.WhenAll(queries.Select(query => CountAsync(query, mayEstimate, cancellationToken)));
    }

    public Task<long?> IndexOfAsync(LeadQuery query, long leadId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<LeadListRow>> RowsAsync(
        LeadQuery query, IReadOnlyList<long> ids, IReadOnlyList<Field> columns, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<LeadListRow>>([.. ids.Select(RowOf)]);

    public Task<IReadOnlyList<long>> MatchAsync(LeadQuery query, IReadOnlyList<long> ids, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<long>>([.. ids.Where(id => Scores[id] >= Least)]);

    public Task PrepareAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken = default) => Task.CompletedTask;

    private static Task<LeadPage> Page(IEnumerable<LeadListRow> rows, int count) => Task.FromResult(new LeadPage([.. rows.Take(count)], HasMore: false));

    private List<LeadListRow> Sorted() =>
        [.. Scores.Where(item => item.Value >= Least).OrderByDescending(item => item.Value).ThenByDescending(item => item.Key).Select(item => RowOf(item.Key))];

    private LeadListRow RowOf(long id) =>
        new(id, Scores[id], Band.FromCode(1), 1, "", 0, 0, IsOpen: true, null, 0, Values, new LeadCursor(FieldValue.Of(Scores[id]), id));
}
