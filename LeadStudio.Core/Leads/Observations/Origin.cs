using System.Globalization;

namespace LeadStudio.Core.Leads.Observations;

/// <summary>Says in words where a value comes from.</summary>
public static class Origin
{
    /// <summary>Names an observation's source: "Local user, by hand", "Local user, for 37 leads at once", "leads.csv, line 12".</summary>
    /// <param name="observation">The observation; null for what LeadStudio sets by itself.</param>
    /// <returns>The words.</returns>
    public static string Of(Observation? observation) => observation switch
    {
        null => "LeadStudio",
        { ActLeads: > 1 } => string.Create(CultureInfo.InvariantCulture, $"{observation.SourceName}, for {observation.ActLeads:N0} leads at once"),
        { Kind: ObservationKind.Edit } => $"{observation.SourceName}, by hand{(observation.IsLocked ? ", locked" : "")}",
        { Kind: ObservationKind.Unlock } => $"{observation.SourceName}, by hand",
        { Kind: ObservationKind.Api } => $"{observation.SourceName}, by the API",
        { Line: > 0 } => string.Create(CultureInfo.InvariantCulture, $"{observation.SourceName}, line {observation.Line}"),
        _ => observation.SourceName,
    };

    /// <summary>Gives the instant at which an observation was true, as far as it is known; else when LeadStudio learned it.</summary>
    /// <param name="observation">The observation.</param>
    /// <returns>The instant, in UTC microseconds.</returns>
    public static long At(Observation observation)
    {
        ArgumentNullException.ThrowIfNull(observation);
        return observation.TrueAt ?? observation.LearnedAt;
    }
}
