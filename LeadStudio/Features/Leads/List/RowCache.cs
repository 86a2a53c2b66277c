using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;

namespace LeadStudio.Features.Leads.List;

/// <summary>The rows of one list that were read, by their place. What is missing is read the cheapest way: on from a neighbour, or by a jump.</summary>
/// <param name="list">The list.</param>
/// <param name="query">What it shows.</param>
/// <param name="fields">The fields that a row needs.</param>
/// <param name="dress">Makes rows of what the list gives.</param>
public sealed class RowCache(
    ILeadList list, LeadQuery query, IReadOnlyList<Field> fields, Func<IReadOnlyList<LeadListRow>, CancellationToken, Task<IReadOnlyList<LeadRow>>> dress)
{
    private const int MostRows = 1_000;
    private const int NearRows = 60; // more than a window's worth on either side

    private readonly SortedDictionary<long, LeadRow> _rows = [];
    private long _asked;

    /// <summary>Gets the rows that are known, by their place.</summary>
    public IReadOnlyDictionary<long, LeadRow> Rows => _rows;

    /// <summary>Gives rows, and reads those that are missing.</summary>
    /// <param name="first">The place of the first.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The rows; fewer where the list ends.</returns>
    public async Task<IReadOnlyList<LeadRow>> LoadAsync(long first, int count, CancellationToken cancellationToken)
    {
        _asked = first;
        var (low, high) = (first, first + count - 1);
        while (low <= high && _rows.ContainsKey(low))
        {
            low++;
        }

        while (high >= low && _rows.ContainsKey(high))
        {
            high--;
        }

        if (low <= high)
        {
            var page = await ReadAsync(low, (int)(high - low + 1), cancellationToken);
            var rows = await dress(page, cancellationToken);
            Trim();
            for (var i = 0; i < rows.Count; i++)
            {
                _rows[low + i] = rows[i];
            }
        }

        return [.. Known(first, count)];
    }

    /// <summary>Finds the place of a lead.</summary>
    /// <param name="lead">The lead.</param>
    /// <returns>The place, or null where it is not among the known rows.</returns>
    public long? PlaceOf(long lead)
    {
        foreach (var (place, row) in _rows)
        {
            if (row.Lead.Id == lead)
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>Puts the present state of a lead where it stood; it keeps its place.</summary>
    /// <param name="row">The lead.</param>
    public void Replace(LeadRow row)
    {
        if (PlaceOf(row.Lead.Id) is { } place)
        {
            _rows[place] = row;
        }
    }

    /// <summary>Forgets all rows: the order may be another.</summary>
    public void Clear() => _rows.Clear();

    /// <summary>Forgets the rows that nobody can see: where all may have changed, only the others are worth reading again.</summary>
    public void KeepNear() => Keep(NearRows);

    private async Task<IReadOnlyList<LeadListRow>> ReadAsync(long first, int count, CancellationToken cancellationToken)
    {
        var page = first == 0 ? await list.PageAsync(query, null, count, fields, cancellationToken)
            : _rows.TryGetValue(first - 1, out var above) ? await list.PageAsync(query, above.Lead.Cursor, count, fields, cancellationToken)
            : _rows.TryGetValue(first + count, out var below) ? await list.PageBeforeAsync(query, below.Lead.Cursor, count, fields, cancellationToken)
            : await list.AtAsync(query, first, count, fields, cancellationToken);
        return page.Rows;
    }

    private IEnumerable<LeadRow> Known(long first, int count)
    {
        for (var place = first; place < first + count && _rows.TryGetValue(place, out var row); place++)
        {
            yield return row;
        }
    }

    // Rows far from where the user looks are cheap to read again.
    private void Trim()
    {
        if (_rows.Count >= MostRows)
        {
            Keep(MostRows / 4);
        }
    }

    private void Keep(int reach)
    {
        foreach (var place in _rows.Keys.Where(place => Math.Abs(place - _asked) > reach).ToList())
        {
            _rows.Remove(place);
        }
    }
}
