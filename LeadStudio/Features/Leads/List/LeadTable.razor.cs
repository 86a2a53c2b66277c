using LeadStudio.Components.Tables;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Features.Leads.Bulk;
using LeadStudio.Features.Leads.Columns;
using Microsoft.AspNetCore.Components;

namespace LeadStudio.Features.Leads.List;

/// <summary>The rows of the lead list.</summary>
public sealed partial class LeadTable
{
    private IReadOnlyList<VirtualColumn<LeadRow>> _columns = [];
    private (ColumnSet Set, bool IsCompact)? _shown;
    private VirtualTable<LeadRow>? _table;

    /// <summary>Gets or sets the list.</summary>
    [Parameter, EditorRequired]
    public LeadListView View { get; set; } = null!;

    /// <summary>Gets or sets the fields.</summary>
    [Parameter, EditorRequired]
    public FieldCatalog Catalog { get; set; } = null!;

    /// <summary>Gets or sets which leads are selected.</summary>
    [Parameter, EditorRequired]
    public RowSelection Selection { get; set; } = null!;

    /// <summary>Gets or sets what is called when a box is ticked or unticked, with whether Shift was held.</summary>
    [Parameter]
    public EventCallback<(long Lead, bool IsExtended)> OnTick { get; set; }

    /// <summary>Gets or sets what is called when the box in the head is pressed.</summary>
    [Parameter]
    public EventCallback OnTickAll { get; set; }

    /// <summary>Gets or sets what is called when the selection is extended: the place it comes from, -1 for none, and the one it goes to.</summary>
    [Parameter]
    public EventCallback<(long From, long To)> OnExtend { get; set; }

    /// <summary>Gets or sets whether the rows are low: what says why is a column then, not a line.</summary>
    [Parameter]
    public bool IsCompact { get; set; }

    /// <summary>Gets or sets what shows where there are no rows.</summary>
    [Parameter]
    public RenderFragment? Empty { get; set; }

    /// <summary>Gets or sets what is called for another order.</summary>
    [Parameter]
    public EventCallback<VirtualSort> OnSort { get; set; }

    /// <summary>Gets or sets what is called when a column has another width.</summary>
    [Parameter]
    public EventCallback<(string Key, int Width)> OnWidth { get; set; }

    /// <summary>Gets or sets what is called with the id of a lead that is to be opened.</summary>
    [Parameter]
    public EventCallback<long> OnOpen { get; set; }

    /// <summary>Gets or sets what is called with the id of the lead that the keys have reached.</summary>
    [Parameter]
    public EventCallback<long> OnActive { get; set; }

    /// <summary>Gets or sets what is called when the menu of a cell or row is asked for.</summary>
    [Parameter]
    public EventCallback<VirtualMenu<LeadRow>> OnMenu { get; set; }

    /// <summary>Asks for the menu of the active row.</summary>
    /// <returns>A task that ends when it is asked for.</returns>
    public Task AskMenuAsync() => _table?.AskMenuAsync() ?? Task.CompletedTask;

    /// <summary>Reads the rows in view again; what changed flashes.</summary>
    /// <returns>A task that ends when they show.</returns>
    public Task RefreshAsync() => _table?.RefreshAsync() ?? Task.CompletedTask;

    /// <summary>Starts at the top with other rows.</summary>
    /// <returns>A task that ends when the first show.</returns>
    public Task ReloadAsync() => _table?.ReloadAsync() ?? Task.CompletedTask;

    /// <summary>Brings a row into view and makes it the active one.</summary>
    /// <param name="row">Its place, from 0.</param>
    /// <returns>A task that ends when it is asked for.</returns>
    public Task ShowAsync(long row) => _table?.ShowAsync(row) ?? Task.CompletedTask;

    /// <summary>Goes some rows down, as the keys do.</summary>
    /// <param name="by">How many; negative for up.</param>
    /// <returns>A task that ends when it is asked for.</returns>
    public Task MoveAsync(int by) => _table?.MoveActiveAsync(by) ?? Task.CompletedTask;

    /// <summary>Gives the table the focus.</summary>
    /// <returns>A task that ends when it has it.</returns>
    public Task FocusAsync() => _table?.FocusAsync() ?? Task.CompletedTask;

    /// <summary>Selects the active lead, or takes it out.</summary>
    /// <returns>A task that ends when it is asked for.</returns>
    public Task ToggleAsync() => _table?.ToggleActiveAsync() ?? Task.CompletedTask;

    /// <summary>Goes some rows down and extends the selection, as the keys with Shift do.</summary>
    /// <param name="by">How many; negative for up.</param>
    /// <returns>A task that ends when it is asked for.</returns>
    public Task ExtendAsync(int by) => _table?.ExtendActiveAsync(by) ?? Task.CompletedTask;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (_shown != (View.Columns, IsCompact))
        {
            _shown = (View.Columns, IsCompact);
            _columns = [TickHead, ScoreHead, NameHead, .. IsCompact ? [WhyHead] : (VirtualColumn<LeadRow>[])[], .. View.Columns.Fields.Select(HeadOf)];
        }
    }

    private VirtualColumn<LeadRow> TickHead => new("tick", "Select", 40, TickColumn())
    {
        IsHandle = true,
        Narrow = NarrowPlace.Title,
        Header = TickAll,
    };

    private static VirtualColumn<LeadRow> ScoreHead => new(ColumnSet.Score, "Score", 200, ScoreColumn())
    {
        IsSortable = true,
        Align = ColumnAlign.Start,
        Narrow = NarrowPlace.Title,
        ChangeKey = row => (row.Lead.Score, row.Lead.Band),
    };

    private VirtualColumn<LeadRow> NameHead => new(ColumnSet.Lead, "Lead", 196, NameColumn())
    {
        Grows = true,
        Narrow = NarrowPlace.Title,
        ChangeKey = row => row.NameBy(Catalog),
    };

    // Low rows have no line for it, and it is what makes a call.
    private static VirtualColumn<LeadRow> WhyHead => new(ColumnSet.Why, "Why", 240, Reason) { ChangeKey = row => row.Reason };

    // The box to tick stays in place with them, and so does what stands between them.
    private int Frozen => View.Columns.FrozenColumns switch
    {
        0 => 0,
        var own and > 2 when IsCompact => own + 2,
        var own => own + 1,
    };

    private VirtualColumn<LeadRow> HeadOf(Field field) => new(field.Key, field.Label, WidthOf(field), FieldColumn(field))
    {
        IsSortable = field.Column.Length > 0,
        Align = field.Type == FieldType.Number ? ColumnAlign.End : ColumnAlign.Start,
        ChangeKey = row => row.Lead[field],
    };

    private static int WidthOf(Field field) => field.Type switch
    {
        FieldType.Number or FieldType.Boolean => 110,
        FieldType.Date or FieldType.Choice => 130,
        FieldType.Text or FieldType.MultiChoice => 180,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field.Type, "No such type."),
    };

    private async ValueTask<IReadOnlyList<LeadRow>> LoadAsync(long first, int count, CancellationToken cancellationToken) =>
        await View.Cache.LoadAsync(first, count, cancellationToken);
}
