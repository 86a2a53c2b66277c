using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Standings;
using LeadStudio.Core.Scoring;
using LeadStudio.Features.Leads.Detail;

namespace LeadStudio.Tests.Features.Leads;

public sealed class LeadTimelineTests
{
    private static readonly FieldCatalog s_catalog = new(1, StandardFields.All, StandardFields.Options);

    [Fact]
    public void Of_ImportEditOutcomeScoreAndFeedback_TellsThemNewestFirst()
    {
        var items = LeadTimeline.Of(Picture(
            Said(1, at: 10, ObservationKind.Import, ("firstName", FieldValue.Of("Ann")), ("lastName", FieldValue.Of("Lee")), ("title", FieldValue.Of("CEO"))),
            Said(2, at: 30, ObservationKind.Edit, ("title", FieldValue.Of("VP"))),
            Said(3, at: 50, ObservationKind.Edit, ("outcome", FieldValue.Of(StandardFields.Won)), ("outcomeValue", FieldValue.Of(12000)))));

        Assert.Equal(
            [
                "Ada: a score of 52 is too low",
                "Won, worth 12,000 (Ada, by hand)",
                "Score 40 → 52, band B2 → A2",
                "Job title became VP (Ada, by hand)",
                "First score 40, band B2",
                "3 values from crm.csv, line 7",
            ],
            items.Select(item => item.Text));
        Assert.Equal(["First name: Ann", "Last name: Lee", "Job title: CEO"], items[^1].Details);
    }

    [Fact]
    public void Of_UnlockedAndReopened_NamesBoth()
    {
        var items = LeadTimeline.Of(Picture(
            Said(1, at: 110, ObservationKind.Unlock, ("owner", FieldValue.Empty)),
            Said(2, at: 120, ObservationKind.Edit, ("outcome", FieldValue.Empty), ("outcomeAt", FieldValue.Empty), ("outcomeValue", FieldValue.Empty))));

        Assert.Equal(["Reopened (Ada, by hand)", "Owner unlocked (Ada, by hand)"], items.Take(2).Select(item => item.Text));
    }

    private static Observation Said(long sequence, long at, ObservationKind kind, params (string Key, FieldValue Value)[] values) => new()
    {
        Sequence = sequence,
        Kind = kind,
        SourceName = kind == ObservationKind.Import ? "crm.csv" : "Ada",
        ImportId = kind == ObservationKind.Import ? 3 : null,
        Line = kind == ObservationKind.Import ? 7 : null,
        LearnedAt = at,
        Values = values.ToDictionary(item => s_catalog[item.Key].Id, item => item.Value),
    };

    private static LeadPicture Picture(params Observation[] observations) => new(
        new LeadDetails(1, null, s_catalog, new Dictionary<int, FieldValue>(), observations, null),
        new ScoreExplanation(52, new Band(1), 1, 0, [], [], []),
        [new ScoreHistoryEntry { At = 20, Score = 40, BandCode = 5 }, new ScoreHistoryEntry { At = 40, Score = 52, BandCode = 2 }],
        [new ScoreFeedback { Score = 52, Direction = FeedbackDirection.TooLow, Reason = "", By = "Ada", At = 60 }]);
}
