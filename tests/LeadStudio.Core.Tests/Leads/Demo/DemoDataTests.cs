using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Demo;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Core.Tests.Leads.Demo;

public abstract class DemoDataTests(IDatabaseFixture databases)
{
    [SkippableFact]
    public async Task LoadAsync_EmptyDatabase_MakesFiveThousandLeadsOnce()
    {
        await using var core = await CoreFixture.StartAsync(databases.NewDatabase());
        var demo = core.Get<IDemoData>();
        var news = new List<LeadsChanged>();
        using var subscription = core.Get<IEventBus>().Subscribe<LeadsChanged>(news.Add);
        var progress = new Reports();
        Assert.True(await demo.IsEmptyAsync());

        var loaded = await demo.LoadAsync(progress);
        var again = await demo.LoadAsync();

        Assert.Equal(DemoGenerator.Leads, loaded.Value);
        Assert.Equal(DemoGenerator.Leads, await CountAsync(core, "select count(*) from leads"));
        Assert.False(await demo.IsEmptyAsync());
        Assert.Contains("LeadStudio:DataFolder", Assert.IsType<LeadsPresent>(again.Error).Message, StringComparison.Ordinal);
        Assert.Equal(DemoGenerator.Leads, Assert.Single(news).Created);
        Assert.Equal(1, progress.Last);
    }

    [SkippableFact]
    public async Task LoadAsync_EmptyDatabase_KeepsWhenThingsWereTrueAndLearned()
    {
        await using var core = await CoreFixture.StartAsync(databases.NewDatabase());
        await core.Get<IDemoData>().LoadAsync();

        var lead = (await core.Get<ILeadStore>().GetAsync(1)).Value!;

        Assert.Equal((long)lead[StandardFields.CreatedAt].Number, lead.Observations[0].TrueAt);
        Assert.All(lead.Observations, observation => Assert.True(observation.LearnedAt > observation.TrueAt));
        Assert.NotEqual("", lead.Text(StandardFields.Country));
        Assert.Equal(0, await CountAsync(core, "select count(*) from leads where company_id is null"));
        Assert.InRange(await CountAsync(core, "select count(*) from companies"), 1_500, DemoGenerator.Companies);
        Assert.InRange(await CountAsync(core, "select count(*) from leads where outcome = 1"), 500, 2_000);
    }

    private static Task<long> CountAsync(CoreFixture core, string sql) =>
        core.Get<IDatabase>().ReadAsync(db => db.Sql(sql).NumberAsync());

    public sealed class OnSqlite(SqliteFixture databases) : DemoDataTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : DemoDataTests(databases);

    private sealed class Reports : IProgress<double>
    {
        public double Last { get; private set; }

        public void Report(double value) => Last = value;
    }
}
