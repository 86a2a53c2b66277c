using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LeadStudio.Components.Tables;

/// <summary>A table of any number of rows, of which only those in view are read and rendered.</summary>
/// <remarks>
/// Give it a height: it fills its parent (class <c>fill</c> of the shell). <c>wwwroot-assets/src/grid.ts</c> scrolls it and
/// handles its keys; this class reads and renders the rows that the script wants.
/// </remarks>
/// <typeparam name="TRow">What a row shows; better immutable, so that a change is another object.</typeparam>
public sealed partial class VirtualTable<TRow>(IJSRuntime js)
{
    private const int RowsAbove = 3;
    private const int RowsBeforeTotal = 12; // empty ones, to show that something is coming

    private readonly string _id = $"vt{Guid.NewGuid():N}"[..10];
    private readonly Dictionary<string, int> _widths = [];
    private IReadOnlyDictionary<string, int>? _given;
    private readonly HashSet<object> _keys = []; // of the rows rendered so far, while rendering
    private ElementReference _root;
    private DotNetObjectReference<VirtualTable<TRow>>? _self;
    private IJSObjectReference? _grid;
    private RowWindow<TRow> _window = null!;
    private long _active = -1;
    private object? _activeKey;
    private long _top; // where to begin, until the script is there

    /// <summary>Gets or sets what the table lists, for screen readers: "Leads".</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>Gets or sets the columns, in their order.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<VirtualColumn<TRow>> Columns { get; set; } = [];

    /// <summary>Gets or sets how many rows there are; null while that is unknown.</summary>
    [Parameter, EditorRequired]
    public long? TotalRows { get; set; }

    /// <summary>Gets or sets what reads rows.</summary>
    [Parameter, EditorRequired]
    public LoadRows<TRow> Load { get; set; } = null!;

    /// <summary>Gets or sets what stays the same when a row changes, such as its id.</summary>
    [Parameter, EditorRequired]
    public Func<TRow, object> RowKey { get; set; } = null!;

    /// <summary>Gets or sets the height of each row, in pixels; 36 by default, 52 is right for two lines.</summary>
    [Parameter]
    public int RowHeight { get; set; } = 36;

    /// <summary>Gets or sets the height of a card on a narrow screen, in pixels.</summary>
    [Parameter]
    public int CardHeight { get; set; } = 76;

    /// <summary>Gets or sets a line below the cells, over the whole width; none by default.</summary>
    [Parameter]
    public RenderFragment<TRow>? SecondLine { get; set; }

    /// <summary>Gets or sets the column, from 0, under which <see cref="SecondLine"/> begins; the first by default.</summary>
    [Parameter]
    public int SecondLineColumn { get; set; }

    /// <summary>Gets or sets what shows when there are no rows.</summary>
    [Parameter]
    public RenderFragment? Empty { get; set; }

    /// <summary>Gets or sets the order; null for the table's own.</summary>
    [Parameter]
    public VirtualSort? Sort { get; set; }

    /// <summary>Gets or sets what is called when the user wants another order; give it back as <see cref="Sort"/> and call <see cref="ReloadAsync"/>.</summary>
    [Parameter]
    public EventCallback<VirtualSort> SortChanged { get; set; }

    /// <summary>Gets or sets widths in pixels that the user has chosen before, by column key.</summary>
    [Parameter]
    public IReadOnlyDictionary<string, int>? Widths { get; set; }

    /// <summary>Gets or sets how many of the first columns stay in place when the others are scrolled sideways; none by default.</summary>
    [Parameter]
    public int FrozenColumns { get; set; }

    /// <summary>Gets or sets what is called when the user has set a width: key and pixels.</summary>
    [Parameter]
    public EventCallback<(string Key, int Width)> WidthChanged { get; set; }

    /// <summary>Gets or sets what is called when another row has become the active one.</summary>
    [Parameter]
    public EventCallback<TRow> ActiveChanged { get; set; }

    /// <summary>Gets or sets what is called when the user opens a row: by a click, or Enter on the active row.</summary>
    [Parameter]
    public EventCallback<TRow> OnOpen { get; set; }

    /// <summary>Gets or sets what is called when the user asks for a menu: by the right button, the menu key, or <see cref="AskMenuAsync"/>.</summary>
    [Parameter]
    public EventCallback<VirtualMenu<TRow>> OnMenu { get; set; }

    /// <summary>Gets or sets which rows are selected; by default the active one is, and no other.</summary>
    [Parameter]
    public Func<TRow, bool>? IsSelected { get; set; }

    /// <summary>Gets or sets what is called when the user extends a selection, by a click or arrow with Shift: the place it comes from, -1 for none, and the one it goes to.</summary>
    [Parameter]
    public EventCallback<(long From, long To)> OnExtend { get; set; }

    /// <summary>Gets or sets what is called when the user selects a row, or takes it out, by <see cref="ToggleActiveAsync"/>.</summary>
    [Parameter]
    public EventCallback<TRow> OnToggle { get; set; }

    private long Total => TotalRows ?? 0;

    private string? ActiveId => _active >= 0 && _window[_active] is not null ? IdOf(_active) : null;

    private string Sizes => string.Create(
        CultureInfo.InvariantCulture,
        $"{string.Concat(Columns.Take(FrozenColumns).Select((_, place) => $"--vt-left-{place}:{Columns.Take(place).Sum(WidthOf)}px;"))}--vt-row:{RowHeight}px;--vt-card:{CardHeight}px;--vt-second:{SecondLineColumn + 1};--vt-width:{Columns.Sum(WidthOf)}px;--vt-columns:{string.Join(' ', Columns.Select(TrackOf))}");

    /// <summary>Brings a row to the top of the view.</summary>
    /// <param name="row">Its place, from 0.</param>
    /// <returns>A task that ends when it is asked for.</returns>
    public async Task ScrollToRowAsync(long row)
    {
        _top = row;
        if (_grid is not null)
        {
            await _grid.InvokeVoidAsync("scrollToRow", row, true);
        }
    }

    /// <summary>Makes a row the active one and brings it into view, with a few rows above it.</summary>
    /// <param name="row">Its place, from 0.</param>
    /// <returns>A task that ends when it is asked for.</returns>
    public Task ShowAsync(long row)
    {
        (_active, _activeKey) = (row, null);
        StateHasChanged();
        return ScrollToRowAsync(Math.Max(0, row - RowsAbove));
    }

    /// <summary>Takes the focus and makes the next or another row the active one, as the keys do; for shortcuts of the page.</summary>
    /// <param name="by">How many rows further down.</param>
    /// <returns>A task that ends when it is asked for.</returns>
    public async Task MoveActiveAsync(int by)
    {
        if (_grid is not null)
        {
            await _grid.InvokeVoidAsync("moveActive", by);
        }
    }

    /// <summary>Asks for the menu of the active row; for shortcuts of the page.</summary>
    /// <returns>A task that ends when it is asked for.</returns>
    public async Task AskMenuAsync()
    {
        if (_grid is not null)
        {
            await _grid.InvokeVoidAsync("openMenu");
        }
    }

    /// <summary>Gives the table the focus.</summary>
    /// <returns>A task that ends when it has it.</returns>
    public async Task FocusAsync()
    {
        if (_grid is not null)
        {
            await _grid.InvokeVoidAsync("focus");
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _loading.CancelAsync();
        _loading.Dispose();
        _disposed = true;
        await _grid.ReleaseAsync();
        _self?.Dispose();
    }

    /// <inheritdoc />
    protected override void OnInitialized() => _window = new RowWindow<TRow>(RowKey);

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (Widths is not null && !ReferenceEquals(_given, Widths))
        {
            _given = Widths;
            _widths.Clear();
            foreach (var (key, width) in Widths)
            {
                _widths[key] = width;
            }
        }

        if (TotalRows is null && _window.Count == 0)
        {
            _window.Move(0, RowsBeforeTotal);
        }
        else if (TotalRows is { } total)
        {
            _window.Cut(total);
            _active = Math.Min(_active, total - 1);
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        var module = await js.ImportModuleAsync(Assets["dist/grid.js"]);
        if (_disposed)
        {
            return;
        }

        _self = DotNetObjectReference.Create(this);
        _grid = await module.InvokeAsync<IJSObjectReference>("mount", _root, _self);
        if (_top > 0)
        {
            await ScrollToRowAsync(_top);
        }
    }

    private static string AlignClass(VirtualColumn<TRow> column) => column.Align == ColumnAlign.End ? " end" : "";

    private static string NarrowClass(VirtualColumn<TRow> column) => column.Narrow switch
    {
        NarrowPlace.Title => " on-title",
        NarrowPlace.Detail => "",
        NarrowPlace.Hidden => " on-none",
        _ => throw new ArgumentOutOfRangeException(nameof(column), column.Narrow, "No such place."),
    };

    private static string HandleClass(VirtualColumn<TRow> column) => column.IsHandle ? " handle" : "";

    private string CellClass(VirtualColumn<TRow> column, TRow? row = null)
    {
        // Two names for one animation, in turn: only another name makes the browser play it again.
        var changes = row is null ? 0 : _window.ChangesOf(row, column.Key);
        var flash = changes == 0 ? "" : changes % 2 == 0 ? " flash-a" : " flash-b";
        return $"cell{HandleClass(column)}{AlignClass(column)}{NarrowClass(column)}{FrozenClass(column)}{flash}";
    }

    private string HeadClass(VirtualColumn<TRow> column) => $"cell{HandleClass(column)}{AlignClass(column)}{FrozenClass(column)}";

    private string FrozenClass(VirtualColumn<TRow> column) => IsFrozen(column) ? " frozen" : "";

    private bool IsFrozen(VirtualColumn<TRow> column) => Columns.Take(FrozenColumns).Contains(column);

    // Only a frozen cell needs to know how wide those before it are.
    private string? PlaceOf(VirtualColumn<TRow> column) =>
        IsFrozen(column) ? string.Create(CultureInfo.InvariantCulture, $"left:var(--vt-left-{Columns.TakeWhile(other => other != column).Count()})") : null;

    // Never equal to the key of a row, which may well be a number too.
    private static object PlaceKey(long index) => (Place: index, IsPlace: true);

    // Rows that were read at different moments can name one lead twice; the second is told apart by its place.
    private object UniqueKey(TRow row, long index) => _keys.Add(RowKey(row)) ? RowKey(row) : PlaceKey(index);

    private string RowClass(long index, TRow row) => $"row{(index == _active ? " active" : "")}{(IsSelected?.Invoke(row) is true ? " selected" : "")}";

    private bool IsMarked(long index, TRow row) => IsSelected?.Invoke(row) ?? index == _active;

    private string IdOf(long index) => string.Create(CultureInfo.InvariantCulture, $"{_id}-{index}");

    private int WidthOf(VirtualColumn<TRow> column) => _widths.GetValueOrDefault(column.Key, column.Width);

    private string TrackOf(VirtualColumn<TRow> column) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(column.Grows && !_widths.ContainsKey(column.Key) && !IsFrozen(column) ? $"minmax({column.Width}px, 1fr)" : $"{WidthOf(column)}px")}");

    private string? SortOf(VirtualColumn<TRow> column) => !column.IsSortable ? null
        : Sort?.Key != column.Key ? "none"
        : Sort.Value.IsDescending ? "descending" : "ascending";

    private string ArrowOf(VirtualColumn<TRow> column) => Sort?.Key != column.Key ? "" : Sort.Value.IsDescending ? "↓" : "↑";

    private Task ToggleSortAsync(VirtualColumn<TRow> column) =>
        SortChanged.InvokeAsync(new VirtualSort(column.Key, Sort is { } sort && sort.Key == column.Key ? !sort.IsDescending : column.Align == ColumnAlign.End));
}
