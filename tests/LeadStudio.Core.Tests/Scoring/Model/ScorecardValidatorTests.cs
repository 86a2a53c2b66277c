using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Scoring.Model;
using LeadStudio.Core.Tests.Conditions;

namespace LeadStudio.Core.Tests.Scoring.Model;

public sealed class ScorecardValidatorTests
{
    private static readonly Rule s_rule = new("senior", "Senior", new Predicate("title", Operator.Contains, ["VP"]), 10);
    private static readonly RuleGroup s_group = new("fit", "Fit", Axis.Fit, 100, [s_rule]);
    private static readonly Scorecard s_good = new([s_group], BandCuts.Default);

    [Fact]
    public void Check_GoodCard_FindsNothing() => Assert.Empty(Check(s_good));

    [Theory]
    [InlineData(99, "groups", "The caps of the groups sum to 99 points instead of 100; add 1.")]
    [InlineData(0, "groups[0].cap", "Group 'Fit': the cap is 0 points; choose 1 to 100.")]
    public void Check_Cap_MustBeInRangeAndSumTo100(int cap, string path, string message) =>
        Assert.Contains(Error(path, message), Check(s_good with { Groups = [s_group with { Cap = cap }] }));

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    [InlineData(-101)]
    public void Check_Points_MustBeInRange(int points)
    {
        var problem = Assert.Single(CheckRules([s_rule with { Points = points }]));

        Assert.Equal(Error("groups[0].rules[0].points", $"Group 'Fit', rule 'Senior': it gives {points} points; choose -100 to 100, but not 0."), problem);
    }

    [Fact]
    public void Check_NamesAndKeys_AreUniqueAndGiven()
    {
        var problems = CheckRules([s_rule, s_rule with { Name = "SENIOR" }, s_rule with { Key = "1", Name = " " }]);

        Assert.Equal(
            ["groups[0].rules[2].key", "groups[0].rules[2].name", "groups[0].rules[1].key", "groups[0].rules[1].name"],
            problems.Select(problem => problem.Path));
    }

    [Fact]
    public void Check_Condition_IsNamedWithItsRuleAndPart()
    {
        var rule = s_rule with { Condition = ConditionText.Parse("any(titel is x) and country is Germny").Value! };

        Assert.Equal(
            [
                Error("groups[0].rules[0].when.all[0].any[0].field", "Group 'Fit', rule 'Senior', when.all[0].any[0].field: There is no field 'titel': did you mean 'title'?"),
                new(ConditionProblemKind.UnknownOption, "groups[0].rules[0].when.all[1].value", "Group 'Fit', rule 'Senior', when.all[1].value: Country is a choice; 'Germny' is none of its options: did you mean 'Germany'?"),
            ],
            CheckRules([rule]));
    }

    [Fact]
    public void Check_TooManyRules_IsAnError()
    {
        var rules = Enumerable.Range(0, 2001).Select(index => s_rule with { Key = $"r{index}", Name = $"R{index}" });

        Assert.Equal("The scorecard has 2001 rules, more than 2000; join or remove some.", Assert.Single(CheckRules(ValueList.From(rules))).Message);
    }

    [Fact]
    public void Check_Bands_MustFall()
    {
        var problem = Assert.Single(Check(s_good with { Bands = new BandCuts(30, 60, 67, 34) }));

        Assert.Equal(Error("bands.fitB", "Bands: fitB is 60 and fitA is 30 percent; choose 1 <= fitB <= fitA <= 100."), problem);
    }

    [Fact]
    public void Check_NoGroups_IsAnError() => Assert.Contains(Check(s_good with { Groups = [] }), problem => problem.Path == "groups");

    private static ScorecardProblem Error(string path, string message) => new(ConditionProblemKind.Error, path, message);

    private static IReadOnlyList<ScorecardProblem> CheckRules(ValueList<Rule> rules) => Check(s_good with { Groups = [s_group with { Rules = rules }] });

    private static IReadOnlyList<ScorecardProblem> Check(Scorecard card) => new ScorecardValidator(FakeCatalog.Instance).Check(card);
}
