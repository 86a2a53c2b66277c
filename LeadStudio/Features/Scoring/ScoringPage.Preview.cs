using LeadStudio.Core.Common;
using LeadStudio.Core.Scoring;
using LeadStudio.Core.Scoring.Model;
using Microsoft.AspNetCore.Components;

namespace LeadStudio.Features.Scoring;

/// <content>What is computed beside the page: the preview, and how many leads each rule holds for. Only the newest run counts.</content>
public sealed partial class ScoringPage
{
    private CancellationTokenSource? _previewRun;
    private CancellationTokenSource? _countRun;
    private ScorecardPreview? _preview;
    private string? _previewProblem;
    private Scorecard? _counted;

    /// <summary>Gets or sets whether the preview is shown beside the draft.</summary>
    [SupplyParameterFromQuery(Name = "preview")]
    public int? Preview { get; set; }

    private bool IsPreviewing => Preview == 1 && CurrentTab == ScoringTab.Edit;

    private void TogglePreview() =>
        navigation.NavigateTo(navigation.GetUriWithQueryParameter("preview", IsPreviewing ? null : 1), replace: true);

    private void StartPreview()
    {
        var card = _session!.Editor.Card;
        _previewProblem = null;
        _ = RunAsync(
            ref _previewRun,
            token => previews.PreviewAsync(card, token),
            result => (_preview, _previewProblem) = (result.Value, result.IsSuccess ? null : "Put right what is marked below, and the preview comes by itself."));
    }

    private void StartCount()
    {
        var card = CurrentTab == ScoringTab.Edit ? _session!.Editor.Card : _session!.Published.Card;
        if (ReferenceEquals(card, _counted))
        {
            return;
        }

        _counted = card;
        _ = RunAsync(ref _countRun, token => previews.CountAsync(card, token), result => _counts = result.Value ?? _counts);
    }

    private Task RunAsync<T>(ref CancellationTokenSource? run, Func<CancellationToken, Task<Result<T>>> work, Action<Result<T>> show)
    {
        run?.Cancel();
        run = CancellationTokenSource.CreateLinkedTokenSource(_open);
        return FinishAsync(work, show, run.Token);
    }

    private async Task FinishAsync<T>(Func<CancellationToken, Task<Result<T>>> work, Action<Result<T>> show, CancellationToken token)
    {
        try
        {
            var result = await Task.Run(() => work(token), token);
            if (!token.IsCancellationRequested)
            {
                show(result);
                StateHasChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // A newer run, or the page was closed.
        }
#pragma warning disable CA1031 // An edge: nobody awaits this; the page's ErrorBoundary shows and logs it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            await DispatchExceptionAsync(failure);
        }
    }
}
