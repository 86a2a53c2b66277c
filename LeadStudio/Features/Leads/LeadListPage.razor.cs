using LeadStudio.Components.Shortcuts;
using LeadStudio.Components.Time;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Scoring;
using LeadStudio.Features.Leads.Columns;
using LeadStudio.Features.Leads.Detail;
using LeadStudio.Features.Leads.List;
using LeadStudio.Features.Leads.Views;
using LeadStudio.Hosting.Access;
using LeadStudio.Live;
using Microsoft.AspNetCore.Components;

namespace LeadStudio.Features.Leads;

/// <summary>Whom to call first, and why: the list of leads, with one of them beside it.</summary>
public sealed partial class LeadListPage(
    ILeadList list, IFieldCatalog fields, ILeadStore store, IScoreReasons reasons, ViewEdits views, LiveLeads live, NavigationManager navigation, TimeProvider time, UserClock clock,
    UsualColumns usual, CurrentUser me, LeadSight sight)
{
    private static readonly TimeSpan s_typingPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_freshTime = TimeSpan.FromSeconds(20);

    private LeadListState _state = new();
    private LeadListState _shown = new();
    private IReadOnlyList<string>? _usual;
    private Condition? _limit;
    private FieldCatalog? _catalog;
    private ListColumns? _columns;
    private LeadListView? _view;
    private LeadTable? _table;
    private LeadPanel? _panel;
    private ElementReference _searchBox;
    private IReadOnlyList<Shortcut> _shortcuts = [];
    private IDisposable? _subscription;
    private string _typed = "";
    private int _typings;
    private long? _returnTo;
    private bool _isAdding;
    private bool _isFresh;
    private DateTimeOffset _followsUntil;

    /// <summary>Gets or sets the words that are looked for.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    /// <summary>Gets or sets the filter in the filter language.</summary>
    [SupplyParameterFromQuery(Name = "filter")]
    public string? Filter { get; set; }

    /// <summary>Gets or sets the order, such as <c>score.desc</c>.</summary>
    [SupplyParameterFromQuery(Name = "sort")]
    public string? Sort { get; set; }

    /// <summary>Gets or sets the columns, such as <c>title,country:140</c>.</summary>
    [SupplyParameterFromQuery(Name = "cols")]
    public string? Columns { get; set; }

    /// <summary>Gets or sets the tab, such as <c>all</c> for closed leads too.</summary>
    [SupplyParameterFromQuery(Name = "view")]
    public string? View { get; set; }

    /// <summary>Gets or sets the lead in the side panel.</summary>
    [SupplyParameterFromQuery(Name = "lead")]
    public string? Lead { get; set; }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        _shortcuts = Shortcuts();
        if (RendererInfo.IsInteractive)
        {
            _subscription = live.Subscribe(news => InvokeAsync(() => TakeAsync(news)));
            Bulk.Settled += TakeSettled;
            clock.Ticked += TakeZone;
        }
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (!RendererInfo.IsInteractive)
        {
            return; // the page is there at once, and its rows when somebody can use them
        }

        var before = _state;
        _limit = await sight.LimitAsync(me.Principal, Disposed);
        await ReadAddressAsync();
        ClearFor(Query);
        _typed = _state.Search == before.Search || _state.Search == _typed.Trim() ? _typed : _state.Search;
        if (_view is null || Query != _view.Query || !_state.Columns.Equals(_shown.Columns) || _state.Frozen != _shown.Frozen)
        {
            await OpenViewAsync();
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_returnTo is { } row && _table is { } table)
        {
            _returnTo = null;
            await table.ShowAsync(row);
        }
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        _subscription?.Dispose();
        Bulk.Settled -= TakeSettled;
        clock.Ticked -= TakeZone;
        base.Dispose(disposing);
    }

    private IReadOnlyList<Shortcut> Shortcuts() =>
    [
        new Shortcut("/", "Search", async () => await _searchBox.FocusAsync()),
        new Shortcut("j", "Next lead (Enter opens it)", () => _table?.MoveAsync(1) ?? Task.CompletedTask),
        new Shortcut("k", "Lead before", () => _table?.MoveAsync(-1) ?? Task.CompletedTask),
        new Shortcut("f", "Filter by a value of this lead", () => _table?.AskMenuAsync() ?? Task.CompletedTask),
        new Shortcut("a", "Add a lead", AddAsync),
        .. SelectionShortcuts,
    ];

    private LeadQuery Query => _state.ToQuery(clock.Zone).Within(_limit);

    private string EmptyText => (_state.IsNarrowed, _state.View.Scope) switch
    {
        (true, LeadScope.Open) => "No open lead matches this search and these filters.",
        (true, _) => "No lead matches this search and these filters.",
        _ when _state.View == QuickView.Hot => "No lead is open: all of them are won or lost. Import leads that are still open, or look at the closed ones.",
        _ => $"No lead belongs to \"{_state.View.Title}\" now.",
    };

    // In another zone the days of the filter begin at another time.
    private void TakeZone(object? sender, EventArgs e) => _ = InvokeAsync(
        () => !Disposed.IsCancellationRequested && _view is { } view && view.Query != Query ? OnParametersSetAsync() : Task.CompletedTask);

    private async Task OpenViewAsync()
    {
        _catalog = await fields.GetAsync(Disposed);
        _columns = ListColumns.Of(_catalog);
        if (_usual is null || _isFresh)
        {
            _usual = await usual.ChooseAsync(_catalog, Disposed); // and no other columns by themselves while somebody looks at them
        }

        var opened = _shown = _state;
        var view = new LeadListView(list, Query, ColumnsOf(_state), new LeadRowReader(store, reasons, time));
        var (isFirst, isSame) = (_view is null, view.Query == _view?.Query);
        await CountAsync(view, mayEstimate: true);
        if (!ReferenceEquals(opened, _shown))
        {
            return; // another view was asked for meanwhile
        }

        _view = view;
        await CheckFreshAsync();
        StateHasChanged();
        await ((isSame ? _table?.RefreshAsync() : _table?.ReloadAsync()) ?? Task.CompletedTask);
        await (isFirst ? ReturnAsync(view) : Task.CompletedTask);
        await CountMoreAsync();
        await list.PrepareAsync([.. view.Columns.Fields.Select(field => field.Key)], Disposed);
        await CountNewSavedAsync();
    }

    private ColumnSet ColumnsOf(LeadListState state) => new(_catalog!, state.Columns, state.Frozen, _usual);

    // Somebody who comes back from a lead's page, or by a link, finds its row; the table may not be there yet.
    private async Task ReturnAsync(LeadListView view)
    {
        if (_state.OpenLead is { } open && await list.IndexOfAsync(view.Query, open, Disposed) is { } row && ReferenceEquals(view, _view))
        {
            _returnTo = row;
            StateHasChanged();
        }
    }

    private async Task CheckFreshAsync() =>
        _isFresh = _view!.Rows == 0 && (await list.CountAsync(new LeadQuery { Scope = LeadScope.All }.Within(_limit), cancellationToken: Disposed)).Count == 0;

    private async Task TakeAsync(LeadNews news)
    {
        if (_view is not { } view || Disposed.IsCancellationRequested)
        {
            return;
        }

        if (!ReferenceEquals(await fields.GetAsync(Disposed), _catalog))
        {
            await OpenViewAsync(); // another field or option
            return;
        }

        if (view.Rows == 0 || time.GetUtcNow() < _followsUntil)
        {
            await ShowNewsAsync(); // no row that the user could be reading
            _ = CountLaterAsync();
            return;
        }

        await view.TakeAsync(news, Disposed);
        if (ReferenceEquals(view, _view))
        {
            await (_table?.RefreshAsync() ?? Task.CompletedTask);
            StateHasChanged();
            _ = CountLaterAsync();
        }
    }

    // Where the list was empty a moment ago, it fills by itself for a while.
    private Task ShowFreshAsync()
    {
        _followsUntil = time.GetUtcNow() + s_freshTime;
        return OpenViewAsync();
    }

    private async Task ShowNewsAsync()
    {
        _view!.Renew();
        await CountAsync(_view, mayEstimate: true);
        await CheckFreshAsync();
        StateHasChanged();
        await (_table?.RefreshAsync() ?? Task.CompletedTask);
        await CountMoreAsync();
    }

    private async Task SearchAsync(string? text)
    {
        _typed = text ?? "";
        var typing = ++_typings;
        await Task.Delay(s_typingPause, time, Disposed); // who still types is not searched for yet
        if (typing == _typings)
        {
            Go(_state with { Search = _typed.Trim() }, replace: true);
        }
    }

    private void Go(LeadListState state, bool replace = false) => navigation.NavigateTo(state.ToAddress(), replace: replace);

    private void Open(long? lead) => Go(_state with { OpenLead = lead }, replace: lead is not null && _state.OpenLead is not null);

    // Enter opens the panel, and once more goes into it.
    private async Task OpenOrEnterAsync(long lead)
    {
        if (_state.OpenLead == lead && _panel is not null)
        {
            await _panel.FocusAsync();
            return;
        }

        Open(lead);
    }

    // The panel follows the keys while it is open.
    private void Follow(long lead)
    {
        if (_state.OpenLead is { } open && open != lead)
        {
            Open(lead);
        }
    }

    private Task AddAsync()
    {
        _isAdding = true;
        StateHasChanged();
        return Task.CompletedTask;
    }
}
