using System.Text.Json;
using System.Text.Json.Serialization;
using LeadStudio.Core.Scoring;
using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Api.Scorecards;

/// <summary>A published scorecard in the list of all.</summary>
/// <param name="Version">1 and up.</param>
/// <param name="IsPublished">Whether leads are scored by it now.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="By">Who published it.</param>
/// <param name="Note">What was said about it.</param>
internal sealed record ScorecardVersionJson(long Version, bool IsPublished, DateTime PublishedAt, string By, string? Note)
{
    public static ScorecardVersionJson Of(PublishedScorecard card, long current) =>
        new(card.Version, card.Version == current, ValueJson.Instant(card.PublishedAt), card.By, card.Note);
}

/// <summary>A published scorecard.</summary>
/// <param name="Version">1 and up.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="By">Who published it.</param>
/// <param name="Note">What was said about it.</param>
/// <param name="Card">Groups, rules and bands.</param>
internal sealed record PublishedScorecardJson(long Version, DateTime PublishedAt, string By, string? Note, JsonElement Card)
{
    public static PublishedScorecardJson Of(PublishedScorecard card) => new(card.Version, ValueJson.Instant(card.PublishedAt), card.By, card.Note, CardJson.Of(card.Card));
}

/// <summary>The scorecard that is being worked on.</summary>
/// <param name="BasedOn">The published version that it started from.</param>
/// <param name="Revision">How often it was saved; 0 where it is still the published one.</param>
/// <param name="UpdatedAt">When it was saved; null where it is still the published one.</param>
/// <param name="By">Who saved it; null where it is still the published one.</param>
/// <param name="Problems">What would have to be mended before it is published.</param>
/// <param name="Card">Groups, rules and bands.</param>
internal sealed record DraftScorecardJson(long BasedOn, long Revision, DateTime? UpdatedAt, string? By, IReadOnlyList<ScorecardProblemJson> Problems, JsonElement Card);

/// <summary>What is wrong with one part of a scorecard.</summary>
/// <param name="Path">The part, as in <c>groups[0].rules[2].when.any[1].value</c>.</param>
/// <param name="Message">What is wrong, and what to do.</param>
internal sealed record ScorecardProblemJson(string Path, string Message);

/// <summary>What to remember about a version.</summary>
/// <param name="Note">The words; null for none.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PublishForm(string? Note = null);

/// <summary>What publishing the draft would do to the open leads.</summary>
/// <param name="Leads">How many open leads there are.</param>
/// <param name="Changed">How many get another score.</param>
/// <param name="BandChanged">How many change their band.</param>
/// <param name="Risen">How many become hot: 70 points or more.</param>
/// <param name="Fallen">How many are hot no longer.</param>
/// <param name="Bins">The scores before and after, in bins of 5 points.</param>
/// <param name="Movers">The leads whose score changes most.</param>
internal sealed record PreviewJson(int Leads, int Changed, int BandChanged, int Risen, int Fallen, IReadOnlyList<ScoreBin> Bins, IReadOnlyList<MoverJson> Movers)
{
    public static PreviewJson Of(ScorecardPreview preview) => new(
        preview.Leads,
        preview.Changed,
        preview.BandChanged,
        preview.Risen,
        preview.Fallen,
        preview.Bins,
        [.. preview.Movers.Select(mover => new MoverJson(PlainText.Of(mover.LeadId), mover.Name, mover.Before, mover.After))]);
}

/// <summary>A lead whose score changes much.</summary>
/// <param name="LeadId">The lead.</param>
/// <param name="Name">What to call it.</param>
/// <param name="Before">Its score now, in points.</param>
/// <param name="After">Its score by the draft, in points.</param>
internal sealed record MoverJson(string LeadId, string Name, int Before, int After);

/// <summary>Gives scorecards as JSON.</summary>
internal static class CardJson
{
    public static JsonElement Of(Scorecard card)
    {
        using var document = JsonDocument.Parse(ScorecardJson.Print(card));
        return document.RootElement.Clone();
    }
}
