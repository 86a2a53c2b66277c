namespace LeadStudio.Core.Access.Audit;

/// <summary>What somebody did.</summary>
public sealed class AuditEntry
{
    /// <summary>Gets the number of the entry; later ones have greater numbers.</summary>
    public long Id { get; init; }

    /// <summary>Gets when it was, in UTC microseconds.</summary>
    public long At { get; init; }

    /// <summary>Gets what did it.</summary>
    public ActorKind ActorKind { get; init; }

    /// <summary>Gets the name of who did it.</summary>
    public required string Actor { get; init; }

    /// <summary>Gets what was done, such as <c>user.changed</c>: the kind of thing, a dot, what happened to it.</summary>
    public required string Action { get; init; }

    /// <summary>Gets what it was done to, such as <c>12</c>; empty where that has no number.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Gets or sets the name of what it was done to, as it was then; the mark of an erasure where a person was erased.</summary>
    public required string Subject { get; set; }

    /// <summary>Gets or sets what was before, as a JSON object; null where that says nothing.</summary>
    public string? Before { get; set; }

    /// <summary>Gets or sets what is since, as a JSON object; null where that says nothing.</summary>
    public string? After { get; set; }

    /// <summary>Gets the network address it was done from; null where that is not known.</summary>
    public string? Address { get; init; }
}
