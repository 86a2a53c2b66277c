using LeadStudio.Core.Facts;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Scoring;
using LeadStudio.Core.Scoring.Engine;
using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Core.Tests.Scoring;

public sealed class DefaultScorecardTests
{
    private static readonly LeadFactSource s_source = LeadFactSource.For(new FieldCatalog(1, StandardFields.All, StandardFields.Options));

    [Fact]
    public void Card_IsValid() => Assert.Empty(new ScorecardValidator(s_source.Facts).Check(DefaultScorecard.Card));

    [Theory]
    [InlineData("CTO", "Decides on purchases")]
    [InlineData("CEO & Founder", "Decides on purchases")]
    [InlineData("Director and CTO", "Decides on purchases", "Leads a department")]
    [InlineData("Acting CFO", "Decides on purchases")]
    [InlineData("Headmaster's Secretary")]
    [InlineData("VP of Sales", "Leads a department")]
    [InlineData("Director of IT", "Leads a department")] // "direCTOr"
    [InlineData("SVP Sales", "Leads a department")]
    [InlineData("Project Coordinator")] // "COOrdinator"
    [InlineData("International Sales")]
    [InlineData("Marketing Intern", "Student or intern")]
    public void Card_Title_MeetsTheRuleThatAPersonWouldExpect(string title, params string[] rules)
    {
        var compiled = CompiledScorecard.Compile(DefaultScorecard.Card, s_source.Facts);
        var facts = new LeadFacts(s_source.Facts);
        facts.SetText(s_source.Facts.Find("title")!.Slot, title);

        var score = compiled.Score(facts, asOf: 0);

        var held = DefaultScorecard.Card.Rules().Where((_, index) => score.Mask[index]).Select(item => item.Rule.Name);
        Assert.Equal(rules, held);
    }

    [Fact]
    public void Card_LeadThatWasGivenUp_IsNeverHot()
    {
        var compiled = CompiledScorecard.Compile(DefaultScorecard.Card, s_source.Facts);
        var facts = new LeadFacts(s_source.Facts);
        facts.SetText(s_source.Facts.Find("title")!.Slot, "CEO");
        facts.SetNumber(s_source.Facts.Find("employees")!.Slot, 500);
        facts.SetNumber(s_source.Facts.Find("stage")!.Slot, StandardFields.Options.Single(option => option.Label == "Disqualified").Code);

        Assert.Equal(0, compiled.Score(facts, asOf: 0).Score);
    }
}
