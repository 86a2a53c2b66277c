using LeadStudio.Core.Common;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Standings;
using LeadStudio.Core.Scoring.Engine;
using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Core.Scoring;

/// <summary>Explains scores point by point.</summary>
public interface IScoreExplainer
{
    /// <summary>Explains the score that a lead has by the published scorecard.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The explanation; its points add up to the score.</returns>
    ValueTask<ScoreExplanation> ExplainAsync(LeadDetails lead, CancellationToken cancellationToken = default);
}

/// <summary>Why a lead has its score.</summary>
/// <param name="Score">The score, in points.</param>
/// <param name="Band">The band.</param>
/// <param name="Version">The version of the scorecard.</param>
/// <param name="AsOf">For which instant, in UTC microseconds.</param>
/// <param name="Parts">The points of each group.</param>
/// <param name="Entries">The ledger: its points add up to the score.</param>
/// <param name="Missed">What would lift the score: rules with points that do not hold, best first.</param>
public sealed record ScoreExplanation(
    int Score,
    Band Band,
    long Version,
    long AsOf,
    IReadOnlyList<ScorePart> Parts,
    IReadOnlyList<LedgerEntry> Entries,
    IReadOnlyList<ScoreReason> Missed);

/// <summary>The points of one group.</summary>
/// <param name="Group">The group's name.</param>
/// <param name="Axis">What it tells about a lead.</param>
/// <param name="Points">Its points, 0 to <paramref name="Cap"/>.</param>
/// <param name="Cap">The most that it can give.</param>
public sealed record ScorePart(string Group, Axis Axis, int Points, int Cap);

internal sealed class ScoreExplainer(LiveScorecards scorecards, TimeProvider time) : IScoreExplainer
{
    public async ValueTask<ScoreExplanation> ExplainAsync(LeadDetails lead, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lead);
        var live = await scorecards.GetAsync(cancellationToken);
        var facts = new LeadFacts(live.Source.Facts);
        live.Source.Fill(facts, lead.Profile);

        // As of the stored score, so that both agree; where time has moved it since, the worker is about to store it anew.
        var now = UtcMicroseconds.From(time.GetUtcNow());
        var asOf = lead.Standing is { } standing && standing.Version == live.Published.Version && !(standing.NextChangeAt <= now) ? standing.ScoredAt : now;
        var score = live.Compiled.Score(facts, asOf);
        var card = live.Published.Card;
        return new(
            score.Score,
            score.Band,
            live.Published.Version,
            asOf,
            [.. card.Groups.Select((group, index) => new ScorePart(group.Name, group.Axis, score.Parts[index], group.Cap))],
            live.Ledger.Explain(facts, asOf, new LeadEvidence(lead, live.Source, facts)),
            [
                .. card.Rules()
                    .Where((rule, index) => rule.Rule.Points > 0 && !score.Mask[index] && score.Parts[rule.Group] < card.Groups[rule.Group].Cap)
                    .OrderByDescending(rule => rule.Rule.Points)
                    .Select(rule => new ScoreReason(rule.Rule.Name, rule.Rule.Points)),
            ]);
    }

    private sealed class LeadEvidence(LeadDetails lead, LeadFactSource source, LeadFacts facts) : IEvidenceSource
    {
        public Evidence Find(string field)
        {
            if (lead.Catalog.Find(field) is not { } known)
            {
                return new(field, source.DerivedText(facts, field), null, null);
            }

            var value = lead[field];
            var origin = lead.OriginOf(known);
            return new(
                field,
                value.IsEmpty ? null : lead.Catalog.Display(known, value),
                origin is null ? null : Origin.Of(origin),
                origin is null ? null : UtcMicroseconds.ToInstant(Origin.At(origin)));
        }
    }
}
