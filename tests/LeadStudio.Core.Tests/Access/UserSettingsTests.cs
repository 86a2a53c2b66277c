using LeadStudio.Core.Access;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Core.Tests.Access;

public abstract class UserSettingsTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private static readonly Actor s_bob = new(ActorKind.Person, "Bob");

    private CoreFixture _core = null!;

    public async Task InitializeAsync() => _core = await CoreFixture.StartAsync(databases.NewDatabase());

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [SkippableFact]
    public async Task SetAsync_TwiceThenNull_IsTheLastValueAndThenNone()
    {
        var settings = _core.Get<IUserSettings>();

        await settings.SetAsync(Actor.LocalUser, "timeZone", "Europe/Berlin");
        await settings.SetAsync(Actor.LocalUser, "timeZone", "Asia/Tokyo");
        await settings.SetAsync(s_bob, "timeZone", "Europe/Paris");
        var now = await settings.GetAsync(Actor.LocalUser, "timeZone");
        await settings.SetAsync(Actor.LocalUser, "timeZone", value: null);

        Assert.Equal("Asia/Tokyo", now);
        Assert.Null(await settings.GetAsync(Actor.LocalUser, "timeZone"));
        Assert.Equal("Europe/Paris", await settings.GetAsync(s_bob, "timeZone"));
    }

    public sealed class OnSqlite(SqliteFixture databases) : UserSettingsTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : UserSettingsTests(databases);
}
