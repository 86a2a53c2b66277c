using FsCheck.Xunit;
using LeadStudio.Core.Conditions;

namespace LeadStudio.Core.Tests.Conditions;

public sealed class ConditionTextTests
{
    [Property(Arbitrary = [typeof(ConditionGenerators)], MaxTest = 1000)]
    public void Parse_Printed_GivesTheSameCondition(Condition condition)
    {
        var text = ConditionText.Print(condition);

        Assert.Equal(condition, ConditionText.Parse(text).Value);
    }

    [Fact]
    public void Parse_EveryForm_GivesItsTree()
    {
        const string Text = """country is "DE" and (employees >= 200 or title contains vp) and not email matches gmail.com and createdAt in last 30 days and phone is empty and industry in ("Software","Real estate")""";

        var condition = ConditionText.Parse(Text).Value;

        Assert.Equal(
            new AllCondition(
            [
                new Predicate("country", Operator.Is, ["DE"]),
                new AnyCondition([new Predicate("employees", Operator.AtLeast, [200]), new Predicate("title", Operator.Contains, ["vp"])]),
                new NotCondition(new Predicate("email", Operator.MatchesDomain, ["gmail.com"])),
                new Predicate("createdAt", Operator.InLastDays, [30]),
                new Predicate("phone", Operator.IsEmpty, []),
                new Predicate("industry", Operator.IsOneOf, ["Software", "Real estate"]),
            ]),
            condition);
    }

    [Theory]
    [InlineData("a IS NOT b or c = 1 and d != true", "a is not b or c is 1 and d is not true")]
    [InlineData("a between 1 and 5 and b not in last 1 day", "a between 1 and 5 and b not in last 1 days")]
    [InlineData("((a is b))", "a is b")]
    [InlineData("all(a is b) or any()", "all(a is b) or any()")]
    [InlineData("a is 2026-11-22T09:30:00Z", "a is 2026-11-22T09:30:00Z")]
    [InlineData("a is \"not\"", "a is \"not\"")]
    [InlineData("tags has any (x, y) and tags has all (z)", "tags has any (x, y) and tags has all (z)")]
    public void Print_Parsed_IsTheShortestForm(string text, string printed)
    {
        var result = ConditionText.Parse(text);

        Assert.Null(result.Error);
        Assert.Equal(printed, ConditionText.Print(result.Value!));
    }

    [Theory]
    [InlineData("", 0, "name of a field")]
    [InlineData("country", 7, "an operator after country")]
    [InlineData("country is", 10, "a value")]
    [InlineData("country is DE and", 17, "name of a field")]
    [InlineData("country is DE x", 14, "'and', 'or' or the end")]
    [InlineData("(country is DE", 14, "')'")]
    [InlineData("country in DE", 11, "'('")]
    [InlineData("a is \"b", 5, "never closed")]
    [InlineData("a in last week", 10, "a number of days")]
    [InlineData("a in last 3 weeks", 12, "'days'")]
    [InlineData("a is 'b'", 5, "double quotes")]
    [InlineData("a is not not", 9, "in quotes")]
    public void Parse_Mistake_NamesTheColumnAndWhatWasExpected(string text, int column, string expected)
    {
        var error = Assert.IsType<ConditionTextError>(ConditionText.Parse(text).Error);

        Assert.Equal(column, error.Column);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("not ")]
    [InlineData("all(")]
    [InlineData("not (")]
    public void Parse_HostileNesting_IsRefused(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, ConditionLimits.TextLength / piece.Length));

        Assert.Contains("nested deeper", ConditionText.Parse(text).Error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_TooManyPredicatesOrCharacters_IsRefused()
    {
        var many = string.Join(" or ", Enumerable.Repeat("a is b", ConditionLimits.Predicates + 1));

        Assert.Contains("more than 500", ConditionText.Parse(many).Error?.Message, StringComparison.Ordinal);
        Assert.Contains("longer than", ConditionText.Parse(new string(' ', ConditionLimits.TextLength + 1)).Error?.Message, StringComparison.Ordinal);
    }

    [Property(MaxTest = 1000)]
    public void Parse_AnyText_NeverThrows(string? text) => ConditionText.Parse(text ?? "");
}
