using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Acts;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Past;
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

    [Fact]
    public void Of_WhatWasTakenBack_StaysWithTheReason()
    {
        var import = new ImportJob { FileName = "crm.csv", StoredName = "", By = "Ada", UndoBy = "Bob", UndoAt = 70 };
        var act = Act(ActKind.Assign, "37 picked", "Cy");
        var past = new LeadPast(
            [],
            [
                new(Said(4, at: 5, ObservationKind.Import, ("title", FieldValue.Of("Clerk"))), import, null),
                new(Said(5, at: 6, ObservationKind.Edit, ("owner", FieldValue.Of("Cy"))), null, act),
            ]);

        var items = LeadTimeline.Of(Picture(Said(1, at: 10, ObservationKind.Edit, ("title", FieldValue.Of("VP")))) with { Past = past });

        Assert.Equal(
            [("Owner became Cy (Ada, by hand)", "Taken back with the change \"37 leads assigned to Cy\" (Bob)"), ("Job title became Clerk (crm.csv, line 7)", "Taken back with the import crm.csv (Bob)")],
            items.TakeLast(2).Select(item => (item.Text, item.TakenBack!.Value.Text)));
        Assert.All(items.SkipLast(2), item => Assert.Null(item.TakenBack));
    }

    [Fact]
    public void Of_AMergeAndItsUndo_AreTwoEvents()
    {
        var kept = Act(ActKind.Merge, "Anna Lee", "Ann");
        var undone = Act(ActKind.Merge, "Bob Stone", "Ann", restored: 1);
        (kept.State, undone.State) = (ActState.Done, ActState.TakenBack);

        var items = LeadTimeline.Of(Picture() with { Past = new LeadPast([new(kept, 8, "Anna Lee", IsInto: true), new(undone, 9, "Bob Stone", IsInto: true)], []) });

        var merges = items.Where(item => item.Kind == TimelineKind.Merge).ToList();
        Assert.Equal(
            ["The merge with Bob Stone was taken back (Bob)", "Anna Lee was merged into this lead (Ada)", "Bob Stone was merged into this lead (Ada)"],
            merges.Select(item => item.Text));
        Assert.Equal([9, null, null], merges.Select(item => item.OtherLead));
        Assert.Equal([false, true, false], merges.Select(item => item.CanBeTakenBack));
    }

    private static LeadAct Act(ActKind kind, string selection, string argument, long restored = 0) => new()
    {
        Id = restored,
        Kind = kind,
        Argument = argument,
        ArgumentText = argument,
        Selection = selection,
        By = "Ada",
        At = 100,
        Total = kind == ActKind.Merge ? 1 : 37,
        UndoBy = "Bob",
        UndoAt = 200,
        Restored = restored,
    };

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
