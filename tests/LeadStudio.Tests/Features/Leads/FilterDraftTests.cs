using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Features.Leads.Filters;

namespace LeadStudio.Tests.Features.Leads;

public sealed class FilterDraftTests
{
    private static readonly IColumnCatalog s_columns = ListColumns.Of(new FieldCatalog(1, StandardFields.All, StandardFields.Options));

    [Theory]
    [InlineData("title", Operator.Contains, "vp", "", "title contains vp")]
    [InlineData("title", Operator.IsOneOf, "CEO, Head of Sales", "", "title in (CEO, \"Head of Sales\")")]
    [InlineData("employees", Operator.AtLeast, "200", "", "employees >= 200")]
    [InlineData("employees", Operator.Between, "20", "199", "employees between 20 and 199")]
    [InlineData("createdAt", Operator.InLastDays, "30", "", "createdAt in last 30 days")]
    [InlineData("phone", Operator.IsEmpty, "", "", "phone is empty")]
    [InlineData("createdAt", Operator.Before, "2026-11-01", "", "createdAt before 2026-11-01")]
    public void Build_Typed_GivesTheFilter(string key, Operator used, string first, string second, string expected)
    {
        var draft = Draft(key, used);
        (draft.First, draft.Second) = (first, second);

        var (condition, problem) = draft.Build();

        Assert.Null(problem);
        Assert.Equal(ConditionText.Parse(expected).Value, condition);
    }

    [Theory]
    [InlineData("employees", Operator.AtLeast, "many", "")]
    [InlineData("employees", Operator.Between, "200", "20")]
    [InlineData("createdAt", Operator.InLastDays, "0", "")]
    [InlineData("title", Operator.Contains, " ", "")]
    [InlineData("stage", Operator.IsOneOf, "", "")]
    public void Build_WhatDoesNotFit_SaysWhy(string key, Operator used, string first, string second)
    {
        var draft = Draft(key, used);
        (draft.First, draft.Second) = (first, second);

        var (condition, problem) = draft.Build();

        Assert.Null(condition);
        Assert.NotEqual("", problem);
    }

    [Fact]
    public void Build_SeveralTicked_IsOneOfThem()
    {
        var draft = Draft("stage", Operator.Is);
        draft.Ticked.UnionWith(["Proposal", "New"]);

        Assert.Equal(ConditionText.Parse("stage in (New, Proposal)").Value, draft.Build().Condition);
    }

    [Fact]
    public void Find_PartOfTheName_InAnyCase() => Assert.Contains(new FilterDraft(s_columns).Find("JOB"), column => column.Key == "title");

    [Fact]
    public void FilterProblem_Of_NamesThePlaceOrTheField()
    {
        Assert.Null(FilterProblem.Of("country is Germany", s_columns));
        Assert.NotNull(FilterProblem.Of("country is (", s_columns)?.Place);
        Assert.Contains("contry", FilterProblem.Of("contry is Germany", s_columns)!.Value.Message, StringComparison.Ordinal);
    }

    private static FilterDraft Draft(string key, Operator used)
    {
        var draft = new FilterDraft(s_columns);
        draft.Choose(s_columns.Find(key)!);
        draft.Use(used);
        return draft;
    }
}
