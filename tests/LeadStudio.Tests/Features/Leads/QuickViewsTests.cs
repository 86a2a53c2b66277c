using Bunit;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Leads.Views;
using LeadStudio.Features.Leads.List;

namespace LeadStudio.Tests.Features.Leads;

public sealed class QuickViewsTests : BunitContext
{
    private static readonly SavedView[] s_views =
    [
        new(5, "Ada", "Deciders", IsShared: false, IsPinned: true, new ViewContent { FilterText = "title contains vp" }),
        new(6, "Ada", "Not pinned", IsShared: false, IsPinned: false, new ViewContent()),
        new(7, "Ada", "Since March", IsShared: false, IsPinned: true, new ViewContent { FilterText = "createdAt after 2026-02-28" }),
    ];

    [Fact]
    public void Tabs_PinnedViews_SayHowManyLeadsTheyHaveOnceThatIsKnown()
    {
        var counts = new Dictionary<long, LeadCount> { [5] = new(1_234, IsExact: false) };

        var tabs = Render<QuickViews>(parameters => parameters.Add(tabs => tabs.State, new LeadListState()).Add(tabs => tabs.Saved, s_views).Add(tabs => tabs.SavedCounts, counts));

        Assert.Equal(["Deciders about 1,234", "Since March"], tabs.FindAll("a").Skip(QuickView.All.Count).Select(tab => string.Join(' ', tab.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
    }

    [Fact]
    public async Task ReadAsync_SavedViews_CountsThosePinnedInOneReadThatMayEstimate()
    {
        var list = new FakeLeadList { Scores = { [1] = 50, [2] = 60 } };

        var counts = await SavedCounts.ReadAsync(list, s_views, TimeZoneInfo.Utc, limit: null, CancellationToken.None);

        Assert.Equal(["count 2"], list.Asked);
        Assert.Equal([5L, 7L], counts.Keys);
        Assert.All(counts.Values, count => Assert.Equal(new LeadCount(2, IsExact: false), count));
        Assert.Empty(await SavedCounts.ReadAsync(list, [], TimeZoneInfo.Utc, limit: null, CancellationToken.None));
        Assert.Equal(["count 2"], list.Asked);
    }
}
