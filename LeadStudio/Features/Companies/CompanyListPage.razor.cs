using LeadStudio.Components.Tables;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Messaging;
using Microsoft.AspNetCore.Components;

namespace LeadStudio.Features.Companies;

/// <summary>All companies that leads work for.</summary>
public sealed partial class CompanyListPage(ICompanyStore companies, SeenCompanies seen, IEventBus bus, NavigationManager navigation)
{
    private VirtualTable<CompanyRow>? _table;
    private IDisposable? _subscription;
    private string _typed = "";
    private long? _total;

    /// <summary>Gets or sets what is searched for; from the URL.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    /// <summary>Gets or sets the order, such as <c>name</c> or <c>-leads</c> for the most leads first; from the URL.</summary>
    [SupplyParameterFromQuery(Name = "sort")]
    public string? SortText { get; set; }

    private CompanyQuery Query => new(Search ?? "", SortOf(Order.Key), Order.IsDescending);

    private VirtualSort Order => SortText is { Length: > 0 } text && (!seen.IsLimited || text.TrimStart('-') == "name") ? new(text.TrimStart('-'), text[0] == '-')
        : seen.IsLimited ? new("name", IsDescending: false)
        : new("leads", IsDescending: true);

    private IReadOnlyList<VirtualColumn<CompanyRow>> Columns => seen.IsLimited ? s_sortedByName : s_columns;

    /// <inheritdoc />
    protected override void OnInitialized() => _subscription = bus.Subscribe<CompaniesChanged>(news => _ = InvokeAsync(RefreshAsync));

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _typed = Search ?? "";
        _total = await companies.CountAsync(Query, Disposed);
        if (_table is not null)
        {
            await _table.ReloadAsync();
        }
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        _subscription?.Dispose();
        base.Dispose(disposing);
    }

    private static CompanySort SortOf(string key) => key switch
    {
        "name" => CompanySort.Name,
        "best" => CompanySort.BestScore,
        _ => CompanySort.Leads,
    };

    private async Task RefreshAsync()
    {
        if (Disposed.IsCancellationRequested)
        {
            return;
        }

        _total = await companies.CountAsync(Query, Disposed);
        StateHasChanged();
        if (_table is not null)
        {
            await _table.RefreshAsync();
        }
    }

    private Task SearchAsync(string text)
    {
        _typed = text;
        Go(text, SortText, replace: true);
        return Task.CompletedTask;
    }

    private void SortAsync(VirtualSort sort) => Go(_typed, $"{(sort.IsDescending ? "-" : "")}{sort.Key}", replace: false);

    private void Go(string search, string? sort, bool replace) => navigation.NavigateTo(
        navigation.GetUriWithQueryParameters("/companies", new Dictionary<string, object?> { ["q"] = search.Length == 0 ? null : search, ["sort"] = sort }),
        new NavigationOptions { ReplaceHistoryEntry = replace });

    private async ValueTask<IReadOnlyList<CompanyRow>> LoadAsync(long first, int count, CancellationToken cancellationToken) =>
        await seen.ListAsync(Query, first, count, cancellationToken);
}
