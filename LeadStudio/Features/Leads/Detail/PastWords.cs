using System.Globalization;
using LeadStudio.Core.Leads.Acts;
using LeadStudio.Core.Leads.Past;
using LeadStudio.Features.Leads.Bulk;

namespace LeadStudio.Features.Leads.Detail;

/// <summary>Says what happened to a lead and counts no more.</summary>
public static class PastWords
{
    /// <summary>Tells a merge, and that it was taken back where it was.</summary>
    /// <param name="merge">The merge.</param>
    public static IEnumerable<TimelineItem> OfMerge(PastMerge merge)
    {
        var act = merge.Act;
        string Key(string kind) => string.Create(CultureInfo.InvariantCulture, $"{kind}{act.Id}");
        yield return new TimelineItem(
            Key("m"), TimelineKind.Merge, act.At, merge.IsInto ? $"{merge.OtherName} was merged into this lead ({act.By})" : $"Merged into {merge.OtherName} ({act.By})", [])
        {
            CanBeTakenBack = merge.IsInto && act is { State: ActState.Done, EmptiedAt: null },
        };
        if (act is { UndoAt: { } at, Restored: > 0 })
        {
            yield return new TimelineItem(Key("u"), TimelineKind.Merge, at, $"The merge with {merge.OtherName} was taken back ({act.UndoBy})", []) { OtherLead = merge.Other };
        }
    }

    /// <summary>Says why something that was said counts no more, and since when.</summary>
    /// <param name="withdrawn">What was taken back.</param>
    public static (string Text, long? At) TakenBack(WithdrawnObservation withdrawn) => withdrawn switch
    {
        { Import: { } import } => ($"Taken back with the import {import.FileName} ({import.UndoBy})", import.UndoAt),
        { Act: { } act } => ($"Taken back with the change \"{ActWords.Done(act)}\" ({act.UndoBy})", act.UndoAt),
        _ => ("Taken back", null),
    };
}
