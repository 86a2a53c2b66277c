using LeadStudio.Components.Time;

namespace LeadStudio.Tests.Components.Time;

public sealed class RelativeTextTests
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(1));

    [Theory]
    [InlineData(-59, "just now")]
    [InlineData(30, "just now")]
    [InlineData(-60, "1 min ago")]
    [InlineData(-3_599, "59 min ago")]
    [InlineData(-3_600, "1 h ago")]
    [InlineData(-86_399, "23 h ago")]
    [InlineData(-86_400, "1 day ago")]
    [InlineData(-3 * 86_400, "3 days ago")]
    [InlineData(2 * 3_600, "in 2 h")]
    public void For_Seconds_SaysThemInTheLargestUnit(int seconds, string expected) =>
        Assert.Equal(expected, RelativeText.For(s_now.AddSeconds(seconds), s_now));

    [Fact]
    public void For_LongAgo_IsTheDateInTheUsersZone()
    {
        var lateOnNewYearsEveInLondon = new DateTimeOffset(2025, 12, 31, 23, 30, 0, TimeSpan.Zero);

        Assert.Equal("1 Jan 2026", RelativeText.For(lateOnNewYearsEveInLondon, s_now));
    }
}
