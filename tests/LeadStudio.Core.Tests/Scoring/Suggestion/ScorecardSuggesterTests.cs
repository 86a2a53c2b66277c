using FsCheck.Xunit;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Scoring;
using LeadStudio.Core.Scoring.Model;
using LeadStudio.Core.Scoring.Suggestion;

namespace LeadStudio.Core.Tests.Scoring.Suggestion;

public sealed class ScorecardSuggesterTests
{
    private static readonly FactCatalog s_catalog = FactCatalog.For(
    [
        new("plan", "Plan", ColumnType.Choice, [new(1, "Free"), new(2, "Team"), new(3, "Enterprise"), new(4, "Trial")]),
        new("visits", "Visits", ColumnType.Number, []),
        new("ratio", "Ratio", ColumnType.Number, []),
        new("optIn", "Opt-in", ColumnType.Boolean, []),
        new("topic", "Topic", ColumnType.Text, []),
        new("interests", "Interests", ColumnType.MultiChoice, [new(1, "Price"), new(2, "Security")]),
        new("seen", "Seen", ColumnType.Date, []),
    ]);

    [Property(MaxTest = 60)]
    public void Suggest_AnyData_GivesAValidCardAndTheSameTwice(int seed)
    {
        var (table, won) = Random(seed);

        var first = Fit(table, won);
        var second = Fit(table, won);

        Assert.Equal(first, second);
        Assert.True(first is null || new ScorecardValidator(s_catalog).Check(first).Count == 0);
    }

    [Fact]
    public void Suggest_FewOutcomes_SaysHowManyAreNeeded()
    {
        var builder = new FactTableBuilder(s_catalog);
        for (var row = 0; row < 30; row++)
        {
            builder.Add(new LeadFacts(s_catalog));
        }

        var result = ScorecardSuggester.Suggest(s_catalog, new ClosedLeads(builder.Build(), [.. Enumerable.Range(0, 30).Select(row => row < 10)], new int[30]));

        Assert.Equal(new TooFewOutcomes(10, 20, 20), result.Error);
    }

    [Fact]
    public void Fit_RuleThatMostLeadsHold_GetsPointsForWhatTheOthersLack() // as the months of leads in an export of Zoho CRM
    {
        var builder = new FactTableBuilder(s_catalog);
        var won = new bool[3900];
        for (var row = 0; row < won.Length; row++)
        {
            var facts = new LeadFacts(s_catalog);
            facts.SetNumber(Slot("plan"), row < 276 ? 2 : 1);
            won[row] = row < 276 ? row % 5 != 0 : row % 16 != 0;
            builder.Add(facts);
        }

        var card = Fit(builder.Build(), won);

        Assert.Equal("Plan is Free", Assert.Single(Assert.Single(card!.Groups).Rules).Name);
    }

    [Fact]
    public void Merge_AlikeNeighbours_BecomeOne()
    {
        var ranges = NeighbourMerge.Merge([(50, 100), (52, 100), (5, 100), (6, 100)], most: 5);

        Assert.Equal([(0, 1), (2, 3)], ranges);
    }

    [Theory]
    [InlineData(1237, 1100, 1400, 1200)]
    [InlineData(483, 450, 520, 500)]
    [InlineData(0.137, 0.12, 0.16, 0.15)]
    [InlineData(3, 2.5, 3.5, 3)]
    public void Near_RoomAround_TakesTheRoundestNumber(double cut, double above, double below, double expected) =>
        Assert.Equal(expected, ReadableNumber.Near(cut, above, below), precision: 9);

    private static Scorecard? Fit(FactTable table, bool[] won)
    {
        var result = ScorecardSuggester.Suggest(s_catalog, new ClosedLeads(table, won, [.. won.Select((_, row) => row % 3)]));
        return result.IsSuccess ? CardFitter.Fit([.. result.Value.Fields.SelectMany(field => field.Rules)], won) : null;
    }

    private static (FactTable Table, bool[] Won) Random(int seed)
    {
        var random = new Random(seed);
        var builder = new FactTableBuilder(s_catalog);
        var won = new bool[random.Next(0, 600)];
        var (shift, scale, missing, luck) = (random.Next(-5, 5), Math.Pow(10, random.Next(-6, 9)), random.NextDouble() / 2, random.NextDouble());
        for (var row = 0; row < won.Length; row++)
        {
            var facts = new LeadFacts(s_catalog);
            won[row] = random.NextDouble() < luck;
            double? Maybe(double value) => random.NextDouble() < missing ? null : value;
            facts.SetNumber(Slot("plan"), Maybe(won[row] && random.Next(3) > 0 ? 3 : random.Next(1, 7)));
            facts.SetNumber(Slot("visits"), Maybe(random.Next(0, 10) + shift + (won[row] ? random.Next(5) : 0)));
            facts.SetNumber(Slot("ratio"), Maybe(random.NextDouble() * scale));
            facts.SetNumber(Slot("optIn"), Maybe(random.Next(2)));
            facts.SetText(Slot("topic"), Maybe(1) is null ? null : $"Topic, \"{random.Next(1, 5)}\"");
            facts.SetCodes(Slot("interests"), won[row] ? [1] : random.Next(2) == 0 ? [1, 2] : []);
            facts.SetNumber(Slot("seen"), Maybe(random.NextDouble() * 1e15));
            builder.Add(facts);
        }

        return (builder.Build(), won);
    }

    private static FactSlot Slot(string key) => s_catalog.Find(key)!.Slot;
}
