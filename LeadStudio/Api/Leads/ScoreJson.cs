using LeadStudio.Core.Leads.Standings;
using LeadStudio.Core.Scoring;

namespace LeadStudio.Api.Leads;

/// <summary>Why a lead has its score.</summary>
/// <param name="Score">The score in points.</param>
/// <param name="Band">The band, A1 to C3.</param>
/// <param name="Version">The version of the scorecard.</param>
/// <param name="At">For which instant.</param>
/// <param name="Parts">The points of each group.</param>
/// <param name="Ledger">What gave points; they add up to the score.</param>
internal sealed record ScoreJson(int Score, string Band, long Version, DateTime At, IReadOnlyList<ScorePartJson> Parts, IReadOnlyList<LedgerJson> Ledger)
{
    public static ScoreJson Of(ScoreExplanation explained) => new(
        explained.Score,
        explained.Band.ToString(),
        explained.Version,
        ValueJson.Instant(explained.AsOf),
        [.. explained.Parts.Select(part => new ScorePartJson(part.Group, PlainText.Of(part.Axis), part.Points, part.Cap))],
        [
            .. explained.Entries.Select(entry => new LedgerJson(
                entry.Rule,
                entry.Group,
                entry.Points,
                entry.Text,
                [.. entry.Evidence.Select(found => new EvidenceJson(found.Field, found.Value, found.Source, found.ObservedAt?.UtcDateTime))])),
        ]);
}

/// <summary>The points of a group.</summary>
/// <param name="Group">The group's name.</param>
/// <param name="Axis">What it tells about a lead.</param>
/// <param name="Points">Its points.</param>
/// <param name="Cap">The most that it can give.</param>
internal sealed record ScorePartJson(string Group, string Axis, int Points, int Cap);

/// <summary>What gave points.</summary>
/// <param name="Rule">The rule's name; null where the group's cap or zero made the entry.</param>
/// <param name="Group">The group's name.</param>
/// <param name="Points">Whole points, also negative.</param>
/// <param name="Text">What was found.</param>
/// <param name="Evidence">The values that decided.</param>
internal sealed record LedgerJson(string? Rule, string Group, int Points, string Text, IReadOnlyList<EvidenceJson> Evidence);

/// <summary>A value that decided a rule.</summary>
/// <param name="Field">The field's key.</param>
/// <param name="Value">The value as people read it; null where it is missing.</param>
/// <param name="Source">Who said so; null where nobody did.</param>
/// <param name="ObservedAt">Since when it was known.</param>
internal sealed record EvidenceJson(string Field, string? Value, string? Source, DateTime? ObservedAt);

/// <summary>A score that a lead had.</summary>
/// <param name="At">Since when.</param>
/// <param name="Score">The score in points.</param>
/// <param name="Band">The band.</param>
/// <param name="Version">The version of the scorecard.</param>
internal sealed record HistoryJson(DateTime At, long Score, string Band, long Version)
{
    public static HistoryJson Of(ScoreHistoryEntry entry) =>
        new(ValueJson.Instant(entry.At), entry.Score, Core.Leads.Standings.Band.FromCode(entry.BandCode).ToString(), entry.Version);
}
