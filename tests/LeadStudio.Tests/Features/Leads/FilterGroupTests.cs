using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Features.Leads.Filters;

namespace LeadStudio.Tests.Features.Leads;

public sealed class FilterGroupTests
{
    private static readonly string[] s_fields = ["city", "title", "domain", "phone"];

    [Property(MaxTest = 500)]
    public Property Build_WhatWasReadFromText_MeansTheSame() => Prop.ForAll(Tree(4).ToArbitrary(), condition =>
    {
        var text = ConditionText.Print(condition);

        var built = FilterGroup.Of(ConditionText.Parse(text).Value).Build()!;

        Assert.Equal(built, ConditionText.Parse(ConditionText.Print(built)).Value);
        for (var filled = 0; filled < 1 << s_fields.Length; filled++) // every lead that there can be
        {
            Assert.Equal(Holds(condition, filled), Holds(built, filled));
        }
    });

    [Fact]
    public void Build_NestedGroups_IsTheTextWithParentheses()
    {
        var group = FilterGroup.Of(ConditionText.Parse("employees >= 200").Value);
        var inner = new FilterGroup { IsAny = true };
        inner.Parts.Add(new FilterPart(new Predicate("city", Operator.Is, ["Berlin"]), null));
        inner.Parts.Add(new FilterPart(new Predicate("city", Operator.Is, ["Paris"]), null));
        group.Parts.Add(new FilterPart(null, inner));
        group.Parts.Add(new FilterPart(null, new FilterGroup())); // empty: nobody meant "always" by it

        Assert.Equal("employees >= 200 and (city is Berlin or city is Paris)", ConditionText.Print(group.Build()!));
        Assert.Null(new FilterGroup().Build());
    }

    private static bool Holds(Condition condition, int filled) => condition switch
    {
        AllCondition all => all.Items.All(item => Holds(item, filled)),
        AnyCondition any => any.Items.Any(item => Holds(item, filled)),
        NotCondition not => !Holds(not.Item, filled),
        Predicate predicate => (filled & (1 << Array.IndexOf(s_fields, predicate.Field))) != 0,
        _ => throw new InvalidOperationException("An unknown condition."),
    };

    private static Gen<Condition> Tree(int depth)
    {
        var leaf = Gen.Elements(s_fields).Select(field => (Condition)new Predicate(field, Operator.IsNotEmpty, []));
        if (depth == 0)
        {
            return leaf;
        }

        var items = Gen.Choose(1, 3).SelectMany(count => Tree(depth - 1).ArrayOf(count)).Select(list => ValueList.From(list));
        return Gen.OneOf(
            leaf,
            Tree(depth - 1).Select(item => (Condition)new NotCondition(item)),
            items.Select(list => (Condition)new AllCondition(list)),
            items.Select(list => (Condition)new AnyCondition(list)));
    }
}
