using LeadStudio.Core.Access;
using LeadStudio.Core.Common;

namespace LeadStudio.Core.Leads.Views;

/// <summary>Keeps the views that people saved.</summary>
public interface ISavedViews
{
    /// <summary>Lists the views that somebody sees: the own ones and those that others share.</summary>
    /// <param name="viewer">Who asks.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The views by name.</returns>
    Task<IReadOnlyList<SavedView>> ListAsync(Actor viewer, CancellationToken cancellationToken = default);

    /// <summary>Opens a view by its link.</summary>
    /// <param name="id">The view.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The view, or <see cref="SavedViewNotFound"/>, also where it is private to somebody else.</returns>
    Task<Result<SavedView>> GetAsync(long id, Actor viewer, CancellationToken cancellationToken = default);

    /// <summary>Keeps a list as a new view, private and not pinned.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">What it shows.</param>
    /// <param name="by">Who keeps it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The view, or <see cref="SavedViewRefused"/>.</returns>
    Task<Result<SavedView>> AddAsync(string name, ViewContent content, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Changes a view: name, content, whom it is for, whether it is pinned.</summary>
    /// <param name="view">The view as it is to be; its id and owner say which.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The view, <see cref="SavedViewNotFound"/>, or <see cref="SavedViewRefused"/> where it is somebody else's.</returns>
    Task<Result<SavedView>> ChangeAsync(SavedView view, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Takes a view away. <see cref="RestoreAsync"/> brings it back for a day.</summary>
    /// <param name="id">The view.</param>
    /// <param name="by">Who takes it away.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The view as it was, or why not.</returns>
    Task<Result<SavedView>> DeleteAsync(long id, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Brings back a view that was taken away; its link works again.</summary>
    /// <param name="id">The view.</param>
    /// <param name="by">Who brings it back.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The view, or why not.</returns>
    Task<Result<SavedView>> RestoreAsync(long id, Actor by, CancellationToken cancellationToken = default);
}
