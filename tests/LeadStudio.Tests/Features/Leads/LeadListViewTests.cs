using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Features.Leads.Columns;
using LeadStudio.Features.Leads.List;
using LeadStudio.Live;

namespace LeadStudio.Tests.Features.Leads;

public sealed class LeadListViewTests : IAsyncLifetime
{
    private readonly FakeLeadList _list = new() { Least = 10, Scores = { [1] = 90, [2] = 80, [3] = 70, [4] = 60, [5] = 50, [6] = 40 } };
    private readonly LeadListView _view;

    public LeadListViewTests() => _view = new LeadListView(
        _list,
        new LeadQuery(),
        new ColumnSet(new FieldCatalog(1, StandardFields.All, StandardFields.Options), []),
        new LeadRowReader(new FakeLeadStore(), new FakeScoreReasons(), TimeProvider.System));

    public async Task InitializeAsync() => await _view.Cache.LoadAsync(0, 4, CancellationToken.None);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task IdsAsync_BeyondWhatWasRead_ReadsTheRest()
    {
        _list.Scores[2] = 1; // shown where it stood; it stands elsewhere by now

        Assert.Equal([2L, 3, 4, 6], await _view.IdsAsync(1, 4, CancellationToken.None));
    }

    [Fact]
    public void Rows_Read_SayWhy() => Assert.Equal("Asked for a demo · Visited pricing", _view.Cache.Rows[0].Reason);

    [Fact]
    public async Task TakeAsync_ScoreWithinItsNeighbours_ShowsAndHasNothingToTell()
    {
        await ScoreAsync(2, 85);

        Assert.Equal(85, _view.Cache.Rows[1].Lead.Score);
        Assert.True(_view.News.IsNone);
    }

    [Fact]
    public async Task TakeAsync_ScoreAboveANeighbour_StaysInItsPlaceAndCountsAsMoved()
    {
        await ScoreAsync(3, 95);

        Assert.Equal([1L, 2, 3, 4], _view.Cache.Rows.Values.Select(row => row.Lead.Id));
        Assert.Equal(95, _view.Cache.Rows[2].Lead.Score);
        Assert.Equal("1 moved", _view.News.Text);
    }

    [Fact]
    public async Task TakeAsync_MovedThereAndBack_HasNothingToTell()
    {
        await ScoreAsync(3, 95);
        await ScoreAsync(3, 70);

        Assert.True(_view.News.IsNone);
    }

    [Theory]
    [InlineData(1, 5)] // shown, and the filter does not hold any more
    [InlineData(6, 75)] // came up from below what was read
    public async Task TakeAsync_LeavesOrArrives_CountsAsMoved(long id, int score)
    {
        await ScoreAsync(id, score);

        Assert.Equal(new ListNews(New: 0, Moved: 1, IsOrderUnknown: false), _view.News);
    }

    [Fact]
    public async Task TakeAsync_ChangeFarBelow_HasNothingToTell()
    {
        await ScoreAsync(6, 45);

        Assert.True(_view.News.IsNone);
    }

    [Fact]
    public async Task TakeAsync_NewLeads_AreCountedWhereTheyMatch()
    {
        (_list.Scores[7], _list.Scores[8]) = (65, 3);

        await _view.TakeAsync(new LeadNews(new HashSet<long> { 7, 8 }, Many: false, Added: 2, [new(7, null, 65), new(8, null, 3)]), CancellationToken.None);

        Assert.Equal("1 new", _view.News.Text);
    }

    [Fact]
    public async Task TakeAsync_ManyChanged_ReadsTheShownRowsAndSaysSo()
    {
        _list.Scores[1] = 20;

        await _view.TakeAsync(new LeadNews(new HashSet<long>(), Many: true, Added: 1200, []), CancellationToken.None);

        Assert.Equal(20, _view.Cache.Rows[0].Lead.Score);
        Assert.Equal("many changed", _view.News.Text);
    }

    [Fact]
    public async Task Take_CountAfterManyChanged_TellsHowManyOfThemBelongHere()
    {
        _view.Take(new LeadCount(6, IsExact: true));
        await _view.TakeAsync(new LeadNews(new HashSet<long>(), Many: true, Added: 1200, []), CancellationToken.None);

        _view.Take(new LeadCount(36, IsExact: true));

        Assert.Equal("30 new · many changed", _view.News.Text);
        Assert.Equal(36, _view.Rows);
    }

    [Fact]
    public async Task Take_FewerWhileRowsStay_KeepsTheLastRowInReach()
    {
        _view.Take(new LeadCount(6, IsExact: true));
        await ScoreAsync(1, 5);

        _view.Take(new LeadCount(5, IsExact: true));

        Assert.Equal(6, _view.Rows);
        _view.Renew();
        Assert.Equal(5, _view.Rows);
    }

    [Fact]
    public async Task ReadAsync_ListAndTabs_AreCountedTogether()
    {
        _list.Asked.Clear();

        var counts = await ListCounts.ReadAsync(_list, new LeadQuery(), limit: null, mayEstimate: false, CancellationToken.None);

        Assert.Equal([$"count {1 + QuickView.All.Count}"], _list.Asked);
        Assert.Equal(counts.Shown, counts.Tabs[QuickView.Hot]);
    }

    [Fact]
    public async Task Renew_AfterNews_ReadsTheNewOrder()
    {
        await ScoreAsync(3, 95);

        _view.Renew();
        var rows = await _view.Cache.LoadAsync(0, 3, CancellationToken.None);

        Assert.Equal([3L, 1, 2], rows.Select(row => row.Lead.Id));
        Assert.True(_view.News.IsNone);
    }

    private Task ScoreAsync(long id, int score)
    {
        var before = _list.Scores[id];
        _list.Scores[id] = score;
        return _view.TakeAsync(new LeadNews(new HashSet<long> { id }, Many: false, Added: 0, [new StandingChange(id, before, score)]), CancellationToken.None);
    }
}
