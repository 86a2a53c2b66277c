using LeadStudio.Components.Toasts;
using LeadStudio.Core.Access;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Views;
using LeadStudio.Hosting.Access;

namespace LeadStudio.Features.Leads.Views;

/// <summary>Changes saved views; says what was done and offers to undo it.</summary>
/// <param name="views">The views.</param>
/// <param name="toasts">The messages.</param>
/// <param name="me">Who changes them.</param>
public sealed class ViewEdits(ISavedViews views, IToasts toasts, CurrentUser me)
{
    /// <summary>Gets whether the user may let others see a view.</summary>
    public bool MayShare => me.May(Scopes.WriteViews);

    private Actor User => me.Actor;

    /// <summary>Tells whether the user may change a view.</summary>
    /// <param name="view">The view.</param>
    public bool IsOwn(SavedView view) => view.Owner == User.Name;

    /// <summary>Lists the views that the user sees.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    public Task<IReadOnlyList<SavedView>> ListAsync(CancellationToken cancellationToken) => views.ListAsync(User, cancellationToken);

    /// <summary>Keeps a list as a new view.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">What it shows.</param>
    /// <param name="isShared">Whether everybody sees it.</param>
    /// <param name="isPinned">Whether it is a tab.</param>
    /// <returns>The view, or why not.</returns>
    public async Task<Result<SavedView>> AddAsync(string name, ViewContent content, bool isShared, bool isPinned)
    {
        if (isShared && !MayShare)
        {
            return new MayNotShare();
        }

        var added = await views.AddAsync(name, content, User);
        var result = added.IsSuccess && (isShared || isPinned)
            ? await views.ChangeAsync(added.Value with { IsShared = isShared, IsPinned = isPinned }, User)
            : added;
        if (result.IsSuccess)
        {
            toasts.Success($"\"{result.Value.Name}\" is saved.");
        }

        return result;
    }

    /// <summary>Changes a view.</summary>
    /// <param name="before">The view as it is.</param>
    /// <param name="after">The view as it is to be.</param>
    /// <param name="message">A sentence that says what was done.</param>
    /// <param name="changed">Called when it was done or undone.</param>
    /// <returns>Whether it is stored; else the user was told why not.</returns>
    public async Task<bool> ChangeAsync(SavedView before, SavedView after, string message, Func<Task> changed)
    {
        ArgumentNullException.ThrowIfNull(after);
        if (!Told(after.IsShared && !MayShare ? new MayNotShare() : await views.ChangeAsync(after, User)))
        {
            return false;
        }

        toasts.WithUndo(message, () => UndoAsync(() => views.ChangeAsync(before, User), changed));
        await changed();
        return true;
    }

    /// <summary>Takes a view away.</summary>
    /// <param name="view">The view.</param>
    /// <param name="changed">Called when it was done or undone.</param>
    /// <returns>A task that ends when it is done, or the user was told why not.</returns>
    public async Task DeleteAsync(SavedView view, Func<Task> changed)
    {
        if (Told(await views.DeleteAsync(view.Id, User)))
        {
            toasts.WithUndo($"\"{view.Name}\" is deleted.", () => UndoAsync(() => views.RestoreAsync(view.Id, User), changed));
            await changed();
        }
    }

    private async Task UndoAsync(Func<Task<Result<SavedView>>> undo, Func<Task> changed)
    {
        if (Told(await undo()))
        {
            await changed();
        }
    }

    private bool Told(Result<SavedView> result)
    {
        if (result.Error is { } problem)
        {
            toasts.Error(problem.Message);
        }

        return result.IsSuccess;
    }
}

/// <summary>The user's role may not change what others see.</summary>
internal sealed record MayNotShare() : InvalidError("Your role has views of its own only. Ask a marketer or an administrator to share this one.");
