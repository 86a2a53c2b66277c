using LeadStudio.Core.Conditions;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Scoring.Engine;
using LeadStudio.Core.Scoring.Model;
using LeadStudio.Core.Tests.Conditions;

namespace LeadStudio.Core.Tests.Scoring.Engine;

public sealed class LedgerTests
{
    private static readonly Scorecard s_card = new(
        [
            new("fit", "Fit", Axis.Fit, 40, [MakeRule("Senior", 30, "title contains vp or title contains Head"), MakeRule("Large", 17, "employees >= 200")]),
            new("interest", "Interest", Axis.Engagement, 60, [MakeRule("Free mail", -5, "email matches gmail.com and phone is empty")]),
        ],
        BandCuts.Default);

    private readonly LeadFacts _facts = new(FakeCatalog.Instance);

    [Fact]
    public void Explain_CapAndZero_AreEntriesOfTheirOwn()
    {
        _facts.SetText(FakeCatalog.Instance.Find("title")!.Slot, "VP Sales");
        _facts.SetText(FakeCatalog.Instance.Find("email")!.Slot, "ann@gmail.com");
        _facts.SetNumber(FakeCatalog.Instance.Find("employees")!.Slot, 500);

        var entries = new Ledger(CompiledScorecard.Compile(s_card, FakeCatalog.Instance)).Explain(_facts, 0, new FakeEvidenceSource());

        Assert.Equal(
            [
                new("Senior", "Fit", 30, "Title contains vp", [new("title", "<title>", "test", null)]),
                new("Large", "Fit", 17, "Employees is at least 200", [new("employees", "<employees>", "test", null)]),
                new(null, "Fit", -7, "Capped at 40", []),
                new("Free mail", "Interest", -5, "E-mail is at the domain gmail.com and phone is empty", [new("email", "<email>", "test", null), new("phone", "<phone>", "test", null)]),
                new(null, "Interest", 5, "Not below 0", []),
            ],
            entries);
    }

    private static Rule MakeRule(string name, int points, string when) => new(name.Replace(' ', '-'), name, ConditionText.Parse(when).Value!, points);
}
