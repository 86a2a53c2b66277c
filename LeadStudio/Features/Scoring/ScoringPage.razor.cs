using LeadStudio.Components.Shortcuts;
using LeadStudio.Components.Toasts;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Scoring;
using LeadStudio.Core.Scoring.Model;
using LeadStudio.Hosting.Access;
using Microsoft.AspNetCore.Components;

namespace LeadStudio.Features.Scoring;

/// <summary>The published scorecard in words, the draft as a form, the versions, and what the data suggest.</summary>
public sealed partial class ScoringPage(
    IScorecards scorecards, IFactSources facts, IScorecardPreview previews, IEventBus bus, IToasts toasts, NavigationManager navigation, TimeProvider time, CurrentUser me)
{
    private readonly List<IDisposable> _subscriptions = [];
    private DraftSession? _session;
    private FactCatalog? _catalog;
    private IReadOnlyList<ScorecardProblem> _problems = [];
    private IReadOnlyList<PublishedScorecard>? _versions;
    private RuleCounts? _counts;
    private RescoreProgressed? _progress;
    private IReadOnlyList<Shortcut> _shortcuts = [];
    private bool _isPublishing;
    private bool _isBusy;
    private CancellationToken _open; // cancelled when the page is left; unlike Disposed, it can still be asked then

    /// <summary>Gets or sets the view: <c>edit</c>, <c>versions</c>, or none for what is published.</summary>
    [SupplyParameterFromQuery(Name = "tab")]
    public string? Tab { get; set; }

    /// <summary>Gets or sets the key of the rule that is pointed at or edited.</summary>
    [SupplyParameterFromQuery(Name = "rule")]
    public string? RuleKey { get; set; }

    /// <summary>Gets or sets the version whose differences are shown.</summary>
    [SupplyParameterFromQuery(Name = "version")]
    public long? Version { get; set; }

    /// <summary>Gets or sets whether a scorecard is to be suggested.</summary>
    [SupplyParameterFromQuery(Name = "suggest")]
    public int? Suggest { get; set; }

    private bool IsSuggesting => Suggest == 1;

    private ScoringTab CurrentTab => Tab switch { "edit" => ScoringTab.Edit, "versions" => ScoringTab.Versions, _ => ScoringTab.Published };

    private int Errors => _problems.Count(problem => problem.Kind == ConditionProblemKind.Error);

    private string SavedWords => _session switch
    {
        null => "",
        { Problem: not null } => "Not saved",
        { IsSaved: false } => "Saving…",
        { HasDraft: true } => "Draft saved",
        _ => "No changes yet",
    };

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _open = Disposed;
        _shortcuts =
        [
            new("Mod+z", "Undo", UndoAsync),
            new("Mod+Shift+z", "Redo", RedoAsync),
            new("Mod+y", "Redo", RedoAsync),
        ];
        await ReloadAsync();
        _subscriptions.Add(bus.Subscribe<ScorecardPublished>(OnPublished));
        _subscriptions.Add(new RescoreFeed(bus, time, ShowProgressAsync));
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (CurrentTab == ScoringTab.Versions)
        {
            _versions ??= await scorecards.ListAsync(_open);
        }

        if (_session is null)
        {
            return;
        }

        StartCount();
        if (IsPreviewing && _preview is null && _previewProblem is null)
        {
            StartPreview();
        }
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        _subscriptions.ForEach(subscription => subscription.Dispose());
        base.Dispose(disposing);
    }

    private string? Current(ScoringTab tab) => !IsSuggesting && CurrentTab == tab ? "page" : null;

    private async Task ReloadAsync()
    {
        _catalog = (await facts.GetAsync(_open)).Facts;
        _session = await DraftSession.StartAsync(scorecards, me.Actor, _open);
        _versions = CurrentTab == ScoringTab.Versions ? await scorecards.ListAsync(_open) : null;
        (_preview, _previewProblem) = (null, null);
        Check();
        _counted = null;
        StartCount();
        if (IsPreviewing)
        {
            StartPreview();
        }
    }

    private void Check() => _problems = new ScorecardValidator(_catalog!).Check(_session!.Editor.Card);

    private void OnPublished(ScorecardPublished news) => _ = InvokeAsync(PublishedElsewhereAsync);

    // Another page published, or this one did and has seen to it already.
    private async Task PublishedElsewhereAsync()
    {
        var published = await scorecards.GetPublishedAsync(_open);
        if (!_isBusy && _session is not null && published.Version != _session.Published.Version && _session.IsSaved)
        {
            await ReloadAsync();
            toasts.Info($"Version {published.Version} was published by {published.By}.");
            StateHasChanged();
        }
    }

    private Task ShowProgressAsync(RescoreProgressed progress) => InvokeAsync(() =>
    {
        var isDone = progress.Done >= progress.Total;
        if (isDone && _progress is not null)
        {
            toasts.Success($"All leads are scored by version {_session?.Published.Version}.");
        }

        _progress = isDone ? null : progress;
        StateHasChanged();
    });
}
