using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Leads.Views;
using LeadStudio.Features.Leads.Columns;
using LeadStudio.Features.Leads.List;

namespace LeadStudio.Tests.Features.Leads;

public sealed class LeadListStateTests
{
    private static readonly SavedView s_saved = new(7, "Ada", "Large ones", IsShared: true, IsPinned: true, new ViewContent
    {
        FilterText = "employees >= 200",
        Search = "ann",
        SortKey = "employees",
        Descending = false,
        Scope = LeadScope.All,
        Columns = "title,country:140",
        Frozen = "title",
        IsCompact = true,
    });

    [Fact]
    public void ToAddress_AsUsual_IsThePathAlone() => Assert.Equal("/leads", new LeadListState().ToAddress());

    [Fact]
    public void Read_WhatToAddressWrote_GivesTheSame()
    {
        var state = new LeadListState
        {
            Search = "Müller & Söhne + 50 %",
            FilterText = "country in (Germany, \"United States\") and employees >= 200",
            SortKey = "employees",
            Descending = false,
            Columns = [new ColumnChoice("title"), new ColumnChoice("country", 140)],
            Frozen = "title",
            IsCompact = true,
            View = QuickView.Everything,
            OpenLead = 42,
        };

        Assert.Equal(state, LeadListState.Read("http://localhost" + state.ToAddress()));
    }

    [Theory]
    [InlineData("/leads?sort=&lead=x&scope=nothing&cols=,,&filter=%28%28")]
    [InlineData("/leads?lead=-1&sort=.asc")]
    public void Read_Nonsense_FallsBackToTheUsual(string address)
    {
        var state = LeadListState.Read(address);

        Assert.Equal(new LeadQuery(), state.ToQuery());
        Assert.Null(state.OpenLead);
        Assert.Empty(state.Columns);
    }

    [Fact]
    public void WithFilter_Items_AreReadBackOneByOne()
    {
        Condition[] items = [new Predicate("country", Operator.Is, ["DE"]), new AnyCondition([new Predicate("title", Operator.IsEmpty, []), new Predicate("employees", Operator.AtLeast, [200])])];

        var state = new LeadListState().WithFilter(items);

        Assert.Equal(items, Assert.IsType<AllCondition>(state.ReadFilter()!.Value.Value).Items);
        Assert.Equal("", state.WithFilter([]).FilterText);
    }

    [Fact]
    public void QuickView_ItsAddress_IsThatView()
    {
        var before = new LeadListState { Columns = [new ColumnChoice("city")], Search = "ann" };

        foreach (var view in QuickView.All)
        {
            var state = LeadListState.Read(view.AddressFrom(before));

            Assert.Equal(view, state.View);
            Assert.Equal(view.ToQuery(), state.ToQuery());
            Assert.Equal(before.Columns, state.Columns);
        }
    }

    [Theory]
    [InlineData("/leads?view=a&filter=employees+%3E%3D+200&q=ann", "a")]
    [InlineData("/leads?scope=all&filter=employees+%3E%3D+200&q=ann", "all")] // of an older link
    [InlineData("/leads?view=gone", "hot")]
    public void Cleared_FilterOnATab_IsTheTabAgain(string address, string tab)
    {
        var state = LeadListState.Read(address);

        Assert.Equal(tab, state.View.Key);
        Assert.Equal(state.View.ToQuery(), state.Cleared().ToQuery());
    }

    [Fact]
    public void ToQuery_FilterOnATab_AsksForBoth()
    {
        var state = LeadListState.Read("/leads?view=a&filter=employees+%3E%3D+200");

        Assert.Equal(ConditionText.Parse("band in (A1, A2, A3) and employees >= 200").Value, state.ToQuery().Filter);
        Assert.Equal("employees >= 200", state.FilterText); // the chips show what was added only
    }

    [Fact]
    public void WithClosed_TabAndFilter_KeepsWhatBothAskFor()
    {
        var state = LeadListState.Read("/leads?view=a&filter=employees+%3E%3D+200");

        Assert.Equal(state.ToQuery() with { Scope = LeadScope.All }, state.WithClosed().ToQuery());
    }

    [Fact]
    public void Read_LinkOfASavedView_ShowsAllOfItAndIsUnchanged()
    {
        var state = LeadListState.Read("/leads?view=7", [s_saved]);

        Assert.Equal(s_saved.Content, state.ToContent());
        Assert.False(state.IsChanged);
        Assert.Equal("/leads?view=7", state.ToAddress());
        Assert.Equal(ConditionText.Parse("employees >= 200").Value, state.ToQuery().Filter);
    }

    [Fact]
    public void ToAddress_ChangedSavedView_SaysOnlyWhatDiffersAndIsReadBack()
    {
        var changed = LeadListState.Of(s_saved) with { FilterText = "", Descending = true, IsCompact = false, Columns = [] };

        Assert.Equal("/leads?view=7&filter=&sort=employees.desc&cols=&density=comfortable", changed.ToAddress());
        Assert.Equal(changed, LeadListState.Read(changed.ToAddress(), [s_saved]));
        Assert.True(changed.IsChanged);
        Assert.Equal(LeadListState.Of(s_saved), changed.Usual);
        Assert.False((LeadListState.Of(s_saved) with { OpenLead = 3 }).IsChanged);
    }

    [Fact]
    public void ToContent_FilterOnATab_KeepsWhatTheTabAsksFor()
    {
        var content = LeadListState.Read("/leads?view=a&filter=employees+%3E%3D+200").ToContent()!;

        Assert.Equal(ConditionText.Parse("band in (A1, A2, A3) and employees >= 200").Value, ConditionText.Parse(content.FilterText).Value);
        Assert.Null(LeadListState.Read("/leads?filter=%28%28").ToContent()); // cannot be read
    }

    [Fact]
    public void WithLead_AddressOfALeadsPage_KeepsWhatTheListShowed() =>
        Assert.Equal("/leads?view=7&filter=&q=m%C3%BCller+a&lead=5", LeadListState.WithLead("http://localhost/leads/5?view=7&filter=&q=m%C3%BCller+a&lead=3", 5));

    [Theory]
    [InlineData("createdAt is 2026-03-01", true)]
    [InlineData("employees >= 5 or not createdAt before 2026-03-01T09:30", true)]
    [InlineData("createdAt before 2026-03-01T09:30:00Z and createdAt in last 7 days", false)]
    public void ToQuery_AFilterThatNamesADay_MeansTheUsersDay(string filter, bool isLocal)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

        Assert.Equal(isLocal ? zone : null, new LeadListState { FilterText = filter }.ToQuery(zone).Zone);
    }
}
