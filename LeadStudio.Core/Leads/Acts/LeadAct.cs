namespace LeadStudio.Core.Leads.Acts;

/// <summary>One change of many leads, from its start to its result, and back.</summary>
public sealed class LeadAct
{
    /// <summary>Gets the identity.</summary>
    public long Id { get; init; }

    /// <summary>Gets what is done to the leads.</summary>
    public ActKind Kind { get; init; }

    /// <summary>Gets what is set: an owner, the code of a stage, or the codes of tags; empty for a deletion; of a merge the lead that goes and the one that stays.</summary>
    public required string Argument { get; init; }

    /// <summary>Gets the same in words, as of the start.</summary>
    public required string ArgumentText { get; init; }

    /// <summary>Gets which leads were selected, in words: "all of Hot leads where country is DE".</summary>
    public required string Selection { get; init; }

    /// <summary>Gets who did it.</summary>
    public required string By { get; init; }

    /// <summary>Gets when it was started, in UTC microseconds. What people changed by hand later than that wins.</summary>
    public long At { get; init; }

    /// <summary>Gets or sets how far it is.</summary>
    public ActState State { get; set; }

    /// <summary>Gets how many leads were selected.</summary>
    public long Total { get; init; }

    /// <summary>Gets or sets the last lead that is done; a crash resumes behind it.</summary>
    public long Reached { get; set; }

    /// <summary>Gets or sets how many leads were changed.</summary>
    public long Changed { get; set; }

    /// <summary>Gets or sets how many leads stayed as they were: they had the value, or were gone.</summary>
    public long Unchanged { get; set; }

    /// <summary>Gets or sets when it ended, in UTC microseconds; null while it has not.</summary>
    public long? EndedAt { get; set; }

    /// <summary>Gets or sets who took it back; null where nobody did.</summary>
    public string? UndoBy { get; set; }

    /// <summary>Gets or sets when that was started, in UTC microseconds; null where nobody did.</summary>
    public long? UndoAt { get; set; }

    /// <summary>Gets or sets the last lead that is taken back.</summary>
    public long UndoReached { get; set; }

    /// <summary>Gets or sets how many leads are as they were before.</summary>
    public long Restored { get; set; }

    /// <summary>Gets or sets how many leads were not taken back: they were changed since or are gone; of a deletion, those that could not come back.</summary>
    public long Kept { get; set; }

    /// <summary>Gets or sets when taking back ended, in UTC microseconds; null while it has not.</summary>
    public long? UndoEndedAt { get; set; }

    /// <summary>Gets or sets when what is needed to take it back was removed, in UTC microseconds; null while it is there.</summary>
    public long? EmptiedAt { get; set; }

    /// <summary>Gets how many of the selected leads are done.</summary>
    public long Done => Changed + Unchanged;
}

/// <summary>What is done to leads.</summary>
public enum ActKind
{
    /// <summary>They get an owner, or none.</summary>
    Assign,

    /// <summary>They get a stage.</summary>
    Stage,

    /// <summary>They get tags in addition.</summary>
    Tag,

    /// <summary>They lose tags.</summary>
    Untag,

    /// <summary>They go into the trash.</summary>
    Delete,

    /// <summary>One goes, and another one stands for both.</summary>
    Merge,
}

/// <summary>How far an act is.</summary>
public enum ActState
{
    /// <summary>It is being done.</summary>
    Running,

    /// <summary>It is done.</summary>
    Done,

    /// <summary>It is being taken back.</summary>
    TakingBack,

    /// <summary>It was taken back.</summary>
    TakenBack,

    /// <summary>It stopped at a failure; it can be gone on with, or taken back.</summary>
    Failed,
}
