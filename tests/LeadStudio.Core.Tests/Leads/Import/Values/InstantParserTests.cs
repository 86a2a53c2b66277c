using System.Globalization;
using FsCheck.Xunit;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Import.Values;

namespace LeadStudio.Core.Tests.Leads.Import.Values;

public sealed class InstantParserTests
{
    [Theory]
    [InlineData("2018-02-26", "2018-02-26T00:00:00Z")]
    [InlineData("2018-02-26T19:58:54Z", "2018-02-26T19:58:54Z")]
    [InlineData("2018-02-26T19:58:54.123456+01:00", "2018-02-26T18:58:54.123456Z")]
    [InlineData("2018-02-26 19:58:54", "2018-02-26T19:58:54Z")]
    [InlineData("2018-02-26 19:58:54 UTC", "2018-02-26T19:58:54Z")]
    [InlineData("2018-02-26 19:58:54 -0330", "2018-02-26T23:28:54Z")]
    [InlineData("2018.02.26 19:58", "2018-02-26T19:58:00Z")]
    [InlineData("26.02.2018 19:58 CET", "2018-02-26T18:58:00Z")]
    [InlineData("26.07.2018 19:58 MESZ", "2018-07-26T17:58:00Z")]
    [InlineData("Feb 26, 2018 7:58 PM PST", "2018-02-27T03:58:00Z")]
    [InlineData("Fri Apr 16 2021 12:00:00 GMT+0200 (Central European Summer Time)", "2021-04-16T10:00:00Z")]
    [InlineData("2018-02-26 19:58 UTC+1", "2018-02-26T18:58:00Z")]
    [InlineData("2018-02-26 19:58 IST", null)]
    [InlineData("26-02-2018 19:58", "2018-02-26T19:58:00Z")]
    [InlineData("26.02.18", "2018-02-26T00:00:00Z")]
    [InlineData("26. Februar 2018", "2018-02-26T00:00:00Z")]
    [InlineData("16 Apr, 2021 00:02:00", "2021-04-16T00:02:00Z")]
    [InlineData("Apr 16 2021", "2021-04-16T00:00:00Z")]
    [InlineData("April 16th, 2021 7:05 pm", "2021-04-16T19:05:00Z")]
    [InlineData("Fri, 16 Apr 2021 12:00:00 GMT", "2021-04-16T12:00:00Z")]
    [InlineData("16-Apr-21 12:00 AM", "2021-04-16T00:00:00Z")]
    [InlineData("1 août 2021", "2021-08-01T00:00:00Z")]
    [InlineData("31/12/1999", "1999-12-31T00:00:00Z")]
    [InlineData("1969-12-31T23:59:59.9999999Z", "1969-12-31T23:59:59.999999Z")]
    [InlineData("2018-02-30", null)]
    [InlineData("2018-02", null)]
    [InlineData("20180226", null)]
    [InlineData("805-247-8982", null)]
    [InlineData("10.0.0.1", null)]
    [InlineData("2018-02-26 25:00", null)]
    [InlineData("2018-02-26 19:58 or so", null)]
    [InlineData("26 02", null)]
    [InlineData("Monday", null)]
    [InlineData("May", null)]
    [InlineData("", null)]
    [InlineData("12", null)]
    public void TryParse_DayFirst_GivesInstantOrNone(string text, string? expected)
    {
        var isInstant = InstantParser.TryParse(text, DateOrder.DayFirst, out var microseconds);

        Assert.Equal(expected is null ? (DateTimeOffset?)null : DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), isInstant ? UtcMicroseconds.ToInstant(microseconds) : (DateTimeOffset?)null);
    }

    [Theory]
    [InlineData("02/26/2018", "2018-02-26")]
    [InlineData("2/3/2018 7:58 PM", "2018-02-03T19:58:00")]
    [InlineData("2018/02/03", "2018-02-03")]
    [InlineData("26/02/2018", null)]
    public void TryParse_MonthFirst_GivesInstantOrNone(string text, string? expected)
    {
        var isInstant = InstantParser.TryParse(text, DateOrder.MonthFirst, out var microseconds);

        Assert.Equal(expected is null ? (DateTimeOffset?)null : DateTimeOffset.Parse(expected + (expected.Length > 10 ? "Z" : "T00:00:00Z"), CultureInfo.InvariantCulture), isInstant ? UtcMicroseconds.ToInstant(microseconds) : (DateTimeOffset?)null);
    }

    [Theory]
    [InlineData("2018-07-26 19:58:54", "2018-07-26T17:58:54Z")] // a summer's evening
    [InlineData("2018-02-26T19:58:54", "2018-02-26T18:58:54Z")]
    [InlineData("26.02.2018 19:58", "2018-02-26T18:58:00Z")]
    [InlineData("26.02.2018", "2018-02-26T00:00:00Z")] // a day is the same day everywhere
    [InlineData("2018-02-26", "2018-02-26T00:00:00Z")]
    [InlineData("2018-02-26T19:58:54Z", "2018-02-26T19:58:54Z")]
    [InlineData("2018-02-26 19:58:54 -05:00", "2018-02-27T00:58:54Z")]
    [InlineData("2018-02-26 19:58 GMT", "2018-02-26T19:58:00Z")]
    [InlineData("2018-03-25 02:30:00", "2018-03-25T01:30:00Z")] // does not exist
    [InlineData("2018-10-28 02:30:00", "2018-10-28T01:30:00Z")] // comes twice
    public void TryParse_InBerlin_TimesWithoutAZoneAreItsOwn(string text, string expected)
    {
        Assert.True(InstantParser.TryParse(text, DateOrder.DayFirst, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), out var microseconds));
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), UtcMicroseconds.ToInstant(microseconds));
    }

    [Property]
    public void TryParse_AnyWallClockInAnyZone_IsWhatTheZoneSays(DateTime instant, bool iso)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/St_Johns");
        var wall = new DateTime(1900 + (Math.Abs(instant.Year) % 200), instant.Month, Math.Min(instant.Day, 28), instant.Hour, instant.Minute, instant.Second, DateTimeKind.Unspecified);

        Assert.True(InstantParser.TryParse(wall.ToString(iso ? "yyyy-MM-ddTHH:mm:ss" : "dd.MM.yyyy HH:mm:ss", CultureInfo.InvariantCulture), DateOrder.DayFirst, zone, out var microseconds));

        Assert.Equal(new DateTimeOffset(wall, zone.GetUtcOffset(wall)), UtcMicroseconds.ToInstant(microseconds));
    }

    [Theory]
    [InlineData("1519675134", 1_519_675_134_000_000)]
    [InlineData("1519675134250", 1_519_675_134_250_000)]
    [InlineData("42", null)]
    public void TryParseEpoch_Digits_GivesInstantOrNone(string text, long? expected) =>
        Assert.Equal(expected, InstantParser.TryParseEpoch(text, out var microseconds) ? microseconds : null);

    [Property]
    public void TryParse_AnyInstantInIsoForm_IsReadBack(DateTime instant, bool spaced)
    {
        var utc = new DateTimeOffset(DateTime.SpecifyKind(instant, DateTimeKind.Utc));
        var text = utc.ToString(spaced ? "yyyy-MM-dd HH:mm:ss.ffffff" : "yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);

        var isInstant = InstantParser.TryParse(text, DateOrder.DayFirst, out var microseconds);

        Assert.Equal(utc.Year is >= 1800 and <= 2199, isInstant);
        Assert.True(!isInstant || microseconds == UtcMicroseconds.From(utc));
    }

    [Property]
    public void TryParse_AnyText_DoesNotThrow(string? text)
    {
        _ = InstantParser.TryParse(text, DateOrder.MonthFirst, out _);
        _ = NumberParser.TryParse(text, DecimalMark.Comma, out _);
        _ = InstantParser.TryParseEpoch(text, out _);
    }
}
