using LeadStudio.Core.Requests;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Core.Tests.Requests;

public abstract class AnsweredRequestsTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private static readonly RequestAnswer s_answer = new(201, """{"Location":"/x"}""", """{"id":"1"}""");
    private readonly FakeClock _clock = new(new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero));
    private CoreFixture _core = null!;

    private IAnsweredRequests Requests => _core.Get<IAnsweredRequests>();

    public async Task InitializeAsync() => _core = await CoreFixture.StartAsync(databases.NewDatabase(), services => services.AddSingleton<TimeProvider>(_clock));

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [SkippableFact]
    public async Task BeginAsync_TheSameAgain_RunsOnceAndThenHasTheAnswer()
    {
        var first = await Requests.BeginAsync("Shop", "1", "a");
        var meanwhile = await Requests.BeginAsync("Shop", "1", "a");
        await Requests.KeepAsync("Shop", "1", s_answer);
        var later = await Requests.BeginAsync("Shop", "1", "a");

        Assert.Equal((RequestState.New, RequestState.Running), (first.State, meanwhile.State));
        Assert.Equal(new RequestClaim(RequestState.Answered, s_answer), later);
        Assert.Equal(RequestState.Different, (await Requests.BeginAsync("Shop", "1", "b")).State);
        Assert.Equal(RequestState.New, (await Requests.BeginAsync("Mill", "1", "b")).State);
    }

    [SkippableFact]
    public async Task BeginAsync_ManyAtOnce_LetsOneRun()
    {
        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Requests.BeginAsync("Shop", "1", "a")));

        Assert.Single(claims, claim => claim.State == RequestState.New);
    }

    [SkippableFact]
    public async Task BeginAsync_AfterADayOrAFailureOrACrash_IsNew()
    {
        await Requests.BeginAsync("Shop", "kept", "a");
        await Requests.KeepAsync("Shop", "kept", s_answer);
        await Requests.BeginAsync("Shop", "failed", "a");
        await Requests.ForgetAsync("Shop", "failed");
        await Requests.BeginAsync("Shop", "crashed", "a");

        Assert.Equal(RequestState.New, (await Requests.BeginAsync("Shop", "failed", "a")).State);
        _clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(RequestState.New, (await Requests.BeginAsync("Shop", "crashed", "a")).State);
        Assert.Equal(RequestState.Answered, (await Requests.BeginAsync("Shop", "kept", "a")).State);
        _clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(RequestState.New, (await Requests.BeginAsync("Shop", "kept", "b")).State);
    }

    public sealed class OnSqlite(SqliteFixture databases) : AnsweredRequestsTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : AnsweredRequestsTests(databases);
}
