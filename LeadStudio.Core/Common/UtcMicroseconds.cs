namespace LeadStudio.Core.Common;

/// <summary>Instants as both databases store them: whole microseconds since 1970-01-01T00:00:00Z.</summary>
/// <remarks>SQLite orders no <see cref="DateTimeOffset"/>; an integer sorts alike everywhere and, up to the year 2255, fits a double exactly.</remarks>
public static class UtcMicroseconds
{
    /// <summary>The microseconds in one day.</summary>
    public const long PerDay = 86_400_000_000;

    /// <summary>Counts the microseconds from 1970 to <paramref name="instant"/>; what is finer is cut off.</summary>
    /// <param name="instant">The instant, in any offset.</param>
    /// <returns>Microseconds; negative before 1970.</returns>
    public static long From(DateTimeOffset instant) =>
        Math.DivRem(instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks, TimeSpan.TicksPerMicrosecond, out var rest) - (rest < 0 ? 1 : 0);

    /// <summary>Gives the instant back.</summary>
    /// <param name="microseconds">Microseconds since 1970.</param>
    /// <returns>The instant, in UTC.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The instant is before the year 1 or after 9999.</exception>
    public static DateTimeOffset ToInstant(long microseconds)
    {
        var earliest = (DateTimeOffset.MinValue.Ticks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
        var latest = (DateTimeOffset.MaxValue.Ticks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
        ArgumentOutOfRangeException.ThrowIfLessThan(microseconds, earliest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(microseconds, latest);
        return DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
    }
}
