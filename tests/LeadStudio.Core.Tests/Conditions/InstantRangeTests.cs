using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;

namespace LeadStudio.Core.Tests.Conditions;

public sealed class InstantRangeTests
{
    [Theory]
    [InlineData("2026-03-01", "Europe/Berlin", "2026-02-28T23:00:00Z", "2026-03-01T23:00:00Z")]
    [InlineData("2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z")] // 23 hours
    [InlineData("2026-10-25", "Europe/Berlin", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z")] // 25 hours
    [InlineData("2026-11-01", "America/Havana", "2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z")] // 0 o'clock comes twice
    [InlineData("2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00Z", "2018-11-05T02:00:00Z")] // 0 o'clock does not come
    [InlineData("2026-03-01", "UTC", "2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z")]
    public void TryParse_Day_BeginsAndEndsAsInTheZone(string day, string zone, string first, string end)
    {
        Assert.True(InstantRange.TryParse(day, TimeZoneInfo.FindSystemTimeZoneById(zone), out var range));

        Assert.Equal((At(first), At(end) - 1), (range.First, range.Last));
    }

    [Theory]
    [InlineData("2026-03-01T09:30", "2026-03-01T14:30:00Z")]
    [InlineData("2026-03-01T09:30:00.5", "2026-03-01T14:30:00.5Z")]
    [InlineData("2026-03-01T09:30:00Z", "2026-03-01T09:30:00Z")]
    [InlineData("2026-03-01T09:30+01:00", "2026-03-01T08:30:00Z")]
    public void TryParse_Instant_IsOfTheZoneUnlessItNamesOne(string text, string expected)
    {
        Assert.True(InstantRange.TryParse(text, TimeZoneInfo.FindSystemTimeZoneById("America/New_York"), out var range));

        Assert.Equal((At(expected), At(expected)), (range.First, range.Last));
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void TryParse_EndsOfTheCalendar_AreReadInAnyZone(string day)
    {
        foreach (var zone in new[] { "Pacific/Kiritimati", "Pacific/Niue" })
        {
            var condition = LocalDays.ToUtc(new Predicate("demoAt", Operator.Is, [day]), TimeZoneInfo.FindSystemTimeZoneById(zone), FakeCatalog.Instance);

            Assert.NotEmpty(condition.Predicates());
        }
    }

    private static long At(string instant) => UtcMicroseconds.From(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));
}
