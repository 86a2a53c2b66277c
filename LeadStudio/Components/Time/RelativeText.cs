using System.Globalization;

namespace LeadStudio.Components.Time;

/// <summary>Says how long ago or how far ahead an instant is, in few letters.</summary>
public static class RelativeText
{
    /// <summary>Describes an instant: "just now", "2 min ago", "in 3 h", "5 days ago"; beyond 30 days, the date.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="now">The present, in the zone in which a date is to be read.</param>
    /// <returns>The text.</returns>
    public static string For(DateTimeOffset instant, DateTimeOffset now)
    {
        var distance = (now - instant).Duration();
        var amount = distance switch
        {
            { TotalSeconds: < 60 } => null,
            { TotalMinutes: < 60 } => $"{(int)distance.TotalMinutes} min",
            { TotalHours: < 24 } => $"{(int)distance.TotalHours} h",
            { TotalDays: < 2 } => "1 day",
            { TotalDays: < 31 } => $"{(int)distance.TotalDays} days",
            _ => "",
        };
        return amount switch
        {
            null => "just now",
            "" => instant.ToOffset(now.Offset).ToString("d MMM yyyy", CultureInfo.InvariantCulture),
            _ => instant > now ? $"in {amount}" : $"{amount} ago",
        };
    }
}
