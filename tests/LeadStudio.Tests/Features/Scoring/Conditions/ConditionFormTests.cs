using LeadStudio.Core.Conditions;
using LeadStudio.Core.Facts;
using LeadStudio.Features.Scoring.Conditions;

namespace LeadStudio.Tests.Features.Scoring.Conditions;

public sealed class ConditionFormTests
{
    private static readonly FactCatalog s_catalog = FactCatalog.For(Enum.GetValues<ColumnType>()
        .Select(type => new ColumnDescription($"a{type}", type.ToString(), type, type is ColumnType.Choice or ColumnType.MultiChoice ? [new(1, "One")] : [])));

    [Theory]
    [InlineData("title is ceo")]
    [InlineData("title is ceo and employees > 5")]
    [InlineData("title is ceo or employees > 5")]
    [InlineData("not title is ceo")]
    [InlineData("not (title is ceo or employees > 5)")]
    [InlineData("not (title is ceo and employees > 5)")]
    [InlineData("title is ceo and (employees > 5 or not phone is empty)")]
    public void From_Condition_TurnsBackIntoTheSame(string text)
    {
        var condition = ConditionText.Parse(text).Value!;

        var group = ConditionGroup.From(condition);

        Assert.Equal(condition, group.ToCondition());
    }

    [Theory]
    [InlineData("title is ceo and employees > 5")]
    [InlineData("title is ceo or employees > 5")]
    [InlineData("not title is ceo")]
    [InlineData("not (title is ceo or employees > 5)")]
    [InlineData("not (title is ceo and employees > 5)")]
    [InlineData("title is ceo")]
    public void PathOf_Item_IsWhatTheValidatorNames(string text)
    {
        var condition = ConditionText.Parse(text).Value!;

        var paths = ConditionGroup.From(condition).Items.Select((_, index) => ConditionGroup.PathOf(condition, index));

        Assert.Equal(condition.Predicates().Select(item => item.Path), paths);
    }

    [Fact]
    public void With_LastItemRemoved_LeavesAnEmptyGroup() =>
        Assert.Empty(ConditionGroup.From(new Predicate("title", Operator.IsEmpty, [])).With(0, null).Items);

    [Fact]
    public void WithOperator_AnyChange_CanBeStoredAndReadAgain()
    {
        foreach (var column in s_catalog.Columns)
        {
            foreach (var from in Operators.For(column.Type))
            {
                var start = new Predicate(column.Key, Operator.IsEmpty, []).WithOperator(from.Operator, column);
                foreach (var to in Operators.For(column.Type))
                {
                    Condition changed = start.WithOperator(to.Operator, column);

                    Assert.True(to.Takes(((Predicate)changed).Operands.Count));
                    Assert.Equal(changed, ConditionJson.Parse(ConditionJson.Print(changed)).Value);
                }
            }
        }
    }

    [Fact]
    public void WithField_OtherType_TakesAnOperatorThatFits()
    {
        var days = new Predicate("aDate", Operator.InLastDays, [7]);

        var changed = days.WithField(s_catalog.Find("aBoolean")!, s_catalog.Find("aDate"));

        Assert.Equal(new Predicate("aBoolean", Operator.Is, [true]), changed);
    }

    [Fact]
    public void Remove_LastOfMany_LeavesAnEmptyTextThatCanBeStored()
    {
        var list = new Predicate("aText", Operator.IsOneOf, ["x"]);

        var empty = list.Remove("x");

        Assert.Equal(["", "y"], new[] { empty.Operands[0].ToString(), empty.Add("y").Operands[0].ToString() });
    }
}
