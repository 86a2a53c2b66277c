using LeadStudio.Core.Leads.Acts;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Leads.Observations;

namespace LeadStudio.Core.Leads.Past;

/// <summary>What happened to a lead beyond what counts today.</summary>
/// <param name="Merges">The merges of other leads into it and of it into others, oldest first; also those that were taken back.</param>
/// <param name="Withdrawn">What was said of it and counts no more, oldest first.</param>
public sealed record LeadPast(IReadOnlyList<PastMerge> Merges, IReadOnlyList<WithdrawnObservation> Withdrawn)
{
    /// <summary>Gets the past of which there is nothing to tell.</summary>
    public static LeadPast None { get; } = new([], []);
}

/// <summary>A merge that a lead had part in.</summary>
/// <param name="Act">The merge; who took it back, and when.</param>
/// <param name="Other">The other lead: the one that went, or the one that this one went into.</param>
/// <param name="OtherName">What the other lead was called then.</param>
/// <param name="IsInto">Whether the other one went into this one.</param>
public sealed record PastMerge(LeadAct Act, long Other, string OtherName, bool IsInto);

/// <summary>What was said of a lead and taken back.</summary>
/// <param name="Said">What was said.</param>
/// <param name="Import">The import that was taken back, if one was; who did, and when.</param>
/// <param name="Act">The change of many leads that was taken back, where it was no import.</param>
public sealed record WithdrawnObservation(Observation Said, ImportJob? Import, LeadAct? Act);
