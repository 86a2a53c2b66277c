namespace LeadStudio.Components.Time;

/// <summary>Names time zones for people: "Europe/Berlin, UTC+1".</summary>
public static class ZoneNames
{
    /// <summary>Gets the zones that the server knows, each under one name, from west to east.</summary>
    public static IReadOnlyList<TimeZoneInfo> All { get; } =
        [.. TimeZoneInfo.GetSystemTimeZones().Where(zone => zone.Id.Contains('/', StringComparison.Ordinal) || zone.Id == "UTC").OrderBy(zone => zone.BaseUtcOffset).ThenBy(zone => zone.Id, StringComparer.Ordinal)];

    /// <summary>Gives the name of a zone with its standard distance from UTC.</summary>
    /// <param name="zone">The zone.</param>
    public static string Of(TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var offset = zone.BaseUtcOffset;
        var sign = offset < TimeSpan.Zero ? "−" : "+";
        var minutes = offset.Minutes == 0 ? "" : $":{Math.Abs(offset.Minutes):00}";
        return offset == TimeSpan.Zero ? $"{zone.Id.Replace('_', ' ')}" : $"{zone.Id.Replace('_', ' ')}, UTC{sign}{Math.Abs(offset.Hours)}{minutes}";
    }
}
