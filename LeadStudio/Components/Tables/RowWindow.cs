namespace LeadStudio.Components.Tables;

/// <summary>The rows that a table shows and has read, and which of their cells have just changed.</summary>
/// <typeparam name="TRow">What a row shows.</typeparam>
/// <param name="keyOf">What stays the same when a row changes.</param>
internal sealed class RowWindow<TRow>(Func<TRow, object> keyOf)
    where TRow : class
{
    private readonly Dictionary<long, TRow> _rows = [];
    private readonly Dictionary<(object Row, string Column), int> _changes = [];

    /// <summary>Gets the place of the first row shown.</summary>
    public long First { get; private set; }

    /// <summary>Gets how many rows are shown, read or not.</summary>
    public int Count { get; private set; }

    /// <summary>Gets a row, or null while it is not read.</summary>
    public TRow? this[long index] => _rows.GetValueOrDefault(index);

    /// <summary>Shows other rows; those that were read and are still shown are kept.</summary>
    public void Move(long first, int count)
    {
        (First, Count) = (first, count);
        foreach (var index in _rows.Keys.Where(index => !Shows(index)).ToList())
        {
            Forget(keyOf(_rows[index]));
            _rows.Remove(index);
        }
    }

    /// <summary>Gets the smallest range that has all rows which are shown and not read; null if there is none.</summary>
    public (long First, int Count)? Missing()
    {
        var (low, high) = (First, First + Count - 1);
        while (low <= high && _rows.ContainsKey(low))
        {
            low++;
        }

        while (high >= low && _rows.ContainsKey(high))
        {
            high--;
        }

        return low > high ? null : (low, (int)(high - low + 1));
    }

    /// <summary>Takes rows that were read; those that are not shown any more are dropped.</summary>
    /// <param name="first">The place of the first of them.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="columns">The columns whose changed cells are to flash.</param>
    public void Put(long first, IReadOnlyList<TRow> rows, IReadOnlyList<VirtualColumn<TRow>> columns)
    {
        var before = _rows.Values.DistinctBy(keyOf).ToDictionary(keyOf);
        for (var i = 0; i < rows.Count; i++)
        {
            if (Shows(first + i))
            {
                _rows[first + i] = rows[i];
                if (before.TryGetValue(keyOf(rows[i]), out var old))
                {
                    NoteChanges(old, rows[i], columns);
                }
            }
        }
    }

    /// <summary>Forgets the rows from a place on: the table has become shorter.</summary>
    public void Cut(long end)
    {
        foreach (var index in _rows.Keys.Where(index => index >= end).ToList())
        {
            _rows.Remove(index);
        }
    }

    /// <summary>Forgets all rows.</summary>
    public void Clear()
    {
        _rows.Clear();
        _changes.Clear();
    }

    /// <summary>Finds the place of a row that is shown, by its key.</summary>
    public long? IndexOf(object key)
    {
        foreach (var (index, row) in _rows)
        {
            if (keyOf(row).Equals(key))
            {
                return index;
            }
        }

        return null;
    }

    /// <summary>Counts how often a cell has changed since it is shown.</summary>
    public int ChangesOf(TRow row, string column) => _changes.GetValueOrDefault((keyOf(row), column));

    private bool Shows(long index) => index >= First && index < First + Count;

    private void NoteChanges(TRow old, TRow now, IReadOnlyList<VirtualColumn<TRow>> columns)
    {
        foreach (var column in columns)
        {
            if (column.ChangeKey is { } changeKey && !Equals(changeKey(old), changeKey(now)))
            {
                var cell = (keyOf(now), column.Key);
                _changes[cell] = _changes.GetValueOrDefault(cell) + 1;
            }
        }
    }

    // A row that comes back into view must not flash again for a change of long ago.
    private void Forget(object key)
    {
        foreach (var cell in _changes.Keys.Where(cell => cell.Row.Equals(key)).ToList())
        {
            _changes.Remove(cell);
        }
    }
}
