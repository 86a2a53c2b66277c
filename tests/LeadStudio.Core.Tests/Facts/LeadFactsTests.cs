using LeadStudio.Core.Facts;
using LeadStudio.Core.Tests.Conditions;

namespace LeadStudio.Core.Tests.Facts;

public sealed class LeadFactsTests
{
    private readonly LeadFacts _facts = new(FakeCatalog.Instance);

    [Theory]
    [InlineData(" Müller ", "muller")]
    [InlineData("  ", null)]
    [InlineData(null, null)]
    public void SetText_AnyText_KeepsItFoldedOrMissing(string? text, string? kept)
    {
        _facts.SetText(SlotOf("title"), text);

        Assert.Equal(kept, _facts.Texts[SlotOf("title").Index]);
    }

    [Fact]
    public void SetCodes_TwoOptions_KeepsThemBetweenBars()
    {
        _facts.SetCodes(SlotOf("interests"), 3, 17);

        Assert.Equal("|3|17|", _facts.Texts[SlotOf("interests").Index]);
    }

    [Fact]
    public void Clear_FilledFacts_AreMissingAgain()
    {
        _facts.SetText(SlotOf("title"), "x");
        _facts.SetInstant(SlotOf("lastSeenAt"), DateTimeOffset.UnixEpoch);

        _facts.Clear();

        Assert.All(_facts.Texts.ToArray(), Assert.Null);
        Assert.All(_facts.Numbers.ToArray(), number => Assert.Equal(double.NaN, number));
    }

    [Fact]
    public void SetNumber_SlotOfATextFact_IsRefused() => Assert.Throws<ArgumentException>(() => _facts.SetNumber(SlotOf("title"), 1));

    private static FactSlot SlotOf(string key) => FakeCatalog.Instance.Find(key)!.Slot;
}
