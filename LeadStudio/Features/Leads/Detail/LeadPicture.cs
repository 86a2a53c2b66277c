using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Notes;
using LeadStudio.Core.Leads.Past;
using LeadStudio.Core.Leads.Standings;
using LeadStudio.Core.Scoring;

namespace LeadStudio.Features.Leads.Detail;

/// <summary>All that the page of a lead shows, as of one moment.</summary>
/// <param name="Lead">The lead.</param>
/// <param name="Score">Why it has its score.</param>
/// <param name="History">The scores it had, oldest first.</param>
/// <param name="Feedback">What people said of its scores, newest first.</param>
public sealed record LeadPicture(
    LeadDetails Lead, ScoreExplanation Score, IReadOnlyList<ScoreHistoryEntry> History, IReadOnlyList<ScoreFeedback> Feedback)
{
    /// <summary>Gets what people wrote about it, newest first.</summary>
    public IReadOnlyList<LeadNote> Notes { get; init; } = [];

    /// <summary>Gets its merges, and what was taken back.</summary>
    public LeadPast Past { get; init; } = LeadPast.None;
}
