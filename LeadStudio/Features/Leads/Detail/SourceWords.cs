using System.Globalization;
using LeadStudio.Core.Leads.Observations;

namespace LeadStudio.Features.Leads.Detail;

/// <summary>Says where a value is from.</summary>
public static class SourceWords
{
    /// <summary>Names the source of an observation: "Local user, by hand", "Imported files, import 3, line 12".</summary>
    /// <param name="observation">The observation; null for what LeadStudio sets by itself.</param>
    /// <returns>The words.</returns>
    public static string Of(Observation? observation) => observation switch
    {
        null => "LeadStudio",
        { Kind: ObservationKind.Edit } => $"{observation.SourceName}, by hand{(observation.IsLocked ? ", locked" : "")}",
        { Kind: ObservationKind.Api } => $"{observation.SourceName}, by the API",
        { ImportId: { } import } => string.Create(CultureInfo.InvariantCulture, $"{observation.SourceName}, import {import}{(observation.Line is { } line and > 0 ? $", line {line}" : "")}"),
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
