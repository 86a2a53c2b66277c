using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Scoring.Suggestion;
using LeadStudio.Core.Tests.Leads.Import.Csv;
using Xunit.Abstractions;

namespace LeadStudio.Core.Tests.Scoring.Suggestion;

/// <summary>Leads of two sources, of which only one fills in some fields.</summary>
public sealed class SourceStrataTests(ITestOutputHelper output)
{
    private static readonly FactCatalog s_catalog = FactCatalog.For(
    [
        new("plain", "Plain", ColumnType.Choice, [new(1, "A"), new(2, "B"), new(3, "C"), new(4, "D")]),
        new("telling", "Telling", ColumnType.Choice, [new(1, "Yes"), new(2, "No")]),
        new("both", "Both", ColumnType.Choice, [new(1, "Yes"), new(2, "No")]),
    ]);

    [Property(MaxTest = 100)]
    public Property Suggest_FieldOfOneSource_IsSuspectUnlessItTellsInsideIt() =>
        Prop.ForAll(
            (from size in Gen.Choose(60, 300) from wonEvery in Gen.Choose(2, 4) from others in Gen.Choose(60, 900) from otherEvery in Gen.Choose(8, 12) select (size, wonEvery, others, otherEvery)).ToArbitrary(),
            world =>
            {
                var suggestion = Suggest(world.size * 4, world.wonEvery, world.others * 4, world.otherEvery);

                var plain = suggestion.Fields.Single(field => field.Field == "plain");
                Assert.StartsWith("Plain only tells leads of one source from those of another", plain.Suspicion, StringComparison.Ordinal);
                Assert.Contains("fills it in for 100 of 100 leads, another for 0", plain.Suspicion, StringComparison.Ordinal);
                Assert.All(["telling", "both"], key => Assert.Null(suggestion.Fields.Single(field => field.Field == key).Suspicion));
                Assert.DoesNotContain(suggestion.Fields.Single(field => field.Field == "telling").Rules, rule => rule.Condition is Predicate { Operator: Operator.IsEmpty });
            });

    [Fact]
    public void Suggest_AFileOfWonAndOneOfLostLeads_SuspectsOnlyWhatOneOfThemLacks()
    {
        var suggestion = Suggest(400, wonEvery: 1, others: 400, otherEvery: 1000);

        Assert.NotNull(suggestion.Fields.Single(field => field.Field == "telling").Suspicion);
        Assert.Null(suggestion.Fields.Single(field => field.Field == "both").Suspicion);
    }

    [SkippableFact]
    public void Suggest_TwoRealFiles_TrustsOnlyWhatHoldsInsideThem()
    {
        var (_, schoolHeaders, school) = CsvTestData.Read(CsvTestData.Path("xeducation", "leads_train.csv"));
        var (_, bankHeaders, bank) = CsvTestData.Read(CsvTestData.Path("bank-marketing", "bank-full_train.csv"));
        var renamed = bankHeaders.Select(header => header == "y" ? "Converted" : $"bank {header}").ToList();
        foreach (var row in bank)
        {
            row[^1] = row[^1] == "yes" ? "1" : "0";
        }

        var data = OutcomeData.Join(
            (schoolHeaders, school), (renamed, bank), "Converted", "1", without: ["Prospect ID", "Lead Number"]);

        var fields = data.Suggest().Fields;

        foreach (var field in fields)
        {
            output.WriteLine($"{field.Label}: {field.Suspicion} {string.Join("; ", field.Rules.Select(rule => rule.Name))}");
        }

        var trusted = fields.Where(field => field.Suspicion is null).ToList();
        Assert.Contains(trusted, field => field.Label == "Total Time Spent on Website");
        Assert.Contains(trusted, field => field.Label == "bank duration");
        Assert.Contains(fields, field => field is { Label: "Magazine", Suspicion: not null }); // "No" for all leads of its file, missing in the other
        var strata = new SourceStrata(data.Sources, data.Won);
        Assert.DoesNotContain(
            trusted.SelectMany(field => field.Rules),
            rule => rule.Condition is Predicate { Operator: Operator.IsEmpty } && !strata.HoldsInside(rule.Rows));
    }

    // The first source fills in all three fields; in "plain" each value wins exactly as often as the others.
    private static ScorecardSuggestion Suggest(int size, int wonEvery, int others, int otherEvery)
    {
        var builder = new FactTableBuilder(s_catalog);
        var won = new bool[size + others];
        for (var row = 0; row < won.Length; row++)
        {
            var isFirst = row < size;
            won[row] = row / 4 % (isFirst ? wonEvery : otherEvery) == 0;
            var facts = new LeadFacts(s_catalog);
            var signal = row % 4 == 0 ? 2 : won[row] ? 1 : 2;
            facts.SetNumber(Slot("plain"), isFirst ? 1 + (row % 4) : null);
            facts.SetNumber(Slot("telling"), isFirst ? signal : null);
            facts.SetNumber(Slot("both"), signal);
            builder.Add(facts);
        }

        return ScorecardSuggester.Suggest(s_catalog, new ClosedLeads(builder.Build(), won, [.. won.Select((_, row) => row < size ? 0 : 1)])).Value!;
    }

    private static FactSlot Slot(string key) => s_catalog.Find(key)!.Slot;
}
