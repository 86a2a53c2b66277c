namespace LeadStudio.Core.Leads.Import.Values;

/// <summary>Reads dates and instants as exports write them. A date without a time is its midnight in UTC, whatever the zone.</summary>
public static class InstantParser
{
    /// <summary>Reads a date or instant.</summary>
    /// <param name="text">For example 2018-02-26T19:58:54+01:00, 26.02.2018 19:58, 02/26/2018 7:58 PM, 16 Apr, 2021 00:02:00.</param>
    /// <param name="order">How to read a date of three numbers that does not begin with the year.</param>
    /// <param name="utcMicroseconds">Microseconds since 1970 in UTC.</param>
    /// <returns>Whether the text is a date or instant and nothing else.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, DateOrder order, out long utcMicroseconds) =>
        TryParse(text, order, zone: null, out utcMicroseconds, out _);

    /// <summary>Reads a date or instant.</summary>
    /// <param name="text">For example 2018-02-26T19:58:54+01:00, 26.02.2018 19:58 CET, 16 Apr, 2021 00:02:00.</param>
    /// <param name="order">How to read a date of three numbers that does not begin with the year.</param>
    /// <param name="zone">The zone of a time that names none; null for UTC.</param>
    /// <param name="utcMicroseconds">Microseconds since 1970 in UTC.</param>
    /// <returns>Whether the text is a date or instant and nothing else.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, DateOrder order, TimeZoneInfo? zone, out long utcMicroseconds) =>
        TryParse(text, order, zone, out utcMicroseconds, out _);

    /// <summary>Reads the seconds or milliseconds since 1970. Ask for it only where the header says so: any number would do.</summary>
    /// <param name="text">9 or 10 digits (seconds) or 12 or 13 (milliseconds).</param>
    /// <param name="utcMicroseconds">Microseconds since 1970 in UTC.</param>
    /// <returns>Whether the text is such a number.</returns>
    public static bool TryParseEpoch(ReadOnlySpan<char> text, out long utcMicroseconds)
    {
        text = text.Trim();
        utcMicroseconds = 0;
        if (text.ContainsAnyExceptInRange('0', '9') || !long.TryParse(text, out var number))
        {
            return false;
        }

        var unit = text.Length switch
        {
            9 or 10 => 1_000_000,
            12 or 13 => 1_000,
            _ => 0,
        };
        utcMicroseconds = number * unit;
        return unit > 0;
    }

    /// <summary>Reads a date and says which order it proves.</summary>
    internal static bool TryParse(ReadOnlySpan<char> text, DateOrder order, TimeZoneInfo? zone, out long utcMicroseconds, out DateOrderEvidence evidence)
    {
        (utcMicroseconds, evidence) = (0, DateOrderEvidence.NotNeeded);
        text = text.Trim();
        if (TryParseIso(text, out utcMicroseconds))
        {
            utcMicroseconds -= zone is null || text[^1] == 'Z' ? 0 : OffsetOf(zone, utcMicroseconds * TimeSpan.TicksPerMicrosecond).Ticks / TimeSpan.TicksPerMicrosecond;
            return true;
        }

        var scanner = new DateScanner(text);
        if (text.Length > 64 || !scanner.TryReadDate(order, out var day, out evidence) || !scanner.TryReadTime(out var time) || !scanner.TryReadZone(out var offset) || !scanner.IsAtEnd)
        {
            return false;
        }

        var ticks = day.ToDateTime(TimeOnly.MinValue).Ticks - DateTime.UnixEpoch.Ticks + (time?.Ticks ?? 0);
        ticks -= (offset ?? (zone is null || time is null ? TimeSpan.Zero : OffsetOf(zone, ticks))).Ticks;
        utcMicroseconds = Math.DivRem(ticks, TimeSpan.TicksPerMicrosecond, out var rest) - (rest < 0 ? 1 : 0);
        return true;
    }

    // Of a wall clock that shows these ticks since 1970. An hour that is skipped in spring is read as before the skip, one that comes twice as the later one.
    private static TimeSpan OffsetOf(TimeZoneInfo zone, long ticks) => zone.GetUtcOffset(new DateTime(DateTime.UnixEpoch.Ticks + ticks, DateTimeKind.Unspecified));

    // 2018-02-26T19:58:54, with a space or a Z: what most exports have, without the cost of reading part by part.
    private static bool TryParseIso(ReadOnlySpan<char> text, out long utcMicroseconds)
    {
        utcMicroseconds = 0;
        if (text.Length is not (19 or 20) || text[4] != '-' || text[7] != '-' || text[10] is not ('T' or ' ') || text[13] != ':' || text[16] != ':'
            || (text.Length == 20 && text[19] != 'Z'))
        {
            return false;
        }

        var (year, month, day) = ((Two(text, 0) * 100) + Two(text, 2), Two(text, 5), Two(text, 8));
        var (hour, minute, second) = (Two(text, 11), Two(text, 14), Two(text, 17));
        if (year is < DateScanner.FirstYear or > DateScanner.LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59)
        {
            return false;
        }

        var days = (new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerDay;
        utcMicroseconds = ((((((days * 24) + hour) * 60) + minute) * 60) + second) * 1_000_000;
        return true;
    }

    // Two digits as a number; far below zero where they are none.
    private static int Two(ReadOnlySpan<char> text, int at) => char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1])
        ? ((text[at] - '0') * 10) + text[at + 1] - '0'
        : -1_000;
}
