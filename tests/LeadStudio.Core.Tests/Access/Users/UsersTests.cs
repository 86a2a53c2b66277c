using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Audit;
using LeadStudio.Core.Access.Users;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Core.Tests.Access.Users;

public abstract class UsersTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private const string Password = "correct horse battery";
    private static readonly Actor s_ada = new(ActorKind.Person, "Ada");
    private CoreFixture _core = null!;

    private IUsers Users => _core.Get<IUsers>();

    public async Task InitializeAsync() => _core = await CoreFixture.StartAsync(databases.NewDatabase());

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [SkippableFact]
    public async Task Add_First_IsListedWithTeamsAndInTheTrail()
    {
        Assert.False(await Users.AnyAsync());

        var ann = (await AddAsync("ann@example.com", "Ann Lee", Role.Sales, "North", "Key accounts")).Value!;

        Assert.True(await Users.AnyAsync());
        var listed = Assert.Single(await Users.ListAsync());
        Assert.Equal(("ann@example.com", "Ann Lee", Role.Sales, UserState.Active), (listed.Email, listed.Name, listed.Role, listed.State));
        Assert.Equal(["Key accounts", "North"], listed.Teams);
        var entry = Assert.Single(await TrailAsync());
        Assert.Equal(("user.added", "Ada", "Ann Lee"), (entry.Action, entry.Actor, entry.Subject));
        Assert.Contains("Key accounts", entry.After, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, entry.After, StringComparison.Ordinal);
        Assert.Equal(ann.Id, listed.Id);
    }

    [SkippableTheory]
    [InlineData("ann@example.com", "Somebody Else", Password, "taken")]
    [InlineData("ANN@example.com", "Somebody Else", Password, "taken")]
    [InlineData("bob@example.com", " ann lee ", Password, "There is a user \"ann lee\" already")]
    [InlineData("bob@example.com", "", Password, "needs a name")]
    [InlineData("no address", "Bob", Password, "is no e-mail address")]
    [InlineData("Bob <bob@example.com>", "Bob", Password, "is no e-mail address")]
    [InlineData("bob@example.com", "Bob", "short", "at least 12 characters")]
    public async Task Add_WhatDoesNotFit_IsRefusedAndLeavesNoTrace(string email, string name, string password, string expected)
    {
        await AddAsync("ann@example.com", "Ann Lee", Role.Admin);

        var refused = await Users.AddAsync(new NewUser(email, name, Role.Sales, ["North"]), password, s_ada);

        Assert.Contains(expected, refused.Error?.Message, StringComparison.Ordinal);
        Assert.Single(await Users.ListAsync());
        Assert.Single(await TrailAsync());
    }

    [SkippableFact]
    public async Task Change_RoleNameAndTeams_KeepsBeforeAndAfter()
    {
        await AddAsync("root@example.com", "Root", Role.Admin);
        var ann = (await AddAsync("ann@example.com", "Ann", Role.Sales, "North")).Value!;

        var changed = (await Users.ChangeAsync(ann.Id, new UserChange("Ann Lee", Role.Marketer, ["South"]), s_ada)).Value!;

        Assert.Equal(("Ann Lee", Role.Marketer), (changed.Name, changed.Role));
        Assert.Equal(["South"], changed.Teams);
        var entry = (await TrailAsync())[0];
        Assert.Contains("\"Sales\"", entry.Before, StringComparison.Ordinal);
        Assert.Contains("North", entry.Before, StringComparison.Ordinal);
        Assert.Contains("\"Marketer\"", entry.After, StringComparison.Ordinal);
        Assert.Contains("South", entry.After, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task LastAdmin_DemotedDisabledOrRemoved_IsKept()
    {
        var root = (await AddAsync("root@example.com", "Root", Role.Admin)).Value!;
        await AddAsync("ann@example.com", "Ann", Role.Sales);

        Assert.IsType<LastAdmin>((await Users.ChangeAsync(root.Id, new UserChange(Role: Role.Sales), s_ada)).Error);
        Assert.IsType<LastAdmin>((await Users.ChangeAsync(root.Id, new UserChange(IsDisabled: true), s_ada)).Error);
        Assert.IsType<LastAdmin>((await Users.RemoveAsync(root.Id, s_ada)).Error);
        Assert.Equal(Role.Admin, (await Users.GetAsync(root.Id)).Value!.Role);

        await AddAsync("next@example.com", "Next", Role.Admin);
        Assert.Equal(UserState.Disabled, (await Users.ChangeAsync(root.Id, new UserChange(IsDisabled: true), s_ada)).Value!.State);
    }

    [SkippableFact]
    public async Task Remove_User_IsGoneAndTheNameIsFree()
    {
        await AddAsync("root@example.com", "Root", Role.Admin);
        var ann = (await AddAsync("ann@example.com", "Ann", Role.Sales, "North")).Value!;

        await Users.RemoveAsync(ann.Id, s_ada);

        Assert.IsType<UserNotFound>((await Users.GetAsync(ann.Id)).Error);
        Assert.True((await AddAsync("ann@example.com", "Ann", Role.Sales, "North")).IsSuccess);
        Assert.Equal(["user.added", "user.removed", "user.added", "user.added"], (await TrailAsync()).Select(entry => entry.Action));
    }

    [SkippableFact]
    public async Task Trail_Searched_FindsByWordKindSubjectAndTime()
    {
        var ann = (await AddAsync("ann@example.com", "Ann Lee", Role.Admin)).Value!;
        await AddAsync("bob@example.com", "Bob", Role.Sales);
        var trail = _core.Get<IAuditTrail>();
        await trail.AddAsync(new Deed(s_ada, "sign-in.failed", "", "100% <b>", Address: "203.0.113.7"));
        await Users.ChangeAsync(ann.Id, new UserChange("Ann O'Lee"), s_ada);

        Assert.Equal(2, (await trail.ListAsync(new AuditQuery("ann LEE"), null, 10)).Count);
        Assert.Equal("203.0.113.7", Assert.Single(await trail.ListAsync(new AuditQuery(Kind: "sign-in"), null, 10)).Address);
        Assert.Equal("100% <b>", Assert.Single(await trail.ListAsync(new AuditQuery("100%"), null, 10)).Subject);
        Assert.Equal("Ann O'Lee", Assert.Single(await trail.ListAsync(new AuditQuery(SubjectId: ann.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)), null, 10)).Subject);
        var all = await trail.ListAsync(new AuditQuery(), null, 10);
        Assert.Equal(all.Skip(2).Select(entry => entry.Id), (await trail.ListAsync(new AuditQuery(), all[1].Id, 10)).Select(entry => entry.Id));
        Assert.Empty(await trail.ListAsync(new AuditQuery(To: all[^1].At), null, 10));
    }

    private Task<Core.Common.Result<UserInfo>> AddAsync(string email, string name, Role role, params string[] teams) =>
        Users.AddAsync(new NewUser(email, name, role, teams), Password, s_ada);

    private Task<IReadOnlyList<AuditEntry>> TrailAsync() => _core.Get<IAuditTrail>().ListAsync(new AuditQuery(), before: null, limit: 100);

    public sealed class OnSqlite(SqliteFixture databases) : UsersTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : UsersTests(databases);
}
