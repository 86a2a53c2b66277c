using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Audit;
using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads.Views;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Leads.Storage;

internal sealed class EfSavedViews(IDatabase database, TimeProvider time) : ISavedViews
{
    private const int LongestName = 80;
    private const int LongestPart = 4_000;
    private const int MostOfAnOwner = 200;

    public async Task<IReadOnlyList<SavedView>> ListAsync(Actor viewer, CancellationToken cancellationToken = default)
    {
        var rows = await database.ReadAsync(
            db => Standing(db).Where(row => row.Owner == viewer.Name || row.IsShared).AsNoTracking().ToListAsync(cancellationToken), cancellationToken);
        return [.. rows.Select(row => row.ToView()).OrderBy(view => Folding.Fold(view.Name), StringComparer.Ordinal).ThenBy(view => view.Id)];
    }

    public async Task<Result<SavedView>> GetAsync(long id, Actor viewer, CancellationToken cancellationToken = default)
    {
        var row = await database.ReadAsync(
            db => Standing(db).AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && (row.Owner == viewer.Name || row.IsShared), cancellationToken), cancellationToken);
        return row is null ? new SavedViewNotFound(id) : row.ToView();
    }

    public Task<Result<SavedView>> AddAsync(string name, ViewContent content, Actor by, CancellationToken cancellationToken = default) =>
        database.WriteAsync<Result<SavedView>>(
            async db =>
            {
                await PurgeAsync(db, cancellationToken);
                var own = await Standing(db).Where(row => row.Owner == by.Name).AsNoTracking().ToListAsync(cancellationToken);
                if (WhyNot(own, id: 0, name, content) is { } refused)
                {
                    return refused;
                }

                if (own.Count >= MostOfAnOwner)
                {
                    return new SavedViewRefused($"You keep {MostOfAnOwner} views already. Delete one that you no longer use.");
                }

                var row = new SavedViewRow { Owner = by.Name, Name = name.Trim() };
                row.Take(row.Name, isShared: false, isPinned: false, content);
                db.Add(row);
                await db.SaveChangesAsync(cancellationToken);
                Note(db, by, "view.added", row, before: null, Words(row));
                return row.ToView();
            },
            cancellationToken);

    public Task<Result<SavedView>> ChangeAsync(SavedView view, Actor by, CancellationToken cancellationToken = default) =>
        EditAsync(view.Id, by, "view.changed", isDeleted: false, (row, own) =>
        {
            if (WhyNot(own, view.Id, view.Name, view.Content) is { } refused)
            {
                return refused;
            }

            row.Take(view.Name.Trim(), view.IsShared, view.IsPinned, view.Content);
            return null;
        }, cancellationToken);

    public Task<Result<SavedView>> DeleteAsync(long id, Actor by, CancellationToken cancellationToken = default) =>
        EditAsync(id, by, "view.deleted", isDeleted: false, (row, _) =>
        {
            row.DeletedAt = UtcMicroseconds.From(time.GetUtcNow());
            return null;
        }, cancellationToken);

    public Task<Result<SavedView>> RestoreAsync(long id, Actor by, CancellationToken cancellationToken = default) =>
        EditAsync(id, by, "view.restored", isDeleted: true, (row, own) =>
        {
            row.DeletedAt = null;
            return WhyNot(own, id, row.Name, row.ToView().Content);
        }, cancellationToken);

    private static IQueryable<SavedViewRow> Standing(LeadStudioDbContext db) => db.Set<SavedViewRow>().Where(row => row.DeletedAt == null);

    private Task<Result<SavedView>> EditAsync(
        long id, Actor by, string action, bool isDeleted, Func<SavedViewRow, List<SavedViewRow>, SavedViewRefused?> edit, CancellationToken cancellationToken) =>
        database.WriteAsync<Result<SavedView>>(
            async db =>
            {
                var row = await db.Set<SavedViewRow>().SingleOrDefaultAsync(row => row.Id == id && row.DeletedAt != null == isDeleted, cancellationToken);
                if (row is null || (row.Owner != by.Name && !row.IsShared))
                {
                    return new SavedViewNotFound(id);
                }

                if (row.Owner != by.Name)
                {
                    return new SavedViewRefused($"\"{row.Name}\" belongs to {row.Owner}. Save it as a view of your own instead.");
                }

                var own = await Standing(db).Where(other => other.Owner == by.Name).AsNoTracking().ToListAsync(cancellationToken);
                var before = Words(row);
                if (edit(row, own) is { } refused)
                {
                    db.ChangeTracker.Clear(); // nothing of it is kept
                    return refused;
                }

                Note(db, by, action, row, before, Words(row));
                return row.ToView();
            },
            cancellationToken);

    private static Dictionary<string, object?> Words(SavedViewRow row) => new(StringComparer.Ordinal)
    {
        ["name"] = row.Name,
        ["shared"] = row.IsShared,
        ["pinned"] = row.IsPinned,
        ["filter"] = row.ToView().Content.FilterText,
        ["search"] = row.ToView().Content.Search,
    };

    private void Note(LeadStudioDbContext db, Actor by, string action, SavedViewRow row, Dictionary<string, object?>? before, Dictionary<string, object?> after) =>
        new Deed(by, action, FormattableString.Invariant($"{row.Id}"), row.Name, before, after).AddTo(db, UtcMicroseconds.From(time.GetUtcNow()));

    private async Task PurgeAsync(LeadStudioDbContext db, CancellationToken cancellationToken)
    {
        var before = UtcMicroseconds.From(time.GetUtcNow()) - UtcMicroseconds.PerDay;
        await db.Set<SavedViewRow>().Where(row => row.DeletedAt < before).ExecuteDeleteAsync(cancellationToken);
    }

    private static SavedViewRefused? WhyNot(List<SavedViewRow> own, long id, string name, ViewContent content)
    {
        var folded = Folding.Fold(name);
        return folded.Length == 0 ? new("Give the view a name.")
            : name.Trim().Length > LongestName ? new($"The name is longer than {LongestName} characters. Shorten it.")
            : own.Find(row => row.Id != id && Folding.Fold(row.Name) == folded) is { } other ? new($"You have a view \"{other.Name}\" already. Choose another name.")
            : content.FilterText.Length > ConditionLimits.TextLength ? new("The filter is too long to be kept. Shorten it.")
            : content.Search.Length > LongestPart || content.Columns.Length > LongestPart ? new("There are too many words or columns to be kept. Take some away.")
            : null;
    }
}
