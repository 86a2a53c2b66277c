namespace LeadStudio.Core.Scoring;

/// <summary>A scorecard was published. Published after the commit.</summary>
/// <param name="Version">The version.</param>
public sealed record ScorecardPublished(long Version);

/// <summary>Leads are being scored again in the background.</summary>
/// <param name="Done">How many ids are done.</param>
/// <param name="Total">How many there are; equal to <paramref name="Done"/> at the end.</param>
public sealed record RescoreProgressed(long Done, long Total);
