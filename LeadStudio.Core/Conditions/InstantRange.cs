using System.Globalization;
using System.Runtime.InteropServices;
using LeadStudio.Core.Common;

namespace LeadStudio.Core.Conditions;

/// <summary>What a date in a condition stands for: one instant, or a whole day where no time is written.</summary>
/// <param name="First">The first instant, in UTC microseconds.</param>
/// <param name="Last">The last instant, in UTC microseconds; included.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct InstantRange(long First, long Last)
{
    private static readonly string[] s_localFormats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];
    private static readonly string[] s_instantFormats = [.. s_localFormats.Select(format => format + "K")];

    /// <summary>Reads <c>2026-11-22</c> as that day in UTC, or <c>2026-11-22T09:30:00Z</c> (any offset; none means UTC).</summary>
    /// <param name="text">The text.</param>
    /// <param name="range">The day or the instant.</param>
    /// <returns>Whether the text is such a date.</returns>
    public static bool TryParse(string text, out InstantRange range) => TryParse(text, TimeZoneInfo.Utc, out range);

    /// <summary>Reads <c>2026-11-22</c> as that day in a zone, or <c>2026-11-22T09:30:00Z</c> (any offset; none means the zone's).</summary>
    /// <param name="text">The text.</param>
    /// <param name="zone">The zone.</param>
    /// <param name="range">The day, of 23 to 25 hours where clocks are changed, or the instant.</param>
    /// <returns>Whether the text is such a date.</returns>
    public static bool TryParse(string text, TimeZoneInfo zone, out InstantRange range)
    {
        ArgumentNullException.ThrowIfNull(zone);
        if (TryParseDay(text, out var day))
        {
            var first = Start(day, zone);
            range = new InstantRange(first, (day == DateOnly.MaxValue ? first + UtcMicroseconds.PerDay : Start(day.AddDays(1), zone)) - 1);
            return true;
        }

        var isLocal = TryParseLocal(text, out var local);
        var instant = default(DateTimeOffset);
        var reads = isLocal || DateTimeOffset.TryParseExact(text, s_instantFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant);
        var at = isLocal ? At(local, zone) : reads ? UtcMicroseconds.From(instant) : 0;
        range = new InstantRange(at, at);
        return reads;
    }

    /// <summary>Says whether a text is a date that means something else in another zone.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Whether it is a date without an offset.</returns>
    internal static bool IsLocal(string text) => TryParseDay(text, out _) || TryParseLocal(text, out _);

    /// <summary>Reads a date without a time.</summary>
    /// <param name="text">The text.</param>
    /// <param name="day">The day.</param>
    /// <returns>Whether the text is such a date.</returns>
    internal static bool TryParseDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static bool TryParseLocal(string text, out DateTime local) =>
        DateTime.TryParseExact(text, s_localFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out local);

    private static long Start(DateOnly day, TimeZoneInfo zone) => At(day.ToDateTime(TimeOnly.MinValue), zone);

    // Where clocks are put back, an hour comes twice: the first of them begins the day. Counted in numbers, so that no zone leads out of the calendar.
    private static long At(DateTime local, TimeZoneInfo zone)
    {
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return UtcMicroseconds.From(new DateTimeOffset(local.Ticks, TimeSpan.Zero)) - (offset.Ticks / TimeSpan.TicksPerMicrosecond);
    }
}
