using LeadStudio.Core.Leads.Standings;

namespace LeadStudio.Core.Leads.Journal;

/// <summary>A change of a lead's score or band.</summary>
/// <param name="LeadId">The lead.</param>
/// <param name="Before">The score before, in points; null for the first one.</param>
/// <param name="After">The score since, in points.</param>
/// <param name="Band">The band since.</param>
public readonly record struct ScoreStep(long LeadId, int? Before, int After, Band Band)
{
    /// <summary>Tells whether the score came to a threshold or above it, or fell below it. A first score comes from 0.</summary>
    /// <param name="threshold">The threshold, in points.</param>
    /// <returns>Whether it crossed it.</returns>
    public bool Crosses(int threshold) => (Before ?? 0) >= threshold != After >= threshold;
}
