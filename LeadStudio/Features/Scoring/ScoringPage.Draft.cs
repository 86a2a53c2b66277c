using LeadStudio.Core.Scoring;
using LeadStudio.Core.Scoring.Model;
using Microsoft.AspNetCore.Components;

namespace LeadStudio.Features.Scoring;

/// <content>What people do to the draft and to versions.</content>
public sealed partial class ScoringPage
{
    private Task ChangeAsync(Scorecard card) => _session!.Editor.Apply(card) ? SaveAsync() : Task.CompletedTask;

    private Task UndoAsync() => _session!.Editor.Undo() ? SaveAsync() : Task.CompletedTask;

    private Task RedoAsync() => _session!.Editor.Redo() ? SaveAsync() : Task.CompletedTask;

    private async Task SaveAsync()
    {
        Check();
        StateHasChanged();
        await _session!.SaveAsync(CancellationToken.None);
        StartCount();
        if (IsPreviewing)
        {
            StartPreview();
        }
        else
        {
            _preview = null;
        }

        StateHasChanged();
    }

    private async Task OverwriteAsync()
    {
        await _session!.OverwriteAsync(CancellationToken.None);
        StartCount();
    }

    private async Task DiscardAsync()
    {
        var card = _session!.Editor.Card;
        await scorecards.DiscardDraftAsync(me.Actor, CancellationToken.None);
        await ReloadAsync();
        toasts.WithUndo("The draft is discarded.", async () =>
        {
            await scorecards.SaveDraftAsync(card, revision: 0, me.Actor, CancellationToken.None);
            await ReloadAsync();
            StateHasChanged();
        });
    }

    private async Task UseSuggestionAsync(Scorecard card)
    {
        _session!.Editor.Apply(card);
        await SaveAsync();
        navigation.NavigateTo("/scoring?tab=edit&preview=1");
        toasts.WithUndo("The suggested scorecard is your draft now.", UndoAsync);
    }

    private async Task PublishAsync(string note)
    {
        _isBusy = true;
        var result = await scorecards.PublishAsync(_session!.Editor.Card, note, me.Actor, CancellationToken.None);
        await AfterPublishingAsync(result.Value, result.Error?.Message);
    }

    private async Task RollBackAsync(long version)
    {
        _isBusy = true;
        var before = _session!.Published.Version;
        var result = await scorecards.RollBackAsync(version, me.Actor, CancellationToken.None);
        await AfterPublishingAsync(result.Value, result.Error?.Message, result.Value is { } published ? () => UndoRollBackAsync(published.Version, before) : null);
    }

    // What somebody has published since then stays.
    private async Task UndoRollBackAsync(long rolledBack, long before)
    {
        if ((await scorecards.GetPublishedAsync(CancellationToken.None)).Version != rolledBack)
        {
            toasts.Error("Another version was published meanwhile, so the roll back was not undone.");
            return;
        }

        await RollBackAsync(before);
        StateHasChanged();
    }

    private async Task AfterPublishingAsync(PublishedScorecard? published, string? problem, Func<Task>? undo = null)
    {
        (_isBusy, _isPublishing) = (false, false);
        if (published is null)
        {
            toasts.Error(problem ?? "The scorecard could not be published. Try again.");
            return;
        }

        await ReloadAsync();
        var news = $"Version {published.Version} is published. All leads are being scored by it.";
        if (undo is null)
        {
            toasts.Success(news);
        }
        else
        {
            toasts.WithUndo(news, undo);
        }

        if (CurrentTab == ScoringTab.Edit)
        {
            navigation.NavigateTo("/scoring");
        }
    }

    private void Select(string? key) =>
        navigation.NavigateTo(navigation.GetUriWithQueryParameter("rule", key), replace: true);

    private void SelectVersion(long? version) =>
        navigation.NavigateTo(navigation.GetUriWithQueryParameter("version", version), replace: true);
}
