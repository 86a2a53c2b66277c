using FsCheck.Xunit;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Scoring;
using LeadStudio.Core.Scoring.Model;
using LeadStudio.Core.Tests.Scoring.Engine;

namespace LeadStudio.Core.Tests.Scoring.Model;

public sealed class ScorecardJsonTests
{
    private const string Good =
        """{"version":1,"bands":{"fitA":67,"fitB":34,"engagement1":67,"engagement2":34},"groups":[{"key":"fit","name":"Fit","axis":"fit","cap":100,"rules":[{"key":"r","name":"R","points":5,"when":{"field":"a","is":1}}]}]}""";

    [Property(Arbitrary = [typeof(ScoringWorld)], MaxTest = 50)]
    public void Parse_Printed_GivesTheSameScorecard(ScoringWorld world) =>
        Assert.Equal(world.Card, ScorecardJson.Parse(ScorecardJson.Print(world.Card)).Value);

    [Fact]
    public void Parse_Document_GivesTheScorecard() => Assert.Equal(
        new Scorecard(
            [new RuleGroup("fit", "Fit", Axis.Fit, 100, [new Rule("r", "R", new Predicate("a", Operator.Is, [1]), 5)])],
            BandCuts.Default),
        ScorecardJson.Parse(Good).Value);

    [Theory]
    [InlineData("\"version\":1", "\"version\":2", "version", "version 2 is not known")]
    [InlineData("\"version\":1,", "", "", "'version' is missing")]
    [InlineData("\"axis\":\"fit\"", "\"axis\":\"fitt\"", "groups[0].axis", "'fitt' is no axis")]
    [InlineData("\"points\":5", "\"points\":5.5", "groups[0].rules[0].points", "expected a whole number, found the number 5.5")]
    [InlineData("\"points\":5", "\"points\":5,\"weight\":2", "groups[0].rules[0]", "'weight' is not known here")]
    [InlineData("\"is\":1", "\"iss\":1", "groups[0].rules[0].when", "'iss' is not known here")]
    [InlineData("\"groups\":[", "\"groups\":[3,", "groups[0]", "expected an object")]
    public void Parse_Mistake_NamesThePart(string good, string bad, string path, string message)
    {
        var error = Assert.IsType<ScorecardJsonError>(ScorecardJson.Parse(Good.Replace(good, bad, StringComparison.Ordinal)).Error);

        Assert.Equal(path, error.Path);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_IsEmbedded() => Assert.Contains("LeadStudio scorecard", ScorecardJson.Schema(), StringComparison.Ordinal);
}
