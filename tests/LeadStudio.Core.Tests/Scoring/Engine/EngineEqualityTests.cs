using FsCheck.Xunit;
using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Scoring;
using LeadStudio.Core.Scoring.Engine;
using LeadStudio.Core.Scoring.Model;
using LeadStudio.Core.Tests.Conditions;

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
            Assert.Equal(parts, actual.Parts.ToArray().Select(part => (int)part));
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
            Assert.Equal(Values(one), Values(compiled.Score(results.Mask(row))));
            Assert.Equal(one.Mask, StandingText.ReadMask(StandingText.Mask(one.Mask)));
            Assert.Equal(one.Parts.ToArray().Select(part => (int)part), StandingText.ReadParts(StandingText.Parts(one)));
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
                Assert.Equal(Values(compiled.Score(facts, asOf)), Values(compiled.Score(facts, instant)));
            }
        }
    }

    [Fact]
    public void Score_AsManyAsThereMayBe_IsExactAndAllocatesNothing()
    {
        var always = new Predicate("title", Operator.IsEmpty, []);
        var card = new Scorecard(
            [.. Enumerable.Range(0, ScorecardLimits.Groups).Select(group => new RuleGroup(
                $"g{group}",
                $"Group {group}",
                Axis.None,
                1,
                group > 1 ? [] : [.. Enumerable.Range(0, ScorecardLimits.Rules / 2).Select(rule => new Rule($"r{group}-{rule}", $"Rule {group}-{rule}", always, group == 0 ? 100 : -99))]))],
            BandCuts.Default);
        var compiled = CompiledScorecard.Compile(card, FakeCatalog.Instance);
        var (facts, score) = (new LeadFacts(FakeCatalog.Instance), new LeadScore(compiled));
        compiled.Score(facts, asOf: 0, score);

        var before = GC.GetAllocatedBytesForCurrentThread();
        compiled.Score(facts, asOf: 0, score);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        var builder = new FactTableBuilder(FakeCatalog.Instance);
        builder.Add(facts);
        var columns = new ColumnScores(1, card);
        new ColumnScorer(card, FakeCatalog.Instance, builder.Build()).Score(asOf: 0, first: 0, rows: 1, columns);
        Assert.Empty(new ScorecardValidator(FakeCatalog.Instance).Check(card));
        Assert.Equal((1, 1000, 1, 0, 2000), (score.Score, score.RawPoints, score.Parts[0], score.Parts[1], score.Mask.Count));
        Assert.Equal((1, score.Mask), (columns.Scores[0], columns.Mask(0)));
        Assert.Equal(0, allocated);
    }

    private static (int, int, string, RuleMask, string) Values(LeadScore score) =>
        (score.Score, score.RawPoints, score.Band.ToString(), score.Mask, StandingText.Parts(score));

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
