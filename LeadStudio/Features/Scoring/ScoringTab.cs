namespace LeadStudio.Features.Scoring;

/// <summary>The views of the scoring page.</summary>
internal enum ScoringTab
{
    Published,
    Edit,
    Versions,
}
