using LeadStudio.Core.Access;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Scoring;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Core.Tests.Scoring;

public sealed class ScoreExplainerTests(SqliteFixture databases) : IClassFixture<SqliteFixture>
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task ExplainAsync_DefaultScorecard_AddsUpToTheStoredScoreAndNamesItsEvidence()
    {
        await using var core = await CoreFixture.StartAsync(databases.NewDatabase(), services => services.AddSingleton<TimeProvider>(new FakeClock(s_now)));
        var leads = core.Get<ILeadStore>();
        var id = (await leads.AddAsync(
            new Dictionary<string, FieldValue>
            {
                ["email"] = FieldValue.Of("ann@example.com"),
                ["title"] = FieldValue.Of("VP Marketing"),
                ["employees"] = FieldValue.Of(400),
            },
            Actor.LocalUser)).Value;
        while (await core.Get<ScorePass>().RunAsync())
        {
        }

        var lead = (await leads.GetAsync(id)).Value!;
        var explanation = await core.Get<IScoreExplainer>().ExplainAsync(lead);

        Assert.Equal(lead.Standing!.Score, explanation.Score);
        Assert.Equal(explanation.Score, explanation.Entries.Sum(entry => entry.Points));
        Assert.Equal(explanation.Score, explanation.Parts.Sum(part => part.Points));
        var leader = explanation.Entries.Single(entry => entry.Rule == "Leads a department");
        var evidence = Assert.Single(leader.Evidence);
        Assert.Equal(("title", "VP Marketing", "Local user, by hand"), (evidence.Field, evidence.Value, evidence.Source));
        Assert.Contains(explanation.Missed, missed => missed.Name == "Active in the last 7 days");
        var reasons = await core.Get<IScoreReasons>().ReasonsAsync(lead.Standing.Version, lead.Standing.RuleMask, 2);
        Assert.Equal(["200 to 5,000 employees", "Leads a department"], reasons.Select(reason => reason.Name));
    }
}
