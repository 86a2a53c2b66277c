using System.Globalization;
using System.Runtime.InteropServices;
using LeadStudio.Core.Common;

namespace LeadStudio.Core.Conditions;

/// <summary>What a date in a condition stands for: one instant, or the whole UTC day where no time is written.</summary>
/// <param name="First">The first instant, in UTC microseconds.</param>
/// <param name="Last">The last instant, in UTC microseconds; included.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct InstantRange(long First, long Last)
{
    private static readonly string[] s_instantFormats =
        ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Reads <c>2026-11-22</c> or <c>2026-11-22T09:30:00Z</c> (any offset; none means UTC).</summary>
    /// <param name="text">The text.</param>
    /// <param name="range">The day or the instant.</param>
    /// <returns>Whether the text is such a date.</returns>
    public static bool TryParse(string text, out InstantRange range)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            var first = UtcMicroseconds.From(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero));
            range = new InstantRange(first, first + UtcMicroseconds.PerDay - 1);
            return true;
        }

        var read = DateTimeOffset.TryParseExact(
            text, s_instantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant);
        var at = read ? UtcMicroseconds.From(instant) : 0;
        range = new InstantRange(at, at);
        return read;
    }
}
