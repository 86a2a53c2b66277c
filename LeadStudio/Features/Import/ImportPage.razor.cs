using LeadStudio.Components.Time;
using LeadStudio.Components.Toasts;
using LeadStudio.Core.Access;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Leads.Import.Csv;
using LeadStudio.Core.Messaging;
using LeadStudio.Hosting.Access;
using Microsoft.AspNetCore.Components;

namespace LeadStudio.Features.Import;

/// <summary>From a file to leads, in three steps; the address names the import, so that a reload or a colleague sees the same.</summary>
public sealed partial class ImportPage(IImports imports, IImportUndo undo, IFieldCatalog fields, ICompanyStore companies, IEventBus bus, NavigationManager navigation, IToasts toasts, CurrentUser me)
{
    private const int PageSize = 50;

    private IDisposable? _subscription;
    private ImportJob? _job;
    private ImportDraft? _draft;
    private IReadOnlyList<ImportJob>? _past;
    private IReadOnlyList<RejectReason> _reasons = [];
    private string? _problem;
    private string? _refusal;
    private bool _starting;
    private bool _hasMore;
    private int _shown = PageSize;
    private ImportTargets? _targets;

    /// <summary>Gets or sets the import; null to begin one.</summary>
    [Parameter]
    public long? Id { get; set; }

    [Inject]
    private UserClock Clock { get; set; } = null!;

    private int Step => _job?.Status switch
    {
        null => 1,
        ImportStatus.Uploaded => 2,
        ImportStatus.Queued or ImportStatus.Running => 3,
        ImportStatus.Finished or ImportStatus.Cancelled or ImportStatus.Failed or ImportStatus.TakingBack or ImportStatus.TakenBack => 4,
        _ => throw new InvalidOperationException($"Unknown state {_job.Status} of an import."),
    };

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        Clock.Ticked += ShowZone;
        _subscription = bus.Subscribe<ImportProgressed>(news =>
        {
            if (Id is null || news.ImportId == Id)
            {
                _ = InvokeAsync(RefreshAsync);
            }
        });
    }

    /// <inheritdoc />
    protected override Task OnParametersSetAsync()
    {
        (_job, _draft, _past, _problem, _refusal, _reasons) = (null, null, null, null, null, []);
        return LoadAsync();
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        Clock.Ticked -= ShowZone;
        _subscription?.Dispose();
        base.Dispose(disposing);
    }

    private void ShowZone(object? sender, EventArgs e) => _ = InvokeAsync(StateHasChanged);

    private async Task RefreshAsync()
    {
        if (!Disposed.IsCancellationRequested)
        {
            await LoadAsync();
            StateHasChanged();
        }
    }

    private async Task LoadAsync()
    {
        if (Id is not { } id)
        {
            var listed = await imports.ListAsync(count: _shown + 1, cancellationToken: Disposed);
            (_past, _hasMore) = ([.. listed.Take(_shown)], listed.Count > _shown);
            return;
        }

        var job = await imports.GetAsync(id, Disposed);
        (_job, _problem) = (job.Value, job.Error?.Message);
        if (_job is { Status: ImportStatus.Uploaded } && _draft is null)
        {
            await ReadAgainAsync(null);
        }
        else if (_job is { Rejected: > 0, Status: not (ImportStatus.Queued or ImportStatus.Running) })
        {
            _reasons = await imports.RejectReasonsAsync(id, Disposed);
        }

        if (_job?.Mapping is not null)
        {
            _targets = await TargetsAsync(_job.ReadMapping().About);
        }
    }

    private void Open(long id) => navigation.NavigateTo($"/import/{id}");

    private Task ReadAgainAsync(CsvDialect? dialect) => ReadAgainAsync(dialect, about: null);

    private Task AboutAsync(ImportSubject about) => ReadAgainAsync(dialect: null, about);

    private async Task<ImportTargets> TargetsAsync(ImportSubject about) => about == ImportSubject.Companies
        ? ImportTargets.OfCompanies(await companies.FieldsAsync(Disposed))
        : ImportTargets.OfPeople(await fields.GetAsync(Disposed));

    private async Task ReadAgainAsync(CsvDialect? dialect, ImportSubject? about)
    {
        var analysis = await imports.AnalyzeAsync(Id!.Value, dialect, about, Disposed);
        if (analysis.IsSuccess)
        {
            _draft = new ImportDraft(analysis.Value, await TargetsAsync(analysis.Value.About), () => Clock.Zone.Id);
            _refusal = null;
        }
        else
        {
            _problem = analysis.Error.Message;
        }
    }

    private async Task StartAsync()
    {
        _starting = true;
        var result = await imports.StartAsync(Id!.Value, _draft!.ToMapping(), Disposed);
        _starting = false;
        _refusal = result.Error?.Message;
        await LoadAsync();
    }

    private async Task DiscardAsync()
    {
        await imports.CancelAsync(Id!.Value, Disposed);
        navigation.NavigateTo("/import");
    }

    private async Task CancelAsync() => Show(await imports.CancelAsync(Id!.Value, Disposed));

    private async Task ResumeAsync() => Show(await imports.ResumeAsync(Id!.Value, Disposed));

    private async Task UndoAsync()
    {
        if (me.May(Scopes.Erase))
        {
            Show(await undo.StartAsync(Id!.Value, me.Actor, Disposed));
        }
    }

    private async Task ShowMoreAsync()
    {
        _shown += PageSize;
        await LoadAsync();
    }

    private void Show(Result<ImportJob> result)
    {
        if (result.IsSuccess)
        {
            _job = result.Value;
        }
        else
        {
            toasts.Error(result.Error.Message);
        }
    }
}
