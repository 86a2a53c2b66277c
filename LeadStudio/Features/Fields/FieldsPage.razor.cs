using LeadStudio.Components.Toasts;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Fields.Figures;
using LeadStudio.Core.Messaging;
using LeadStudio.Hosting.Access;
using Microsoft.AspNetCore.Components;

namespace LeadStudio.Features.Fields;

/// <summary>What can be known of leads: all fields with their figures, and what can be done to them.</summary>
public sealed partial class FieldsPage(
    IFieldCatalog fields, IFieldChanges changes, IFieldFigures figures, IEventBus bus, NavigationManager navigation, IToasts toasts, CurrentUser me)
{
    private IDisposable? _subscription;
    private FieldCatalog? _catalog;
    private FieldFigureSet? _figures;
    private IReadOnlyList<FieldChange> _changes = [];
    private string _find = "";
    private bool _showsHidden;
    private bool _isAdding;
    private int _news;

    /// <summary>Gets or sets the key of the field whose panel is open; from the URL.</summary>
    [SupplyParameterFromQuery(Name = "field")]
    public string? Key { get; set; }

    private IEnumerable<FieldChange> Running => _changes.Where(change => change.DoneAt is null);

    private List<Field> Shown =>
    [
        .. _catalog!.Fields.Where(known =>
            (_showsHidden || !known.IsHidden) &&
            (Folding.Fold(known.Label).Contains(Folding.Fold(_find), StringComparison.Ordinal) || known.Key.Contains(_find.Trim(), StringComparison.OrdinalIgnoreCase))),
    ];

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        // News come for each slice of the work: while one is shown, the others wait for the next look.
        _subscription = bus.Subscribe<FieldsChanged>(news =>
        {
            if (Interlocked.Exchange(ref _news, 1) == 0)
            {
                _ = InvokeAsync(RefreshAsync);
            }
        });
        await LoadAsync();
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        _subscription?.Dispose();
        base.Dispose(disposing);
    }

    private async Task RefreshAsync()
    {
        Interlocked.Exchange(ref _news, 0);
        if (!Disposed.IsCancellationRequested)
        {
            await LoadAsync();
            StateHasChanged();
        }
    }

    private async Task LoadAsync(bool isForced = false)
    {
        _catalog = await fields.GetAsync(Disposed);
        _changes = await changes.ListAsync(Disposed);
        _figures = await figures.GetAsync(isForced, Disposed);
    }

    private Task CountAsync() => LoadAsync(isForced: true);

    private void Open(string? key) => navigation.NavigateTo(key is null ? "/fields" : $"/fields?field={Uri.EscapeDataString(key)}");

    private async Task AddedAsync(Field field)
    {
        _isAdding = false;
        await LoadAsync();
        Open(field.Key);
    }

    private async Task ChangedAsync(FieldChange change)
    {
        await LoadAsync();
        toasts.WithUndo($"{change.Text}.", () => UndoAsync(change.Id));
    }

    private async Task UndoAsync(long change)
    {
        var undone = await changes.UndoAsync(change, me.Actor, Disposed);
        await LoadAsync();
        if (undone.IsSuccess)
        {
            toasts.Success($"{undone.Value.Text}.");
        }
        else
        {
            toasts.Error(undone.Error.Message);
        }

        StateHasChanged();
    }
}
