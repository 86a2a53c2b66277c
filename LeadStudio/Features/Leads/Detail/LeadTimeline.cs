using System.Globalization;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Notes;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Standings;
using LeadStudio.Core.Scoring;

namespace LeadStudio.Features.Leads.Detail;

/// <summary>Tells the story of a lead, newest first.</summary>
public static class LeadTimeline
{
    private const int ValuesInSentence = 2;

    /// <summary>Lists what happened.</summary>
    /// <param name="picture">The lead.</param>
    /// <returns>The events, newest first.</returns>
    public static IReadOnlyList<TimelineItem> Of(LeadPicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return
        [
            .. picture.Lead.Observations.Select(observation => OfObservation(picture.Lead, observation))
                .Concat(picture.History.Select((entry, index) => OfScore(entry, index > 0 ? picture.History[index - 1] : null)))
                .Concat(picture.Feedback.Select(OfFeedback))
                .Concat(picture.Notes.Select(OfNote))
                .Concat(picture.Past.Withdrawn.Select(withdrawn => OfObservation(picture.Lead, withdrawn.Said) with { TakenBack = PastWords.TakenBack(withdrawn) }))
                .Concat(picture.Past.Merges.SelectMany(PastWords.OfMerge))
                .OrderByDescending(item => item.At),
        ];
    }

    private static TimelineItem OfObservation(LeadDetails lead, Observation observation)
    {
        var source = Origin.Of(observation);
        var values = observation.Values
            .Select(item => (Field: lead.Catalog.Find(item.Key), item.Value))
            .Where(item => item.Field is not null)
            .OrderBy(item => item.Field!.Position)
            .Select(item => (Field: item.Field!, Text: item.Value.IsEmpty ? "empty" : lead.Catalog.Display(item.Field!, item.Value)))
            .ToList();
        var key = string.Create(CultureInfo.InvariantCulture, $"o{observation.Sequence}");
        if (observation.Kind == ObservationKind.Unlock)
        {
            return new TimelineItem(key, TimelineKind.Change, observation.LearnedAt, $"{string.Join(", ", values.Select(item => item.Field.Label))} unlocked ({source})", []);
        }

        if (observation.Kind == ObservationKind.Edit && values.FirstOrDefault(item => item.Field.Key == StandardFields.Outcome) is { Field: not null } outcome)
        {
            return new TimelineItem(key, TimelineKind.Outcome, observation.LearnedAt, OutcomeText(lead, observation, outcome.Text, source), []);
        }

        var details = values.Select(item => $"{item.Field.Label}: {item.Text}").ToList();
        return values.Count <= ValuesInSentence
            ? new TimelineItem(key, TimelineKind.Change, observation.LearnedAt, $"{string.Join(", ", values.Select(item => $"{item.Field.Label} became {item.Text}"))} ({source})", [])
            : new TimelineItem(key, TimelineKind.Change, observation.LearnedAt, string.Create(CultureInfo.InvariantCulture, $"{values.Count} values from {source}"), details);
    }

    private static string OutcomeText(LeadDetails lead, Observation observation, string outcome, string source)
    {
        if (outcome == "empty")
        {
            return $"Reopened ({source})";
        }

        var worth = observation.Values.GetValueOrDefault(lead.Catalog[StandardFields.OutcomeValue].Id, FieldValue.Empty);
        return string.Create(CultureInfo.InvariantCulture, $"{outcome}{(worth.IsEmpty ? "" : $", worth {worth.Number:#,0.##}")} ({source})");
    }

    private static TimelineItem OfScore(ScoreHistoryEntry entry, ScoreHistoryEntry? before)
    {
        var band = Band.FromCode(entry.BandCode);
        var text = before is null
            ? $"First score {entry.Score}, band {band}"
            : $"Score {before.Score} → {entry.Score}" + (before.BandCode == entry.BandCode ? "" : $", band {Band.FromCode(before.BandCode)} → {band}");
        return new TimelineItem(string.Create(CultureInfo.InvariantCulture, $"s{entry.At}"), TimelineKind.Score, entry.At, text, []);
    }

    private static TimelineItem OfFeedback(ScoreFeedback feedback) => new(
        string.Create(CultureInfo.InvariantCulture, $"f{feedback.Id}"),
        TimelineKind.Feedback,
        feedback.At,
        $"{feedback.By}: a score of {feedback.Score} is {(feedback.Direction == FeedbackDirection.TooHigh ? "too high" : "too low")}",
        feedback.Reason.Length > 0 ? [feedback.Reason] : []);

    private static TimelineItem OfNote(LeadNote note) => new(
        string.Create(CultureInfo.InvariantCulture, $"n{note.Id}"),
        TimelineKind.Note,
        note.At,
        note.EditedBy is null ? note.By : $"{note.By}, changed by {note.EditedBy}",
        [])
    {
        Note = note,
    };
}
