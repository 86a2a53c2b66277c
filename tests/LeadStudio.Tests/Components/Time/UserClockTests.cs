using Bunit;
using LeadStudio.Components.Time;

namespace LeadStudio.Tests.Components.Time;

public sealed class UserClockTests : BunitContext
{
    private static readonly DateTimeOffset s_winter = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Choose_AZoneThenNone_WinsOverTheBrowsersAndGivesItBack()
    {
        JSInterop.SetupModule("./dist/shell.js").Setup<string?>("timeZone").SetResult("Europe/Berlin");
        using var clock = new UserClock(TimeProvider.System, JSInterop.JSRuntime);
        await clock.LearnZoneAsync("dist/shell.js");
        Assert.Equal(13, clock.ToLocal(s_winter).Hour); // UTC+1

        clock.Choose(TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"));
        Assert.Equal(21, clock.ToLocal(s_winter).Hour); // UTC+9
        clock.Choose(null);

        Assert.Equal(13, clock.ToLocal(s_winter).Hour);
    }

    [Theory]
    [InlineData("Asia/Kolkata", "Asia/Kolkata, UTC+5:30")]
    [InlineData("America/New_York", "America/New York, UTC−5")]
    [InlineData("UTC", "UTC")]
    public void ZoneNames_Of_SaysTheDistance(string id, string expected) => Assert.Equal(expected, ZoneNames.Of(TimeZoneInfo.FindSystemTimeZoneById(id)));
}
