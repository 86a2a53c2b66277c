using System.Globalization;
using LeadStudio.Core.Leads.Observations;

namespace LeadStudio.Features.Leads.Detail;

/// <summary>Says where values are from.</summary>
/// <param name="files">The names of imported files, by import.</param>
public sealed class SourceNames(IReadOnlyDictionary<long, string> files)
{
    /// <summary>Names the source of an observation: "Local user, by hand", "leads.csv, line 12".</summary>
    /// <param name="observation">The observation; null for what LeadStudio sets by itself.</param>
    /// <returns>The words.</returns>
    public string Of(Observation? observation) => observation switch
    {
        null => "LeadStudio",
        { Kind: ObservationKind.Edit } => $"{observation.SourceName}, by hand{(observation.IsLocked ? ", locked" : "")}",
        { Kind: ObservationKind.Api } => $"{observation.SourceName}, by the API",
        { ImportId: { } import } => $"{files.GetValueOrDefault(import, observation.SourceName)}{LineOf(observation)}",
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

    private static string LineOf(Observation observation) =>
        observation.Line is { } line and > 0 ? string.Create(CultureInfo.InvariantCulture, $", line {line}") : "";
}
