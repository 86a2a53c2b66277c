using LeadStudio.Components.Toasts;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Views;
using LeadStudio.Features.Leads.Columns;
using LeadStudio.Features.Leads.List;
using Microsoft.AspNetCore.Components;

namespace LeadStudio.Features.Leads;

/// <content>The saved views.</content>
public sealed partial class LeadListPage
{
    private IReadOnlyList<SavedView> _saved = [];
    private bool _areViewsRead;

    [Inject]
    private LayoutMemory Memory { get; set; } = null!;

    [Inject]
    private IToasts Toasts { get; set; } = null!;

    // A link may lead to a view that somebody saved or shared after this page was opened.
    private async Task ReadAddressAsync()
    {
        var isUnknown = long.TryParse(View, out var id) && _saved.All(view => view.Id != id);
        if (!_areViewsRead || isUnknown)
        {
            _areViewsRead = true;
            _saved = await views.ListAsync(Disposed);
            if (isUnknown && _saved.All(view => view.Id != id))
            {
                Toasts.Error(new SavedViewNotFound(id).Message);
            }
        }

        _state = LeadListState.Read(navigation.Uri, _saved);
        if (_state.Saved is null && _state.Layout == ColumnLayout.Usual && await Memory.RecallAsync(Assets["dist/shell.js"]) is var own && own != ColumnLayout.Usual)
        {
            Go(_state = _state.With(own), replace: true);
        }
    }

    // The next change builds upon this one, also where it comes before the address has changed.
    private async Task LayOutAsync(LayoutChange change)
    {
        _state = _state.With(change(_state.Layout, ColumnsOf(_state)));
        var remembered = _state.Saved is null ? Memory.RememberAsync(_state.Layout, Assets["dist/shell.js"]) : Task.CompletedTask;
        Go(_state, replace: true);
        await remembered;
    }

    // Where the view that is shown was deleted, the list that it opens with takes its place.
    private async Task ReloadViewsAsync()
    {
        _saved = await views.ListAsync(Disposed);
        if (_state.Saved is { } open && _saved.All(view => view.Id != open.Id))
        {
            Go(new LeadListState());
            return;
        }

        await OnParametersSetAsync();
        StateHasChanged();
        await CountNewSavedAsync();
    }
}
