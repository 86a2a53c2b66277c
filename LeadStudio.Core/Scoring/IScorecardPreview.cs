using LeadStudio.Core.Common;
using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Core.Scoring;

/// <summary>Tries scorecards on all open leads without storing anything.</summary>
public interface IScorecardPreview
{
    /// <summary>Compares the scores that a draft would give with those of the published scorecard, both as of now.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The comparison, or <see cref="ScorecardHasErrors"/>.</returns>
    Task<Result<ScorecardPreview>> PreviewAsync(Scorecard draft, CancellationToken cancellationToken = default);

    /// <summary>Counts for how many open leads each rule holds now.</summary>
    /// <param name="card">The scorecard.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The counts, or <see cref="ScorecardHasErrors"/>.</returns>
    Task<Result<RuleCounts>> CountAsync(Scorecard card, CancellationToken cancellationToken = default);
}

/// <summary>What publishing a draft would do.</summary>
/// <param name="Leads">How many open leads there are.</param>
/// <param name="Bins">The scores before and after, in bins of 5 points; the last also holds 100.</param>
/// <param name="Changed">How many leads get another score.</param>
/// <param name="BandChanged">How many leads change their band.</param>
/// <param name="Risen">How many leads cross <see cref="HotScore"/> upward.</param>
/// <param name="Fallen">How many leads cross it downward.</param>
/// <param name="Movers">The leads whose score changes most, biggest change first; ten at most.</param>
public sealed record ScorecardPreview(
    int Leads, IReadOnlyList<ScoreBin> Bins, int Changed, int BandChanged, int Risen, int Fallen, IReadOnlyList<ScoreMover> Movers)
{
    /// <summary>From how many points on a lead counts as hot.</summary>
    public const int HotScore = 70;
}

/// <summary>How many leads have a score within a range.</summary>
/// <param name="From">The least score.</param>
/// <param name="To">The greatest score.</param>
/// <param name="Before">By the published scorecard.</param>
/// <param name="After">By the draft.</param>
public sealed record ScoreBin(int From, int To, int Before, int After);

/// <summary>A lead whose score changes much.</summary>
/// <param name="LeadId">The lead.</param>
/// <param name="Name">What to call it.</param>
/// <param name="Before">Its score by the published scorecard.</param>
/// <param name="After">Its score by the draft.</param>
public sealed record ScoreMover(long LeadId, string Name, int Before, int After);

/// <summary>For how many leads each rule holds.</summary>
/// <param name="Leads">How many open leads there are.</param>
/// <param name="ByRule">The count by the rule's key.</param>
public sealed record RuleCounts(int Leads, IReadOnlyDictionary<string, int> ByRule);
