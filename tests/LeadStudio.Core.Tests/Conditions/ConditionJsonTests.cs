using System.Text.Json;
using FsCheck.Xunit;
using LeadStudio.Core.Conditions;

namespace LeadStudio.Core.Tests.Conditions;

public sealed class ConditionJsonTests
{
    [Property(Arbitrary = [typeof(ConditionGenerators)], MaxTest = 1000)]
    public void Parse_Printed_GivesTheSameCondition(Condition condition)
    {
        Assert.Equal(condition, ConditionJson.Parse(ConditionJson.Print(condition)).Value);
        Assert.Equal(condition, JsonSerializer.Deserialize<Condition>(JsonSerializer.Serialize(condition)));
    }

    [Fact]
    public void Print_Example_IsTheDocumentedForm()
    {
        var condition = ConditionText.Parse("country is DE and not title contains Intern and a between 1 and 2 and b is empty and c in last 7 days").Value!;

        Assert.Equal(
            """{"all":[{"field":"country","is":"DE"},{"not":{"field":"title","contains":"Intern"}},{"field":"a","between":[1,2]},{"field":"b","isEmpty":true},{"field":"c","inLastDays":7}]}""",
            ConditionJson.Print(condition));
    }

    [Theory]
    [InlineData("[]", "", "expected an object")]
    [InlineData("{", "", "no JSON")]
    [InlineData("""{"any":[{"field":"a","is":1},{"feild":"a","is":1}]}""", "any[1]", "'feild' is not known")]
    [InlineData("""{"field":"a"}""", "", "exactly one operator, found none")]
    [InlineData("""{"field":"a","is":1,"isNot":2}""", "", "found is, isNot")]
    [InlineData("""{"all":[],"any":[]}""", "", "one of all, any and not")]
    [InlineData("""{"not":{"field":"a","in":"x"}}""", "not.in", "expected a list, found a text")]
    [InlineData("""{"field":"a","in":[]}""", "in", "1 to 1000 values")]
    [InlineData("""{"field":"a","between":[1]}""", "between", "two values")]
    [InlineData("""{"field":"a","is":null}""", "is", "found null")]
    [InlineData("""{"field":"a","isEmpty":false}""", "isEmpty", "expected true")]
    [InlineData("""{"field":"a","inLastDays":"7"}""", "inLastDays", "whole number")]
    [InlineData("""{"field":"a","is":1,"is":2}""", "", "written twice")]
    [InlineData("""{"field":"a","is":1e999}""", "is", "the number 1e999")]
    public void Parse_Mistake_NamesThePart(string json, string path, string expected)
    {
        var error = Assert.IsType<ConditionJsonError>(ConditionJson.Parse(json).Error);

        Assert.Equal(path, error.Path);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ConditionLimits.Depth + 1)]
    [InlineData(5000)]
    public void Parse_HostileNesting_IsRefused(int levels)
    {
        var json = string.Concat(Enumerable.Repeat("{\"not\":", levels)) + "{\"field\":\"a\",\"is\":1}" + new string('}', levels);

        Assert.NotNull(ConditionJson.Parse(json).Error);
    }

    [Fact]
    public void Schema_ListsEveryOperator()
    {
        using var schema = JsonDocument.Parse(ConditionJson.Schema());

        var members = schema.RootElement.GetProperty("$defs").GetProperty("predicate").GetProperty("properties").EnumerateObject().Select(member => member.Name);

        Assert.Equal(Operators.All.Select(form => form.JsonName).Prepend("field").Order(), members.Order());
    }
}
