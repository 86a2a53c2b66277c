using LeadStudio.Components.Dialogs;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Acts;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Fields.Figures;
using LeadStudio.Core.Leads.Listing;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace LeadStudio.Features.Leads.Bulk;

/// <summary>How many leads are selected, and what can be done with them.</summary>
public sealed partial class BulkBar(IFieldFigures figures, IOptions<LeadsOptions> options)
{
    // From more leads on a deletion is asked for.
    private const int MostUnasked = 1_000;

    private Popover? _assign;
    private Popover? _tag;
    private Popover? _untag;
    private Popover? _stage;
    private IReadOnlyList<string> _owners = [];
    private string _owner = "";
    private string _tags = "";
    private bool _isAsking;

    /// <summary>Gets or sets the selection; not empty.</summary>
    [Parameter, EditorRequired]
    public RowSelection Selection { get; set; } = null!;

    /// <summary>Gets or sets how many leads the list has; null while that is not known.</summary>
    [Parameter, EditorRequired]
    public LeadCount? Total { get; set; }

    /// <summary>Gets or sets the fields.</summary>
    [Parameter, EditorRequired]
    public FieldCatalog Catalog { get; set; } = null!;

    /// <summary>Gets or sets what is called with what is to be done.</summary>
    [Parameter]
    public EventCallback<ActChange> OnChange { get; set; }

    /// <summary>Gets or sets what is called to select all.</summary>
    [Parameter]
    public EventCallback OnSelectAll { get; set; }

    /// <summary>Gets or sets what is called to select none.</summary>
    [Parameter]
    public EventCallback OnClear { get; set; }

    private long Count => Selection.CountOf(Total?.Count ?? 0);

    private int Days => options.Value.TrashDays;

    private IEnumerable<string> Tags => Catalog.OptionsOf(Catalog[StandardFields.Tags]).Select(option => option.Label);

    /// <summary>Opens the box of a kind of change; for a shortcut of the page.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>A task that ends when it shows.</returns>
    public Task AskAsync(ActKind kind) => kind switch
    {
        ActKind.Assign => _assign!.OpenAsync(),
        ActKind.Tag => _tag!.OpenAsync(),
        ActKind.Untag => Tags.Any() ? _untag!.OpenAsync() : Task.CompletedTask,
        ActKind.Stage => _stage!.OpenAsync(),
        ActKind.Delete => AskDeleteAsync(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of act."),
    };

    private async Task ReadOwnersAsync()
    {
        _owner = "";
        _owners = [.. (await figures.GetAsync())?.Find(Catalog[StandardFields.Owner])?.Top.Select(value => value.Text).OfType<string>() ?? []];
    }

    private Task AssignAsync(string owner) => ChangeAsync(_assign, new ActChange(ActKind.Assign, owner));

    private Task TagAsync() => ChangeAsync(_tag, new ActChange(ActKind.Tag, _tags.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));

    private Task AskDeleteAsync()
    {
        _isAsking = Count > MostUnasked;
        StateHasChanged();
        return _isAsking ? Task.CompletedTask : DeleteAsync();
    }

    private async Task DeleteAsync()
    {
        _isAsking = false;
        await OnChange.InvokeAsync(new ActChange(ActKind.Delete));
    }

    private async Task ChangeAsync(Popover? box, ActChange change)
    {
        await box!.CloseAsync();
        await OnChange.InvokeAsync(change);
    }
}
