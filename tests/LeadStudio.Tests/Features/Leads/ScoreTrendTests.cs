using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Standings;
using LeadStudio.Features.Leads.List;

namespace LeadStudio.Tests.Features.Leads;

public sealed class ScoreTrendTests
{
    private const long Now = 100 * UtcMicroseconds.PerDay;

    [Fact]
    public void Of_ScoreTenDaysOldAndNewToday_HasTheChangeOfTheWeek()
    {
        var trend = ScoreTrend.Of([Entry(daysAgo: 10, 40), Entry(daysAgo: 1, 54)], Now, days: 30);

        Assert.Equal(14, trend.Change);
        Assert.Equal(31, trend.Days.Count);
        Assert.True(double.IsNaN(trend.Days[19])); // 11 days ago
        Assert.Equal([40, 54], [trend.Days[20], trend.Days[30]]);
    }

    [Fact]
    public void Of_YoungLeadThatMoved_HasTheChangeSinceItsFirstScore() =>
        Assert.Equal(14, ScoreTrend.Of([Entry(daysAgo: 2, 40), Entry(daysAgo: 0, 54)], Now, days: 30).Change);

    [Fact]
    public void Of_MovedOnItsFirstDay_GoesFromItsFirstScoreToNow()
    {
        var trend = ScoreTrend.Of([new ScoreHistoryEntry { At = Now - 2, Score = 40, BandCode = 1 }, Entry(daysAgo: 0, 54)], Now, days: 30);

        Assert.Equal([40, 54], trend.Days.Where(double.IsFinite));
    }

    [Fact]
    public void Of_YoungLeadThatDidNotMove_HasNoChange() => Assert.Null(ScoreTrend.Of([Entry(daysAgo: 2, 40)], Now, days: 30).Change);

    [Fact]
    public void Of_NoHistory_HasNothing() => Assert.Null(ScoreTrend.Of([], Now, days: 30).Change);

    private static ScoreHistoryEntry Entry(int daysAgo, long score) => new() { At = Now - (daysAgo * UtcMicroseconds.PerDay), Score = score, BandCode = 1 };
}
