using LeadStudio.Components;
using LeadStudio.Components.Time;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Notes;
using LeadStudio.Core.Leads.Past;
using LeadStudio.Core.Scoring;
using LeadStudio.Hosting.Access;
using LeadStudio.Live;
using Microsoft.AspNetCore.Components;

namespace LeadStudio.Features.Leads.Detail;

/// <summary>Shows one lead, and shows it again when anything about it changes.</summary>
public abstract class LeadComponent : CancellableComponent
{
    private IDisposable? _subscription;

    /// <summary>Gets or sets the lead's id.</summary>
    [Parameter, EditorRequired]
    public long Id { get; set; }

    /// <summary>Gets the lead; null until it is read, and the one before until the next is read.</summary>
    protected LeadPicture? Picture { get; private set; }

    /// <summary>Gets why the lead cannot be shown; null where it can.</summary>
    protected Error? Problem { get; private set; }

    [Inject]
    private ILeadStore Store { get; set; } = null!;

    [Inject]
    private IScoreExplainer Explainer { get; set; } = null!;

    [Inject]
    private IScoreFeedbacks Feedbacks { get; set; } = null!;

    [Inject]
    private ILeadNotes Notes { get; set; } = null!;

    [Inject]
    private ILeadPast Past { get; set; } = null!;

    [Inject]
    private LiveLeads Live { get; set; } = null!;

    [Inject]
    private CurrentUser Me { get; set; } = null!;

    [Inject]
    private LeadSight Sight { get; set; } = null!;

    [Inject]
    private UserClock Clock { get; set; } = null!;

    /// <summary>Reads the lead again.</summary>
    /// <returns>A task that ends when it shows.</returns>
    protected async Task ReloadAsync()
    {
        var id = Id;
        var found = await Sight.SeesAsync(Me.Principal, id, Disposed) ? await Store.GetAsync(id, Disposed) : new LeadNotFound(id);
        if (found.Value is not { } lead)
        {
            (Picture, Problem) = (null, found.Error);
            StateHasChanged();
            return;
        }

        var picture = new LeadPicture(
            lead,
            await Explainer.ExplainAsync(lead, Disposed),
            await Store.HistoryAsync([id], since: 0, Disposed),
            await Feedbacks.ListAsync(id, Disposed))
        {
            Notes = await Notes.ListAsync(id, Disposed),
            Past = await Past.GetAsync(id, Disposed),
        };
        if (id == Id)
        {
            (Picture, Problem) = (picture, null);
            StateHasChanged();
        }
    }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
        {
            _subscription = Live.Subscribe(news => InvokeAsync(() => TakeAsync(news)));
            Clock.Ticked += Refresh; // all times are of the user's zone
        }
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (RendererInfo.IsInteractive && Picture?.Lead.Id != Id)
        {
            await ReloadAsync();
        }
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        _subscription?.Dispose();
        Clock.Ticked -= Refresh;
        base.Dispose(disposing);
    }

    private void Refresh(object? sender, EventArgs e) => _ = InvokeAsync(StateHasChanged);

    private Task TakeAsync(LeadNews news) =>
        !Disposed.IsCancellationRequested && (news.Many || news.Ids.Contains(Id)) ? ReloadAsync() : Task.CompletedTask;
}
