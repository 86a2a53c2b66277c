using LeadStudio.Components.Shortcuts;
using LeadStudio.Core.Leads.Acts;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Features.Leads.Bulk;
using Microsoft.AspNetCore.Components;

namespace LeadStudio.Features.Leads;

/// <content>Selecting leads, and changing all of them at once.</content>
public sealed partial class LeadListPage
{
    private readonly RowSelection _selection = new();
    private BulkBar? _bar;

    [Inject]
    private BulkEdits Bulk { get; set; } = null!;

    private LeadCount? Total => _counts?.Shown;

    private string PlaceName
    {
        get
        {
            var filter = _state.FilterText.Length > 0 ? $" where {_state.FilterText}" : "";
            var words = _state.Search.Length > 0 ? $" with \"{_state.Search}\"" : "";
            return $"{_state.Saved?.Name ?? _state.View.Title}{filter}{words}";
        }
    }

    private IEnumerable<Shortcut> SelectionShortcuts =>
    [
        new("x", "Select this lead, or not", () => _table?.ToggleAsync() ?? Task.CompletedTask),
        new("J", "Select down (Shift and click, or arrow)", () => _table?.ExtendAsync(1) ?? Task.CompletedTask),
        new("K", "Select up", () => _table?.ExtendAsync(-1) ?? Task.CompletedTask),
        new("Mod+a", "Select all", SelectAllAsync),
        .. _selection.IsEmpty ? (IEnumerable<Shortcut>)[] :
        [
            new("Escape", "Clear the selection", ClearAsync),
            new("A", "Assign the selected leads", () => _bar!.AskAsync(ActKind.Assign)),
            new("T", "Tag the selected leads", () => _bar!.AskAsync(ActKind.Tag)),
            new("U", "Take a tag off the selected leads", () => _bar!.AskAsync(ActKind.Untag)),
            new("S", "Move the selected leads to a stage", () => _bar!.AskAsync(ActKind.Stage)),
            new("Delete", "Delete the selected leads", () => _bar!.AskAsync(ActKind.Delete)),
        ],
    ];

    private async Task TickAsync((long Lead, bool IsExtended) tick)
    {
        var place = _view!.Cache.PlaceOf(tick.Lead) ?? 0;
        if (tick.IsExtended)
        {
            await ExtendAsync((-1, place));
            return;
        }

        _selection.Toggle(tick.Lead, place);
        ShowSelection();
    }

    private async Task ExtendAsync((long From, long To) way)
    {
        var view = _view!;
        var from = way.From < 0 ? way.To : way.From;
        if (_selection.Anchor is null && view.Cache.Rows.TryGetValue(from, out var row))
        {
            _selection.StartAt(row.Lead.Id, from);
        }

        var start = _selection.Anchor is { } anchor ? view.Cache.PlaceOf(anchor.Id) ?? anchor.Place : from;
        _selection.Extend(await view.IdsAsync(Math.Min(start, way.To), Math.Max(start, way.To), Disposed));
        ShowSelection();
    }

    private Task TickAllAsync() => _selection.IsEmpty ? SelectAllAsync() : ClearAsync();

    private Task SelectAllAsync()
    {
        if (_view?.Rows > 0)
        {
            _selection.SelectAll();
            ShowSelection();
        }

        return Task.CompletedTask;
    }

    private Task ClearAsync()
    {
        _selection.Clear();
        ShowSelection();
        return Task.CompletedTask;
    }

    // Another order keeps the selection; other leads do not.
    private void ClearFor(LeadQuery query)
    {
        if (_view is { } view && view.Query with { SortKey = query.SortKey, Descending = query.Descending } != query)
        {
            _selection.Clear();
            _shortcuts = Shortcuts();
        }
    }

    private async Task ChangeAsync(ActChange change)
    {
        if (await Bulk.StartAsync(_selection.ToSelection(_view!.Query, PlaceName), change))
        {
            await ClearAsync();
            await (_table?.FocusAsync() ?? Task.CompletedTask);
        }
    }

    // The user's own deletion shows at once.
    private void TakeSettled(object? sender, SettledEventArgs news)
    {
        if (news.Act.Kind == ActKind.Delete)
        {
            _ = InvokeAsync(() => Disposed.IsCancellationRequested || _view is null ? Task.CompletedTask : ShowNewsAsync());
        }
    }

    private void ShowSelection()
    {
        _shortcuts = Shortcuts();
        StateHasChanged();
    }
}
