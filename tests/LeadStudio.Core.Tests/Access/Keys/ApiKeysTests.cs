using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Audit;
using LeadStudio.Core.Access.Keys;
using LeadStudio.Core.Common;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Core.Tests.Access.Keys;

public abstract class ApiKeysTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private static readonly Actor s_ada = new(ActorKind.Person, "Ada");
    private readonly FakeClock _clock = new(new DateTimeOffset(2026, 11, 26, 9, 0, 0, TimeSpan.Zero));
    private CoreFixture _core = null!;

    private IApiKeys Keys => _core.Get<IApiKeys>();

    public async Task InitializeAsync() =>
        _core = await CoreFixture.StartAsync(databases.NewDatabase(), services => services.AddSingleton<TimeProvider>(_clock));

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [SkippableFact]
    public async Task Add_Key_IsFoundByItsSecretWhichNobodyCanReadAgain()
    {
        var made = (await Keys.AddAsync("Website", [Scopes.WriteLeads, Scopes.ReadLeads, Scopes.ReadLeads], expiresAt: null, s_ada)).Value!;

        var found = await Keys.FindAsync(made.Secret);

        Assert.Equal((made.Key.Id, "Website"), (found!.Id, found.Name));
        Assert.Equal([Scopes.ReadLeads, Scopes.WriteLeads], found.ScopeList);
        Assert.StartsWith(found.Prefix, made.Secret, StringComparison.Ordinal);
        Assert.Equal(0, await _core.Get<IDatabase>().ReadAsync(db => db.Set<ApiKey>().CountAsync(key => key.Hash == made.Secret || key.Prefix == made.Secret)));
        var entry = Assert.Single(await _core.Get<IAuditTrail>().ListAsync(new AuditQuery(Kind: "key"), null, 10));
        Assert.DoesNotContain(made.Secret, entry.After, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Find_AnythingElse_FindsNothing()
    {
        var made = (await Keys.AddAsync("Website", [Scopes.ReadLeads], expiresAt: null, s_ada)).Value!;

        Assert.Null(await Keys.FindAsync(""));
        Assert.Null(await Keys.FindAsync("nonsense"));
        Assert.Null(await Keys.FindAsync(made.Key.Prefix));
        Assert.Null(await Keys.FindAsync(made.Secret.ToUpperInvariant()));
        Assert.Null(await Keys.FindAsync(made.Secret + "0"));
        Assert.Null(await Keys.FindAsync("ls_live_' or 1=1 --"));
    }

    [SkippableFact]
    public async Task Revoke_KeyInUse_EndsItAtOnce()
    {
        var made = (await Keys.AddAsync("Website", [Scopes.ReadLeads], expiresAt: null, s_ada)).Value!;
        Assert.NotNull(await Keys.FindAsync(made.Secret));

        await Keys.RevokeAsync(made.Key.Id, s_ada);

        Assert.Null(await Keys.FindAsync(made.Secret));
        Assert.NotNull(Assert.Single(await Keys.ListAsync()).RevokedAt);
        Assert.IsType<KeyNotFound>((await Keys.RevokeAsync(made.Key.Id + 1, s_ada)).Error);
    }

    [SkippableFact]
    public async Task Find_AfterItsEnd_FindsNothing()
    {
        var end = UtcMicroseconds.From(_clock.GetUtcNow().AddHours(1));
        var made = (await Keys.AddAsync("Website", [Scopes.ReadLeads], end, s_ada)).Value!;
        Assert.NotNull(await Keys.FindAsync(made.Secret));

        _clock.Advance(TimeSpan.FromHours(1));

        Assert.Null(await Keys.FindAsync(made.Secret));
        Assert.Contains("later day", (await Keys.AddAsync("Late", [Scopes.ReadLeads], end, s_ada)).Error?.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Find_Often_NotesTheUseOnceAMinute()
    {
        var made = (await Keys.AddAsync("Website", [Scopes.ReadLeads], expiresAt: null, s_ada)).Value!;
        var first = UtcMicroseconds.From(_clock.GetUtcNow());
        await Keys.FindAsync(made.Secret);
        _clock.Advance(TimeSpan.FromSeconds(50));
        await Keys.FindAsync(made.Secret);
        Assert.Equal(first, Assert.Single(await Keys.ListAsync()).UsedAt);

        _clock.Advance(TimeSpan.FromSeconds(10));
        await Keys.FindAsync(made.Secret);

        Assert.Equal(first + 60_000_000, Assert.Single(await Keys.ListAsync()).UsedAt);
    }

    [SkippableTheory]
    [InlineData("", Scopes.ReadLeads, "needs a name")]
    [InlineData("Website", "leads:everything", "There is no scope \"leads:everything\"")]
    [InlineData("Website", "", "There is no scope")]
    public async Task Add_WhatDoesNotFit_IsRefused(string name, string scope, string expected)
    {
        Assert.Contains(expected, (await Keys.AddAsync(name, [scope], expiresAt: null, s_ada)).Error?.Message, StringComparison.Ordinal);
        Assert.Empty(await Keys.ListAsync());
    }

    [SkippableFact]
    public async Task AddWriteKey_KeyOfAWebSite_CanBeSeenAndOnlySendsEvents()
    {
        var made = (await Keys.AddWriteKeyAsync(" Website ", expiresAt: null, s_ada)).Value!;

        var found = await Keys.FindAsync(made.Secret);
        var listed = Assert.Single(await Keys.ListAsync());

        Assert.StartsWith("ls_write_", made.Secret, StringComparison.Ordinal);
        Assert.Equal(("Website", ApiKeyKind.Write, made.Secret), (listed.Name, listed.Kind, listed.PublicText));
        Assert.Equal([Scopes.WriteEvents], found!.ScopeList);
        Assert.False(Scopes.Texts.ContainsKey(Scopes.WriteEvents));
        await Keys.RevokeAsync(made.Key.Id, s_ada);
        Assert.Null(await Keys.FindAsync(made.Secret));
        Assert.Equal(["key.revoked", "key.added"], (await _core.Get<IAuditTrail>().ListAsync(new AuditQuery(Kind: "key"), null, 10)).Select(entry => entry.Action));
    }

    [SkippableFact]
    public async Task Add_SecretKey_IsKeptByItsHashOnlyAndCannotSendEvents()
    {
        var refused = await Keys.AddAsync("Website", [Scopes.WriteEvents], expiresAt: null, s_ada);
        await Keys.AddAsync("Forms", [Scopes.ReadLeads], expiresAt: null, s_ada);

        Assert.Contains("There is no scope \"events:write\"", refused.Error?.Message, StringComparison.Ordinal);
        Assert.Equal((ApiKeyKind.Secret, null), Assert.Single((await Keys.ListAsync()).Select(key => (key.Kind, key.PublicText))));
        Assert.IsType<KeyRefused>((await Keys.AddWriteKeyAsync("", expiresAt: null, s_ada)).Error);
    }

    public sealed class OnSqlite(SqliteFixture databases) : ApiKeysTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : ApiKeysTests(databases);
}
