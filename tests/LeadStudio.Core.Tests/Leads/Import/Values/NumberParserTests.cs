using LeadStudio.Core.Leads.Import.Values;

namespace LeadStudio.Core.Tests.Leads.Import.Values;

public sealed class NumberParserTests
{
    [Theory]
    [InlineData("1,234.56", 1234.56)]
    [InlineData("1.234,56", 1234.56)]
    [InlineData("1.234.567", 1234567d)]
    [InlineData("1,234,567", 1234567d)]
    [InlineData("12,34,567", null)]
    [InlineData("1 234", 1234d)]
    [InlineData("1\u202F234,5", 1234.5)]
    [InlineData("1'234.50", 1234.5)]
    [InlineData("$1,117.10K", 1117100d)]
    [InlineData("$342.09K", 342090d)]
    [InlineData("€ 1.234,50", 1234.5)]
    [InlineData("1.5M USD", 1500000d)]
    [InlineData("12 %", 12d)]
    [InlineData("45%", 45d)]
    [InlineData("€ 12,5", 12.5)]
    [InlineData("1.1M", 1100000d)]
    [InlineData("$1.1b", 1100000000d)]
    [InlineData("($1,117.10K)", -1117100d)]
    [InlineData("4111111111111111", 4111111111111111d)]
    [InlineData("12345678901234567", null)]
    [InlineData("5e3K", null)]
    [InlineData("-5", -5d)]
    [InlineData("5-", -5d)]
    [InlineData("(5)", -5d)]
    [InlineData("-$3.50", -3.5)]
    [InlineData("+7", 7d)]
    [InlineData(".5", 0.5)]
    [InlineData("1e-3", 0.001)]
    [InlineData("7,5", 7.5)]
    [InlineData("0,125", 0.125)]
    [InlineData("", null)]
    [InlineData("-", null)]
    [InlineData("NaN", null)]
    [InlineData("K", null)]
    [InlineData("805-247-8982", null)]
    [InlineData("1.2.3", null)]
    [InlineData("2018-02-26", null)]
    [InlineData("12 34", null)]
    [InlineData("1,23,456.7", null)]
    [InlineData("5a", null)]
    [InlineData("1e999", null)]
    public void TryParse_Text_GivesNumberOrNone(string text, double? expected)
    {
        foreach (var mark in Enum.GetValues<DecimalMark>())
        {
            var isNumber = NumberParser.TryParse(text, mark, out var value);

            Assert.Equal(expected, isNumber ? Math.Round(value, 9) : null);
        }
    }

    [Theory]
    [InlineData("1,234", DecimalMark.Point, 1234)]
    [InlineData("1,234", DecimalMark.Comma, 1.234)]
    [InlineData("1.234", DecimalMark.Point, 1.234)]
    [InlineData("1.234", DecimalMark.Comma, 1234)]
    [InlineData("(1,200)", DecimalMark.Point, -1200)]
    [InlineData("1.117,10K", DecimalMark.Comma, 1117100)]
    public void TryParse_TextOfTwoMeanings_FollowsTheMark(string text, DecimalMark mark, double expected)
    {
        Assert.True(NumberParser.TryParse(text, mark, out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("12345678901234567", true)]
    [InlineData("12,345,678,901,234,567", true)]
    [InlineData("4111111111111111", false)]
    [InlineData("many", false)]
    public void IsTooLong_OnlyOfDigitsThatWouldBeLost(string text, bool expected) => Assert.Equal(expected, NumberParser.IsTooLong(text, DecimalMark.Point));

    [Theory]
    [InlineData("Yes", true)]
    [InlineData(" nein ", false)]
    [InlineData("SÍ", true)]
    [InlineData("0", false)]
    [InlineData("maybe", null)]
    public void Boolean_TryParse(string text, bool? expected) =>
        Assert.Equal(expected, BooleanParser.TryParse(text, out var value) ? value : null);
}
