using LeadStudio.Core.Leads.Listing;
using LeadStudio.Features.Leads.Columns;
using LeadStudio.Live;

namespace LeadStudio.Features.Leads.List;

/// <summary>One list as one user sees it: rows stay where they are until the user asks for what is new.</summary>
public sealed class LeadListView(ILeadList list, LeadQuery query, ColumnSet columns, LeadRowReader reader)
{
    private const int MostAtOnce = 1_000;

    private readonly RowOrder _order = new(query.Descending);
    private readonly HashSet<long> _new = [];
    private readonly HashSet<long> _moved = [];
    private LeadCount? _now;
    private LeadCount? _renewed;
    private bool _isOrderUnknown;

    /// <summary>Gets what the list shows.</summary>
    public LeadQuery Query => query;

    /// <summary>Gets the columns.</summary>
    public ColumnSet Columns => columns;

    /// <summary>Gets the rows that are known.</summary>
    public RowCache Cache { get; } = new(list, query, columns.FieldsRead, reader.ReadAsync);

    /// <summary>Gets how many rows there are; null while that is not known. A row that has left the list stays until the user asks for what is new.</summary>
    public long? Rows => News.IsNone ? _now?.Count : Math.Max(_now?.Count ?? 0, _renewed?.Count ?? 0);

    /// <summary>Gets what is not shown yet.</summary>
    public ListNews News => new(_isOrderUnknown ? Grown : _new.Count, _moved.Count, _isOrderUnknown);

    // Where the new leads are too many to list, the counts tell how many belong here.
    private int Grown => _now is { IsExact: true } now && _renewed is { IsExact: true } renewed ? (int)Math.Max(0, now.Count - renewed.Count) : 0;

    /// <summary>Takes a count of the rows.</summary>
    /// <param name="count">The count.</param>
    public void Take(LeadCount count)
    {
        _renewed = _renewed is null || News.IsNone ? count : _renewed;
        _now = count;
    }

    /// <summary>Takes news: the known rows show the present values at once, and keep their places.</summary>
    /// <param name="news">The news.</param>
    /// <param name="cancellationToken">Stops the reads.</param>
    public async Task TakeAsync(LeadNews news, CancellationToken cancellationToken)
    {
        if (news.Many)
        {
            Cache.KeepNear();
        }

        var known = Cache.Rows.Values.Select(row => row.Lead.Id).ToHashSet();
        var changed = news.Many ? known : known.Where(news.Ids.Contains).ToHashSet();
        if (changed.Count > 0)
        {
            var rows = await list.RowsAsync(query, [.. changed], columns.FieldsRead, cancellationToken);
            foreach (var row in await reader.ReadAsync(rows, cancellationToken))
            {
                Cache.Replace(row);
            }
        }

        if (news.Many)
        {
            _isOrderUnknown = true;
            return;
        }

        var others = news.Scored.Select(change => change.LeadId).Where(id => !known.Contains(id)).ToList();
        var matching = (await list.MatchAsync(query, [.. changed, .. others], cancellationToken)).ToHashSet();
        _moved.RemoveWhere(changed.Contains);
        _moved.UnionWith(changed.Where(id => !matching.Contains(id) || !IsInOrder(id)));
        _new.UnionWith(news.Scored.Where(change => change.Before is null && !known.Contains(change.LeadId) && matching.Contains(change.LeadId)).Select(change => change.LeadId));
        await NoteArrivalsAsync([.. others.Where(id => matching.Contains(id) && !_new.Contains(id))], cancellationToken);
    }

    /// <summary>Lists the leads of a stretch of the list: the rows that are shown as they stand there, others as they stand now.</summary>
    /// <param name="first">The place of the first, from 0.</param>
    /// <param name="last">The place of the last, included.</param>
    /// <param name="cancellationToken">Stops the reads.</param>
    public async Task<IReadOnlyList<long>> IdsAsync(long first, long last, CancellationToken cancellationToken)
    {
        var ids = new List<long>();
        for (var place = first; place <= last;)
        {
            if (Cache.Rows.TryGetValue(place, out var row))
            {
                ids.Add(row.Lead.Id);
                place++;
                continue;
            }

            var page = await list.AtAsync(query, place, (int)Math.Min(MostAtOnce, last - place + 1), [], cancellationToken);
            if (page.Rows.Count == 0)
            {
                break;
            }

            ids.AddRange(page.Rows.Select(other => other.Id));
            place += page.Rows.Count;
        }

        return ids;
    }

    /// <summary>Forgets the order: what is read next stands where it belongs.</summary>
    public void Renew()
    {
        Cache.Clear();
        _new.Clear();
        _moved.Clear();
        _isOrderUnknown = false;
    }

    private bool IsInOrder(long id)
    {
        if (Cache.PlaceOf(id) is not { } place)
        {
            return true;
        }

        var own = Cache.Rows[place].Lead.Cursor;
        return (!Cache.Rows.TryGetValue(place - 1, out var above) || _order.Compare(above.Lead.Cursor, own) <= 0)
            && (!Cache.Rows.TryGetValue(place + 1, out var below) || _order.Compare(own, below.Lead.Cursor) <= 0);
    }

    // A lead from elsewhere counts where it would stand among the rows that were read.
    private async Task NoteArrivalsAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0 || Cache.Rows.Count == 0)
        {
            return;
        }

        var (first, last) = (Cache.Rows.Keys.First(), Cache.Rows.Keys.Last());
        foreach (var row in await list.RowsAsync(query, ids, [], cancellationToken))
        {
            var isBelowFirst = first == 0 || _order.Compare(Cache.Rows[first].Lead.Cursor, row.Cursor) <= 0;
            if (isBelowFirst && _order.Compare(row.Cursor, Cache.Rows[last].Lead.Cursor) <= 0)
            {
                _moved.Add(row.Id);
            }
        }
    }
}
