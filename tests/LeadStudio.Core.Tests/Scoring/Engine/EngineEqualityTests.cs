using FsCheck.Xunit;
using LeadStudio.Core.Common;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Scoring.Engine;

namespace LeadStudio.Core.Tests.Scoring.Engine;

/// <summary>One lead at a time, columns and plain words mean the same; ledgers add up; scores stand until the next change.</summary>
[Properties(Arbitrary = [typeof(ScoringWorld)], MaxTest = 150)]
public sealed class EngineEqualityTests
{
    [Property]
    public void Score_OneLead_EqualsTheNaiveScorer(ScoringWorld world)
    {
        var (compiled, naive) = (CompiledScorecard.Compile(world.Card, world.Catalog), new NaiveScorer(world));
        var rules = world.Card.Rules().ToArray();
        foreach (var lead in world.Leads)
        {
            var actual = compiled.Score(world.FactsOf(lead), UtcMicroseconds.From(world.AsOf));

            var (score, band, parts) = naive.Score(lead, world.AsOf);
            Assert.InRange(actual.Score, 0, 100);
            Assert.Equal(score, actual.Score);
            Assert.Equal(band, actual.Band.ToString());
            Assert.Equal(parts, parts.Select((_, group) => actual.Parts[group]));
            Assert.Equal(rules.Select(item => naive.Holds(item.Rule.Condition, lead, world.AsOf)), rules.Select((_, rule) => actual.Mask[rule]));
            Assert.Equal(rules.Where((_, rule) => actual.Mask[rule]).Sum(item => item.Rule.Points), actual.RawPoints);
        }
    }

    [Property]
    public void Score_Columns_EqualsOneLead(ScoringWorld world)
    {
        var compiled = CompiledScorecard.Compile(world.Card, world.Catalog);
        var asOf = UtcMicroseconds.From(world.AsOf);
        var scorer = new ColumnScorer(world.Card, world.Catalog, TableOf(world));
        var results = new ColumnScores(world.Leads.Length, world.Card);
        var next = new long[world.Leads.Length];

        var half = world.Leads.Length / 2;
        scorer.Score(asOf, half, world.Leads.Length - half, results);
        scorer.Score(asOf, 0, half, results);
        scorer.NextChanges(asOf, 0, next);

        for (var row = 0; row < world.Leads.Length; row++)
        {
            var facts = world.FactsOf(world.Leads[row]);
            var one = compiled.Score(facts, asOf);
            Assert.Equal((one.Score, one.Band, one.Mask), (results.Scores[row], results.Band(row), results.Mask(row)));
            Assert.Equal(one, compiled.Score(results.Mask(row)));
            Assert.Equal(compiled.NextChange(facts, asOf) ?? long.MaxValue, next[row]);
        }
    }

    [Property]
    public void Explain_AnyLead_AddsUpToTheScore(ScoringWorld world)
    {
        var compiled = CompiledScorecard.Compile(world.Card, world.Catalog);
        var (ledger, asOf) = (new Ledger(compiled), UtcMicroseconds.From(world.AsOf));
        foreach (var lead in world.Leads.Take(10))
        {
            var facts = world.FactsOf(lead);

            var entries = ledger.Explain(facts, asOf, new FakeEvidenceSource());

            var score = compiled.Score(facts, asOf);
            Assert.Equal(score.Score, entries.Sum(entry => entry.Points));
            Assert.Equal(score.Mask.Count, entries.Count(entry => entry.Rule is not null));
            Assert.All(world.Card.Groups.Index(), group =>
                Assert.Equal(score.Parts[group.Index], entries.Where(entry => entry.Group == group.Item.Name).Sum(entry => entry.Points)));
        }
    }

    [Property]
    public void NextChange_UntilThen_TheScoreStands(ScoringWorld world)
    {
        var compiled = CompiledScorecard.Compile(world.Card, world.Catalog);
        var asOf = UtcMicroseconds.From(world.AsOf);
        var end = asOf + (200 * UtcMicroseconds.PerDay);
        foreach (var lead in world.Leads.Take(20))
        {
            var facts = world.FactsOf(lead);
            var next = compiled.NextChange(facts, asOf);
            Assert.True(next is null || next > asOf);

            var last = (next ?? end) - 1;
            foreach (var instant in new[] { last, asOf + ((last - asOf) / 2), Math.Min(last, asOf + UtcMicroseconds.PerDay) })
            {
                Assert.Equal(compiled.Score(facts, asOf), compiled.Score(facts, instant));
            }
        }
    }

    private static FactTable TableOf(ScoringWorld world)
    {
        var builder = new FactTableBuilder(world.Catalog, ColumnScorer.SlotsOf(world.Card, world.Catalog));
        foreach (var lead in world.Leads)
        {
            builder.Add(world.FactsOf(lead));
        }

        return builder.Build();
    }
}
