using LeadStudio.Core.Access;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Views;

namespace LeadStudio.Tests.Features.Leads;

/// <summary>Keeps views in memory; a name that is taken is refused.</summary>
internal sealed class FakeSavedViews : ISavedViews
{
    private readonly Dictionary<long, SavedView> _deleted = [];

    public List<SavedView> All { get; } = [];

    public Task<IReadOnlyList<SavedView>> ListAsync(Actor viewer, CancellationToken cancellationToken = default) => Task.FromResult<IReadOnlyList<SavedView>>([.. All]);

    public Task<Result<SavedView>> GetAsync(long id, Actor viewer, CancellationToken cancellationToken = default) =>
        Task.FromResult<Result<SavedView>>(All.Find(view => view.Id == id) is { } view ? view : new SavedViewNotFound(id));

    public Task<Result<SavedView>> AddAsync(string name, ViewContent content, Actor by, CancellationToken cancellationToken = default)
    {
        if (All.Exists(view => view.Name == name))
        {
            return Task.FromResult<Result<SavedView>>(new SavedViewRefused("The name is taken."));
        }

        All.Add(new SavedView(All.Count + 1, by.Name, name, IsShared: false, IsPinned: false, content));
        return Task.FromResult<Result<SavedView>>(All[^1]);
    }

    public Task<Result<SavedView>> ChangeAsync(SavedView view, Actor by, CancellationToken cancellationToken = default)
    {
        All[All.FindIndex(other => other.Id == view.Id)] = view;
        return Task.FromResult<Result<SavedView>>(view);
    }

    public Task<Result<SavedView>> DeleteAsync(long id, Actor by, CancellationToken cancellationToken = default)
    {
        var view = All.Single(view => view.Id == id);
        All.Remove(view);
        _deleted[id] = view;
        return Task.FromResult<Result<SavedView>>(view);
    }

    public Task<Result<SavedView>> RestoreAsync(long id, Actor by, CancellationToken cancellationToken = default)
    {
        All.Add(_deleted[id]);
        return Task.FromResult<Result<SavedView>>(_deleted[id]);
    }
}
