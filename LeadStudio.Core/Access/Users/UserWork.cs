using LeadStudio.Core.Access.Audit;
using LeadStudio.Core.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Core.Access.Users;

/// <summary>One change of a user: Identity saves the user, and what was noted and set here, in one transaction.</summary>
internal sealed class UserWork(IServiceScopeFactory scopes, long now) : IAsyncDisposable
{
    private readonly AsyncServiceScope _scope = scopes.CreateAsyncScope();

    public UserManager<User> Manager => _scope.ServiceProvider.GetRequiredService<UserManager<User>>();

    private LeadStudioDbContext Db => _scope.ServiceProvider.GetRequiredService<LeadStudioDbContext>();

    public ValueTask<User?> FindAsync(long id) => Db.Set<User>().FindAsync(id);

    public async Task<IReadOnlyList<string>> TeamsAsync(long id, CancellationToken cancellationToken) =>
        await Db.Set<UserTeamRow>().Where(row => row.UserId == id).Select(row => row.Team).ToListAsync(cancellationToken);

    public Task<bool> HasOtherAsync(User user, CancellationToken cancellationToken) =>
        Db.Set<User>().AnyAsync(other => other.NormalizedDisplayName == user.NormalizedDisplayName && other.Id != user.Id, cancellationToken);

    public async Task<bool> IsLastAdminAsync(long id, CancellationToken cancellationToken) =>
        !await Db.Set<User>().AnyAsync(other => other.Role == Role.Admin && !other.IsDisabled && other.Id != id && (other.PasswordHash != null || other.SignedInAt != null), cancellationToken);

    public void SetTeams(User user, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        foreach (var team in before.Except(after, StringComparer.Ordinal))
        {
            Db.Remove(Db.Set<UserTeamRow>().Local.FirstOrDefault(row => row.Team == team) ?? new UserTeamRow { UserId = user.Id, User = user, Team = team });
        }

        foreach (var team in after.Select(team => team.Trim()).Where(team => team.Length > 0).Distinct(StringComparer.Ordinal).Except(before, StringComparer.Ordinal))
        {
            Db.Add(new UserTeamRow { User = user, Team = team });
        }
    }

    public void Note(Actor by, string action, User user, IReadOnlyDictionary<string, object?>? before = null, IReadOnlyDictionary<string, object?>? after = null) =>
        new Deed(by, action, user.Id == 0 ? "" : FormattableString.Invariant($"{user.Id}"), user.DisplayName, before, after).AddTo(Db, now);

    public Task SaveAsync(CancellationToken cancellationToken) => Db.SaveChangesAsync(cancellationToken);

    public ValueTask DisposeAsync() => _scope.DisposeAsync();
}
