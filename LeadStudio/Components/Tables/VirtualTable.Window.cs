using Microsoft.JSInterop;

namespace LeadStudio.Components.Tables;

/// <content>What the script calls, and the reading of rows.</content>
public sealed partial class VirtualTable<TRow>
{
    private CancellationTokenSource _loading = new();
    private (long First, int Count)? _reading;
    private bool _disposed;

    /// <summary>Reads the rows in view again: what changed flashes, nothing moves and nothing flickers.</summary>
    /// <returns>A task that ends when they show.</returns>
    public async Task RefreshAsync()
    {
        if (_disposed || _window.Count == 0)
        {
            return;
        }

        var (first, count, token) = (_window.First, _window.Count, _loading.Token);
        try
        {
            var rows = await Load(first, count, token);
            token.ThrowIfCancellationRequested();
            _window.Put(first, rows, Columns);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            return; // other rows are wanted by now, and they are being read afresh
        }

        FollowActive();
        StateHasChanged();
    }

    /// <summary>Forgets all rows and starts at the top: the order or the filter is another.</summary>
    /// <returns>A task that ends when the first rows show.</returns>
    public async Task ReloadAsync()
    {
        _window.Clear();
        (_active, _activeKey) = (-1, null);
        await CancelLoadingAsync();
        StateHasChanged();
        await ScrollToRowAsync(0);
        await FillAsync();
    }

    /// <summary>Shows other rows; called by the script.</summary>
    /// <param name="first">The place of the first, from 0.</param>
    /// <param name="count">How many.</param>
    /// <returns>A task that ends when their places, not yet their contents, show.</returns>
    [JSInvokable]
    public async Task SetWindowAsync(long first, int count)
    {
        if (TotalRows is null)
        {
            return;
        }

        _window.Move(first, count);
        if (_reading is { } reading && (reading.First >= first + count || reading.First + reading.Count <= first))
        {
            await CancelLoadingAsync(); // nothing of what is being read is wanted any more
        }

        var filling = FillAsync();
        StateHasChanged();
        _ = filling; // the script goes on meanwhile
    }

    /// <summary>Makes a row the active one; called by the script.</summary>
    /// <param name="row">Its place, from 0.</param>
    /// <returns>A task that ends when the page knows.</returns>
    [JSInvokable]
    public async Task SetActiveAsync(long row)
    {
        _active = row;
        _activeKey = _window[row] is { } known ? RowKey(known) : null;
        StateHasChanged();
        if (_window[row] is { } now)
        {
            await ActiveChanged.InvokeAsync(now);
        }
    }

    /// <summary>Opens a row; called by the script.</summary>
    /// <param name="row">Its place, from 0.</param>
    /// <returns>A task that ends when the page knows.</returns>
    [JSInvokable]
    public async Task OpenAsync(long row)
    {
        await SetActiveAsync(row);
        if (_window[row] is { } open)
        {
            await OnOpen.InvokeAsync(open);
        }
    }

    /// <summary>Makes the next or another row the active one and extends the selection to it, as the keys with Shift do; for shortcuts of the page.</summary>
    /// <param name="by">How many rows further down.</param>
    /// <returns>A task that ends when it is asked for.</returns>
    public async Task ExtendActiveAsync(int by)
    {
        if (_grid is not null)
        {
            await _grid.InvokeVoidAsync("extendActive", by);
        }
    }

    /// <summary>Selects the active row, or takes it out; for shortcuts of the page. The script knows which it is, however fast somebody types.</summary>
    /// <returns>A task that ends when it is asked for.</returns>
    public async Task ToggleActiveAsync()
    {
        if (_grid is not null)
        {
            await _grid.InvokeVoidAsync("toggleActive");
        }
    }

    /// <summary>Selects a row, or takes it out; called by the script.</summary>
    /// <param name="row">Its place, from 0.</param>
    /// <returns>A task that ends when the page knows.</returns>
    [JSInvokable]
    public Task ToggleAsync(long row) => _window[row] is { } known ? OnToggle.InvokeAsync(known) : Task.CompletedTask;

    /// <summary>Extends the selection; called by the script.</summary>
    /// <param name="from">The place that was active before, from 0; -1 where none was.</param>
    /// <param name="to">The place that it goes to; it is the active one now.</param>
    /// <returns>A task that ends when the page knows.</returns>
    [JSInvokable]
    public async Task ExtendAsync(long from, long to)
    {
        (_active, _activeKey) = (to, _window[to] is { } known ? RowKey(known) : null);
        await OnExtend.InvokeAsync((from, to));
        StateHasChanged();
    }

    /// <summary>Asks for a menu; called by the script.</summary>
    /// <param name="row">The row's place, from 0.</param>
    /// <param name="column">The key of the column; null for the whole row.</param>
    /// <param name="left">The place in the window, in pixels.</param>
    /// <param name="top">The same, from the top.</param>
    /// <returns>A task that ends when the page knows.</returns>
    [JSInvokable]
    public Task MenuAsync(long row, string? column, int left, int top) =>
        _window[row] is { } known ? OnMenu.InvokeAsync(new VirtualMenu<TRow>(known, column, left, top)) : Task.CompletedTask;

    /// <summary>Sets the width of a column; called by the script.</summary>
    /// <param name="key">The column's key.</param>
    /// <param name="width">Pixels.</param>
    /// <returns>A task that ends when the page knows.</returns>
    [JSInvokable]
    public Task ColumnResizedAsync(string key, int width)
    {
        _widths[key] = width;
        StateHasChanged();
        return WidthChanged.InvokeAsync((key, width));
    }

    // One read at a time; when it ends, the next reads what is missing by then.
    private async Task FillAsync()
    {
        if (_reading is not null)
        {
            return;
        }

        try
        {
            while (!_disposed && _window.Missing() is { } missing)
            {
                var token = _loading.Token;
                _reading = missing;
                try
                {
                    var rows = await Load(missing.First, missing.Count, token);
                    token.ThrowIfCancellationRequested();
                    _window.Put(missing.First, rows, Columns);
                    FollowActive();
                    StateHasChanged();
                    if (rows.Count < missing.Count)
                    {
                        return; // the table has become shorter; the page will say so
                    }
                }
                catch (OperationCanceledException) when (token.IsCancellationRequested)
                {
                    // The window has moved.
                }
            }
        }
        catch (Exception failure) when (!_disposed)
        {
            await DispatchExceptionAsync(failure);
        }
        finally
        {
            _reading = null;
        }
    }

    private async Task CancelLoadingAsync()
    {
        var old = _loading;
        _loading = new CancellationTokenSource();
        await old.CancelAsync();
        old.Dispose();
    }

    // The active row keeps the focus where it goes, as long as it is in view.
    private void FollowActive()
    {
        if (_activeKey is not null && _window.IndexOf(_activeKey) is { } index)
        {
            _active = index;
        }
        else if (_active >= 0 && _window[_active] is { } row)
        {
            _activeKey = RowKey(row);
        }
    }
}
