using LeadStudio.Core.Access;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Intake;
using LeadStudio.Core.Leads.Stats;
using LeadStudio.Core.Tests.Persistence;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Core.Tests.Leads.Stats;

public abstract class LeadStatsTests(IDatabaseFixture databases) : IAsyncLifetime
{
    private CoreFixture _core = null!;

    public async Task InitializeAsync() => _core = await CoreFixture.StartAsync(databases.NewDatabase());

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [SkippableFact]
    public async Task CountAsync_OfNone_IsZeroEverywhere()
    {
        var counts = await _core.Get<ILeadStats>().CountAsync();

        Assert.Equal((0, 0, 0, 0), (counts.Total, counts.Open, counts.Won, counts.Lost));
        Assert.Equal((9, 0, 0), (counts.ByBand.Count, counts.ByStage.Count, counts.BySource.Count));
    }

    [SkippableFact]
    public async Task CountAsync_OfLeads_AddsUpByEach()
    {
        var fields = _core.Get<IFieldCatalog>();
        var catalog = await fields.AddOptionsAsync((await fields.GetAsync())["source"], ["Fair", "Web"]);
        LeadStatement Say(int lead, string? source, int stage, int? outcome) => new(new Dictionary<int, FieldValue>
        {
            [catalog["email"].Id] = FieldValue.Of($"lead{lead}@example.com"),
            [catalog["source"].Id] = source is null ? FieldValue.Empty : FieldValue.Of(catalog.FindOption(catalog["source"], source)!.Code),
            [catalog["stage"].Id] = FieldValue.Of(stage),
            [catalog["outcome"].Id] = outcome is { } code ? FieldValue.Of(code) : FieldValue.Empty,
        });
        var taken = await _core.Get<ILeadIntake>().TakeAsync(
            [Say(1, "Fair", 1, null), Say(2, "Fair", 2, StandardFields.Won), Say(3, "Web", 1, StandardFields.Lost), Say(4, null, 1, null)], Actor.System);

        var counts = await _core.Get<ILeadStats>().CountAsync();

        Assert.Equal((4, 2, 1, 1), (counts.Total, counts.Open, counts.Won, counts.Lost));
        Assert.Equal([new("Fair", 2), new(null, 1), new("Web", 1)], counts.BySource);
        Assert.Equal([new("New", 3), new("Contacted", 1)], counts.ByStage);
        Assert.Equal(
            taken.GroupBy(lead => lead.Value!.Standing!.BandCode).ToDictionary(band => (int)band.Key - 1, band => (long)band.Count()),
            counts.ByBand.Select((band, index) => (band, index)).Where(pair => pair.band.Leads > 0).ToDictionary(pair => pair.index, pair => pair.band.Leads));
    }

    public sealed class OnSqlite(SqliteFixture databases) : LeadStatsTests(databases), IClassFixture<SqliteFixture>;

    [Collection(nameof(SharedPostgreSql))]
    public sealed class OnPostgreSql(PostgreSqlFixture databases) : LeadStatsTests(databases);
}
