using System.Net.Mail;
using LeadStudio.Core.Common;
using LeadStudio.Core.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Core.Access.Users;

/// <summary>Users kept by ASP.NET Core Identity. Each call has a scope of its own, so that a long-lived page never sees an old one.</summary>
internal sealed class Users(IDatabase database, IServiceScopeFactory scopes, TimeProvider time) : IUsers
{
    private const int LongestName = 100;

    public Task<bool> AnyAsync(CancellationToken cancellationToken = default) =>
        database.ReadAsync(db => db.Set<User>().AnyAsync(cancellationToken), cancellationToken);

    public Task<IReadOnlyList<UserInfo>> ListAsync(CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<UserInfo>>(
            async db =>
            {
                var teams = (await db.Set<UserTeamRow>().ToListAsync(cancellationToken)).ToLookup(row => row.UserId, row => row.Team);
                var users = await db.Set<User>().OrderBy(user => user.NormalizedDisplayName).ToListAsync(cancellationToken);
                return [.. users.Select(user => InfoOf(user, teams[user.Id]))];
            },
            cancellationToken);

    public Task<Result<UserInfo>> GetAsync(long id, CancellationToken cancellationToken = default) =>
        database.ReadAsync<Result<UserInfo>>(
            async db => await db.Set<User>().SingleOrDefaultAsync(user => user.Id == id, cancellationToken) is { } user
                ? InfoOf(user, await TeamsAsync(db, id, cancellationToken))
                : new UserNotFound(id),
            cancellationToken);

    public async Task<Result<UserInfo>> AddAsync(NewUser user, string? password, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (WhyNot(user.Name) is { } problem)
        {
            return problem;
        }

        if (!MailAddress.TryCreate(user.Email, out var address) || address.Address != user.Email.Trim())
        {
            return new UserRefused($"\"{user.Email}\" is no e-mail address. Give one such as ada@example.com.");
        }

        await using var work = new UserWork(scopes, Now);
        var added = new User
        {
            UserName = user.Email.Trim(),
            Email = user.Email.Trim(),
            EmailConfirmed = true,
            DisplayName = user.Name.Trim(),
            NormalizedDisplayName = Normalized(user.Name),
            Role = user.Role,
            CreatedAt = Now,
        };
        if (await work.HasOtherAsync(added, cancellationToken))
        {
            return NameTaken(added.DisplayName);
        }

        work.SetTeams(added, [], user.Teams);
        work.Note(by, "user.added", added, before: null, Words(added, user.Teams));
        var done = password is null ? await work.Manager.CreateAsync(added) : await work.Manager.CreateAsync(added, password);
        return done.Succeeded ? await GetAsync(added.Id, cancellationToken) : Refused(done);
    }

    public async Task<Result<PasswordLink>> LinkAsync(long id, Actor by, CancellationToken cancellationToken = default)
    {
        await using var work = new UserWork(scopes, Now);
        if (await work.FindAsync(id) is not { } user)
        {
            return new UserNotFound(id);
        }

        work.Note(by, "user.link-made", user);
        await work.SaveAsync(cancellationToken);
        return new PasswordLink(id, await work.Manager.GeneratePasswordResetTokenAsync(user));
    }

    public async Task<Result<UserInfo>> SetPasswordAsync(PasswordLink link, string password, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(link);
        await using var work = new UserWork(scopes, Now);
        if (await work.FindAsync(link.UserId) is not { } user ||
            !await work.Manager.VerifyUserTokenAsync(user, work.Manager.Options.Tokens.PasswordResetTokenProvider, UserManager<User>.ResetPasswordTokenPurpose, link.Token))
        {
            return new LinkExpired();
        }

        work.Note(user.Actor, "user.password-set", user);
        user.AccessFailedCount = 0;
        user.LockoutEnd = null;
        var done = await work.Manager.ResetPasswordAsync(user, link.Token, password);
        return done.Succeeded ? await GetAsync(user.Id, cancellationToken) : Refused(done);
    }

    public async Task<Result<UserInfo>> ChangeAsync(long id, UserChange change, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        await using var work = new UserWork(scopes, Now);
        if (await work.FindAsync(id) is not { } user)
        {
            return new UserNotFound(id);
        }

        var teams = await work.TeamsAsync(id, cancellationToken);
        var before = Words(user, teams);
        if (change.Name is { } name)
        {
            if (WhyNot(name) is { } problem)
            {
                return problem;
            }

            (user.DisplayName, user.NormalizedDisplayName) = (name.Trim(), Normalized(name));
            if (await work.HasOtherAsync(user, cancellationToken))
            {
                return NameTaken(user.DisplayName);
            }
        }

        var mayLess = (change.Role is { } role && role != user.Role) || (change.IsDisabled == true && !user.IsDisabled);
        if (user.MayManage && mayLess && await work.IsLastAdminAsync(id, cancellationToken))
        {
            return new LastAdmin();
        }

        user.Role = change.Role ?? user.Role;
        user.IsDisabled = change.IsDisabled ?? user.IsDisabled;
        if (change.Teams is { } wanted)
        {
            work.SetTeams(user, teams, wanted);
            teams = wanted;
        }

        work.Note(by, "user.changed", user, before, Words(user, teams));
        var done = mayLess ? await work.Manager.UpdateSecurityStampAsync(user) : await work.Manager.UpdateAsync(user);
        return done.Succeeded ? await GetAsync(id, cancellationToken) : Refused(done);
    }

    public async Task<Result<UserInfo>> RemoveAsync(long id, Actor by, CancellationToken cancellationToken = default)
    {
        await using var work = new UserWork(scopes, Now);
        if (await work.FindAsync(id) is not { } user)
        {
            return new UserNotFound(id);
        }

        if (user.MayManage && await work.IsLastAdminAsync(id, cancellationToken))
        {
            return new LastAdmin();
        }

        var teams = await work.TeamsAsync(id, cancellationToken);
        work.SetTeams(user, teams, []);
        work.Note(by, "user.removed", user, Words(user, teams));
        var done = await work.Manager.DeleteAsync(user);
        return done.Succeeded ? InfoOf(user, teams) : Refused(done);
    }

    private long Now => UtcMicroseconds.From(time.GetUtcNow());

    private static UserInfo InfoOf(User user, IEnumerable<string> teams) => new(
        user.Id,
        user.Email ?? "",
        user.DisplayName,
        user.Role,
        [.. teams.Order(StringComparer.OrdinalIgnoreCase)],
        user.IsDisabled ? UserState.Disabled : user is { PasswordHash: null, SignedInAt: null } ? UserState.Invited : UserState.Active,
        user.TwoFactorEnabled,
        user.CreatedAt,
        user.SignedInAt);

    private static Task<List<string>> TeamsAsync(LeadStudioDbContext db, long id, CancellationToken cancellationToken) =>
        db.Set<UserTeamRow>().Where(row => row.UserId == id).Select(row => row.Team).ToListAsync(cancellationToken);

    private static string Normalized(string name) => name.Trim().ToUpperInvariant();

    private static UserRefused? WhyNot(string name) => name.Trim().Length switch
    {
        0 => new UserRefused("A user needs a name, which leads name as their owner."),
        > LongestName => new UserRefused($"A name has at most {LongestName} characters."),
        _ => null,
    };

    private static UserRefused NameTaken(string name) => new($"There is a user \"{name}\" already. Give another name, such as one with a middle initial: leads name their owner by it.");

    private static UserRefused Refused(IdentityResult result) => new(string.Join(" ", result.Errors.Select(error => error.Description)));

    private static Dictionary<string, object?> Words(User user, IReadOnlyList<string> teams) => new(StringComparer.Ordinal)
    {
        ["name"] = user.DisplayName,
        ["email"] = user.Email,
        ["role"] = user.Role.ToString(),
        ["teams"] = teams,
        ["disabled"] = user.IsDisabled,
    };
}
