using LeadStudio.Core.Leads.Notes;

namespace LeadStudio.Features.Leads.Detail;

/// <summary>What an event of a timeline is about.</summary>
public enum TimelineKind
{
    /// <summary>Values were told or changed.</summary>
    Change,

    /// <summary>The score or the band changed.</summary>
    Score,

    /// <summary>The lead was won, lost or opened again.</summary>
    Outcome,

    /// <summary>Somebody said that the score is wrong.</summary>
    Feedback,

    /// <summary>Somebody wrote a note.</summary>
    Note,

    /// <summary>Two leads became one, or two again.</summary>
    Merge,
}

/// <summary>Something that happened to a lead.</summary>
/// <param name="Key">Tells the items of a timeline apart.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="At">When, in UTC microseconds.</param>
/// <param name="Text">A sentence without a full stop.</param>
/// <param name="Details">More of it, line by line; none by default.</param>
public sealed record TimelineItem(string Key, TimelineKind Kind, long At, string Text, IReadOnlyList<string> Details)
{
    /// <summary>Gets the note; null for what is none.</summary>
    public LeadNote? Note { get; init; }

    /// <summary>Gets why it counts no more, as a sentence without a full stop, and since when, in UTC microseconds; null where it counts.</summary>
    public (string Text, long? At)? TakenBack { get; init; }

    /// <summary>Gets the lead that it links to; null for none.</summary>
    public long? OtherLead { get; init; }

    /// <summary>Gets a value indicating whether Recent changes can still take it back.</summary>
    public bool CanBeTakenBack { get; init; }

    /// <summary>Gets the picture: the name of a Material symbol.</summary>
    public string Icon => Kind switch
    {
        TimelineKind.Change => "edit_note",
        TimelineKind.Score => "monitoring",
        TimelineKind.Outcome => "flag",
        TimelineKind.Feedback => "feedback",
        TimelineKind.Note => "sticky_note_2",
        TimelineKind.Merge => "merge",
        _ => throw new InvalidOperationException($"No such kind: {Kind}."),
    };
}
