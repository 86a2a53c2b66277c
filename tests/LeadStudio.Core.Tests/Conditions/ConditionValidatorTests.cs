using LeadStudio.Core.Conditions;

namespace LeadStudio.Core.Tests.Conditions;

public sealed class ConditionValidatorTests
{
    private readonly ConditionValidator _validator = new(FakeCatalog.Instance);

    [Theory]
    [InlineData("title contains VP and employees >= 200 and country in (germany, osterreich) and interests has any (Sport)")]
    [InlineData("lastSeenAt in last 30 days and demoAt between 2026-01-01 and 2026-01-01T09:30:00Z and unsubscribed is true")]
    [InlineData("country contains man and email matches gmail.com and employees between 1 and 1 and interests is not empty")]
    public void Check_GoodCondition_FindsNothing(string text) => Assert.Empty(Check(text));

    [Theory]
    [InlineData("any(titel is x)", "any[0].field", "There is no field 'titel': did you mean 'title'?")]
    [InlineData("title is a and not employees contains 3", "all[1].not.operator", "Employees is a number and cannot be compared with 'contains'; use one of: is, ")]
    [InlineData("employees is many", "value", "Employees is a number; 'many' is none. Write a number such as 200 or 0.5.")]
    [InlineData("employees in (1, x)", "value[1]", "'x' is none")]
    [InlineData("lastSeenAt before yesterday", "value", "a date such as 2026-11-22")]
    [InlineData("lastSeenAt in last 0 days", "value", "whole days from 1 to 36500")]
    [InlineData("lastSeenAt in last 1.5 days", "value", "whole days")]
    [InlineData("unsubscribed is 1", "value", "Write true or false")]
    [InlineData("title is \" \"", "value", "at least one letter")]
    [InlineData("employees between 5 and 1", "value", "put the smaller value first")]
    [InlineData("all()", "all", "This group is empty")]
    public void Check_Mistake_NamesThePartAndTheRemedy(string text, string path, string message)
    {
        var problem = Assert.Single(Check(text));

        Assert.Equal(ConditionProblemKind.Error, problem.Kind);
        Assert.Equal(path, problem.Path);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_UnknownOption_IsNoError()
    {
        var problem = Assert.Single(Check("title is a or country is Germny"));

        Assert.Equal(ConditionProblemKind.UnknownOption, problem.Kind);
        Assert.Equal("any[1].value", problem.Path);
        Assert.Equal("Country is a choice; 'Germny' is none of its options: did you mean 'Germany'?", problem.Message);
    }

    [Fact]
    public void Check_WrongNumberOfValues_IsAnError()
    {
        var problem = Assert.Single(_validator.Check(new Predicate("title", Operator.Is, ["a", "b"])));

        Assert.Equal("Title 'is' takes one value, not 2.", problem.Message);
    }

    private IReadOnlyList<ConditionProblem> Check(string text) => _validator.Check(ConditionText.Parse(text).Value!);
}
