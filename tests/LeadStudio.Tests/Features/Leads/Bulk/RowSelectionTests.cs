using LeadStudio.Core.Leads.Listing;
using LeadStudio.Features.Leads.Bulk;

namespace LeadStudio.Tests.Features.Leads.Bulk;

public sealed class RowSelectionTests
{
    private readonly RowSelection _selection = new();

    [Fact]
    public void Toggle_TwoLeads_SelectsThemAndTakesOneOutAgain()
    {
        _selection.Toggle(7, 0);
        _selection.Toggle(9, 2);
        _selection.Toggle(7, 0);

        Assert.Equal((false, true, 1), (_selection.Contains(7), _selection.Contains(9), _selection.CountOf(100)));
        Assert.Equal((7, 0), _selection.Anchor);
    }

    [Fact]
    public void Extend_ThereAndHalfBack_TakesOutWhatOnlyTheExtensionSelected()
    {
        _selection.Toggle(20, 9);
        _selection.Toggle(1, 0);

        _selection.Extend([1, 2, 3, 4]);
        _selection.Extend([1, 2]);

        Assert.Equal([1L, 2, 20], new long[] { 1, 2, 3, 4, 20 }.Where(_selection.Contains));
    }

    [Fact]
    public void SelectAll_ThenOneOut_IsTheQueryWithoutThatLead()
    {
        var query = new LeadQuery { Search = "ann" };
        _selection.Toggle(3, 0);
        _selection.SelectAll();
        Assert.Equal((true, 12_304), (_selection.Contains(99), _selection.CountOf(12_304)));

        _selection.Toggle(5, 1);

        Assert.Equal((false, true, 12_303), (_selection.Contains(5), _selection.Contains(3), _selection.CountOf(12_304)));
        var selected = _selection.ToSelection(query, "Hot leads");
        Assert.Equal([5L], selected.Ids);
        Assert.Equal((query, "all of Hot leads"), (selected.Query, selected.Words));
    }

    [Fact]
    public void Extend_WhereAllAreSelected_PutsInWhatWasTakenOut()
    {
        _selection.SelectAll();
        _selection.Toggle(5, 1);

        _selection.Extend([4, 5, 6]);

        Assert.Equal(10, _selection.CountOf(10));
    }

    [Fact]
    public void Clear_AfterAll_SelectsNone()
    {
        _selection.SelectAll();

        _selection.Clear();

        Assert.Equal((true, false, 0, null), (_selection.IsEmpty, _selection.Contains(1), _selection.CountOf(10), _selection.Anchor));
        Assert.Null(_selection.ToSelection(new LeadQuery(), "Hot leads").Query);
    }
}
