using System.Globalization;
using LeadStudio.Core.Leads.Import;

namespace LeadStudio.Features.Import;

/// <summary>Says how long an import took.</summary>
internal static class ImportDuration
{
    /// <summary>Says it in seconds or minutes.</summary>
    /// <param name="job">The import.</param>
    /// <returns>The words; empty where it did not end.</returns>
    public static string Of(ImportJob job) => job is { StartedAt: { } from, FinishedAt: { } to }
        ? (to - from) / 1e6 is var seconds && seconds < 90
            ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s")
            : string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0.0} min")
        : "";
}
