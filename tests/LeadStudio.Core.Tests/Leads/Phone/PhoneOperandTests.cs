using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads.Phone;
using LeadStudio.TestSupport;

namespace LeadStudio.Core.Tests.Leads.Phone;

public sealed class PhoneOperandTests
{
    [SkippableFact]
    public void Values_SpellingsOfLibphonenumber_HoldWhatLeadsAreStoredWith()
    {
        var vectors = File.ReadLines(TestData.Path("phone/phone_vectors_train.csv")).Skip(1).Select(line => line.Split(',')).Where(cells => cells[3] == "1").ToList();

        var right = vectors.Count(cells => LeadPhone.Compared(cells[0], cells[1]) == cells[5] && PhoneOperand.Values(Operator.Is, cells[0]).Contains(cells[5]));

        Assert.InRange(right, vectors.Count * 0.97, vectors.Count);
    }

    [Theory]
    [InlineData(Operator.StartsWith, "+49 30", "+4930")]
    [InlineData(Operator.StartsWith, "0049 (30)", "+4930")]
    [InlineData(Operator.Contains, "030", "30")] // the 0 is dialled only inside Germany
    [InlineData(Operator.Contains, "231 25", "23125")]
    [InlineData(Operator.EndsWith, "00 34", "0034")]
    [InlineData(Operator.Contains, "Ask ANN", "ask ann")]
    public void Values_PartOfANumber_IsItsDigits(Operator comparison, string typed, string expected) =>
        Assert.Equal([expected], PhoneOperand.Values(comparison, typed));

    [Fact]
    public void Values_NumberThatNobodyCanHave_IsAlsoWhatWasTyped() => Assert.Contains("0000001", PhoneOperand.Values(Operator.Is, "000-0001"));

    [Theory]
    [InlineData("ann 030 23125111")]
    [InlineData("2024")]
    [InlineData("")]
    public void Search_NoNumber_IsNull(string search) => Assert.Null(PhoneOperand.Search("phone", search));
}
