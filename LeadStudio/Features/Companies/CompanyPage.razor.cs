using LeadStudio.Components.Toasts;
using LeadStudio.Core.Leads.Companies;
using LeadStudio.Hosting.Access;
using Microsoft.AspNetCore.Components;

namespace LeadStudio.Features.Companies;

/// <summary>One company: what is known of it, and its leads.</summary>
public sealed partial class CompanyPage(ICompanyStore companies, NavigationManager navigation, IToasts toasts, CurrentUser me, SeenCompanies seen)
{
    private const int LeadsAtOnce = 50;
    private CompanyDetails? _details;
    private List<CompanyLead> _leads = [];
    private long _count;
    private int _read;
    private string? _problem;
    private bool _isMerging;

    /// <summary>Gets or sets the company.</summary>
    [Parameter]
    public long Id { get; set; }

    /// <inheritdoc />
    protected override Task OnParametersSetAsync()
    {
        (_details, _leads, _problem, _isMerging) = (null, [], null, false);
        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        var found = await companies.GetAsync(Id, Disposed);
        (_details, _problem) = (found.Value, found.Error?.Message);
        (_leads, _read) = ([], 0);
        if (found.IsSuccess)
        {
            _count = await seen.CountAsync(found.Value, Disposed);
            await MoreAsync();
        }
    }

    // Several reads where the user sees few of them.
    private async Task MoreAsync()
    {
        var wanted = Math.Min(_leads.Count + LeadsAtOnce, _count);
        IReadOnlyList<CompanyLead>? read = null;
        while (_leads.Count < wanted && read?.Count != 0)
        {
            read = await companies.LeadsAsync(_details!.Company.Id, _read, LeadsAtOnce, Disposed);
            _read += read.Count;
            _leads.AddRange(await seen.OfAsync(read, Disposed));
        }
    }

    private async Task MergeAsync(CompanyRow into)
    {
        var (id, name) = (_details!.Company.Id, _details.Company.Name);
        var merged = await companies.MergeAsync(id, into.Id, me.Actor, Disposed);
        _isMerging = false;
        if (!merged.IsSuccess)
        {
            toasts.Error(merged.Error.Message);
            return;
        }

        navigation.NavigateTo($"/companies/{merged.Value}");
        toasts.WithUndo($"{name} was merged into {into.Name}.", async () =>
        {
            await companies.PartAsync(id, me.Actor);
            navigation.NavigateTo($"/companies/{id}");
        });
    }

    private async Task PartAsync(Company company)
    {
        var into = _details!.Company.Id;
        await companies.PartAsync(company.Id, me.Actor, Disposed);
        await LoadAsync();
        toasts.WithUndo($"{company.Name} stands for itself again.", async () =>
        {
            await companies.MergeAsync(company.Id, into, me.Actor);
            if (!Disposed.IsCancellationRequested)
            {
                await LoadAsync();
                StateHasChanged();
            }
        });
    }
}
