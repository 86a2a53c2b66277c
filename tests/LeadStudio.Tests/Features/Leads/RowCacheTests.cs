using LeadStudio.Core.Leads.Listing;
using LeadStudio.Features.Leads.List;

namespace LeadStudio.Tests.Features.Leads;

public sealed class RowCacheTests
{
    private readonly FakeLeadList _list = new() { Least = int.MinValue };
    private readonly RowCache _cache;

    public RowCacheTests()
    {
        for (var id = 1; id <= 50; id++)
        {
            _list.Scores[id] = 100 - id; // lead 1 is the best
        }

        _cache = new RowCache(_list, new LeadQuery(), [], (rows, _) => Task.FromResult<IReadOnlyList<LeadRow>>([.. rows.Select(row => new LeadRow(row, "", ScoreTrend.None))]));
    }

    [Fact]
    public async Task LoadAsync_FromTheTop_ReadsOnFromTheLastRow()
    {
        await LoadAsync(0, 10);

        Assert.Equal(Enumerable.Range(11, 5), await LoadAsync(10, 5));
        Assert.Equal(["after  10", "after 10 5"], _list.Asked);
    }

    [Fact]
    public async Task LoadAsync_FarDown_JumpsAndThenGoesBackFromThere()
    {
        Assert.Equal(Enumerable.Range(31, 5), await LoadAsync(30, 5));

        Assert.Equal(Enumerable.Range(26, 8), await LoadAsync(25, 8));
        Assert.Equal(["at 30 5", "before 31 5"], _list.Asked);
    }

    [Fact]
    public async Task LoadAsync_Known_AsksNothing()
    {
        await LoadAsync(0, 10);
        _list.Asked.Clear();

        Assert.Equal(Enumerable.Range(3, 5), await LoadAsync(2, 5));
        Assert.Empty(_list.Asked);
    }

    [Fact]
    public async Task LoadAsync_BeyondTheEnd_GivesWhatThereIs() => Assert.Equal([49, 50], await LoadAsync(48, 10));

    [Fact]
    public async Task Replace_OtherScore_KeepsItsPlace()
    {
        await LoadAsync(0, 10);
        _list.Scores[5] = 7;
        var row = Assert.Single(await _list.RowsAsync(new LeadQuery(), [5], []));

        _cache.Replace(new LeadRow(row, "", ScoreTrend.None));

        Assert.Equal(4, _cache.PlaceOf(5));
        Assert.Equal(7, _cache.Rows[4].Lead.Score);
    }

    [Fact]
    public async Task KeepNear_RowsFarAway_AreForgotten()
    {
        for (var id = 51; id <= 300; id++)
        {
            _list.Scores[id] = 100 - id;
        }

        await LoadAsync(0, 200);
        await LoadAsync(200, 20);

        _cache.KeepNear();

        Assert.Equal((140, 219), (_cache.Rows.Keys.Min(), _cache.Rows.Keys.Max()));
    }

    private async Task<IEnumerable<int>> LoadAsync(long first, int count) =>
        (await _cache.LoadAsync(first, count, CancellationToken.None)).Select(row => (int)row.Lead.Id);
}
